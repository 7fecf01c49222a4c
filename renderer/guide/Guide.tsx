import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { blocks } from './Blocks.tsx';
import { chapters } from './chapters.ts';
import { useGuideOpen } from './guide-open.ts';
import './guide.css';
import { clearable } from '../ui/signs.tsx';

/** Where in the guide something is told of: a chapter, and one of its parts, which may have grown into a chapter. */
export interface GuidePlace {
  readonly chapter: string;
  readonly part?: string | undefined;
}

/** What is open over a screen or beside it says with `data-guide` which chapter tells of it. */
const chapterAtFocus = (): string | undefined => document.activeElement?.closest('[data-guide]')?.getAttribute('data-guide') ?? undefined;

/** The user guide, called by F1 wherever one is and opened at what tells of it: of what has the focus, else `at`. */
export function Guide({ at }: { at: GuidePlace }) {
  const { open, show } = useGuideOpen();
  const [focused, setFocused] = useState<string | undefined>(undefined);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      setFocused(chapterAtFocus());
      show(!useGuideOpen.getState().open);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [show]);
  const place = focused === undefined ? at : { chapter: focused };
  const close = (): void => {
    setFocused(undefined);
    show(false);
  };
  return open ? <Pages key={`${place.chapter} ${place.part ?? ''}`} at={place} close={close} /> : null;
}

function Pages({ at, close }: { at: GuidePlace; close: () => void }) {
  const [title, setTitle] = useState(() => [at.part, at.chapter].find((wanted) => chapters.some((chapter) => chapter.title === wanted)) ?? chapters[0]?.title ?? '');
  const [typed, setTyped] = useState('');
  const page = useRef<HTMLDivElement>(null);
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => { if (before instanceof HTMLElement) before.focus(); }, [before]);
  useEffect(() => {
    if (at.part === undefined) return;
    const head = [...(page.current?.querySelectorAll('h4') ?? [])].find(({ textContent }) => textContent === at.part);
    head?.scrollIntoView({ block: 'start' });
  }, [at.part]);
  const word = typed.trim();
  const found = chapters.filter(({ words }) => words.includes(word));
  const shown = found.find((chapter) => chapter.title === title) ?? found[0];
  const go = (to: string): void => {
    setTitle(to);
    page.current?.scrollTo({ top: 0 });
  };
  return (
    <aside className="guide" aria-label="使用手册" onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); close(); } }}>
      <header>
        <h2>使用手册</h2>
        <Input aria-label="在手册里找" placeholder="在手册里找" allowClear={clearable} autoFocus value={typed} onChange={({ target }) => setTyped(target.value)} />
        <Button title="Esc 或 F1" onClick={close}>关闭</Button>
      </header>
      <div className="guide-body">
        <nav aria-label="手册目录">
          {found.map((chapter) => (
            <button key={chapter.title} type="button" aria-current={chapter === shown ? 'page' : undefined} onClick={() => go(chapter.title)}>{chapter.title}</button>
          ))}
        </nav>
        <div className="guide-page" ref={page} tabIndex={0} role="region" aria-label={shown?.title ?? '手册'}>
          {shown ? <><h3>{shown.title}</h3>{blocks(word === '' ? shown.tokens : shown.tokens.filter(({ raw }) => raw.replaceAll('**', '').includes(word)))}</> : <p>手册里没有“{word}”，换个说法再找。</p>}
        </div>
      </div>
    </aside>
  );
}
