import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { useClient, useRegister, useYear } from '../../app/session.tsx';
import { asksForFindings, isLong } from './long-register.ts';
import type { Views } from './use-views.ts';
import { ViewActions } from './ViewActions.tsx';
import { sections, viewEntries, type ViewEntry } from './view-entries.ts';
import type { ViewTask } from './ViewMenu.tsx';
import type { ViewWork } from './view-work.ts';
import { clearable } from '../../ui/signs.tsx';

interface Props {
  readonly views: Views;
  readonly work: ViewWork;
  readonly setTask: (task: ViewTask) => void;
  readonly close: () => void;
  readonly showFrozen: (id: string) => void;
}

/** The views of a table with how many rows each finds, found by a word, chosen by arrows and Enter or by mouse. */
export function ViewPanel({ views, work, setTask, close, showFrozen }: Props) {
  const client = useClient();
  const year = useYear();
  const register = useRegister();
  const { revision } = register;
  const { subject, one } = views.table;
  const list = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const frozen = useQuery({ queryKey: ['frozenLists', revision], queryFn: () => client.views.frozenLists() });
  const entries = useMemo(() => viewEntries(subject, year, views.list, frozen.data ?? []), [subject, year, views.list, frozen.data]);
  const counted = entries.flatMap(({ id, question }) => (question && !(isLong(register) && asksForFindings(question)) ? [{ key: id, question }] : [])).slice(0, 100);
  const counts = useQuery({ queryKey: ['viewCounts', counted, revision], enabled: counted.length > 0, queryFn: ({ signal }) => client.views.counts({ questions: counted }, { signal }) });
  const found = entries.filter(({ name, about }) => name.includes(text.trim()) || about.includes(text.trim()));
  const marked = Math.min(at, found.length - 1);

  /** Enter was pressed before all lists had come: the first that is found then is meant. */
  const [waiting, setWaiting] = useState(false);
  const complete = frozen.isSuccess && views.list !== null;
  const choose = (entry: ViewEntry | undefined): void => {
    if (!entry) return;
    if (entry.kind === 'frozen') showFrozen(entry.id);
    else views.choose(entry.id);
    close();
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt(Math.max(0, Math.min(found.length - 1, marked + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (complete) choose(found[marked]);
      else setWaiting(true);
    }
  };
  const [first] = found;
  useEffect(() => {
    if (!waiting || !complete) return;
    setWaiting(false);
    choose(first);
    // `choose` is of this very rendering.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [waiting, complete, first]);
  const size = (entry: ViewEntry): string => (entry.size !== '' ? entry.size : counts.data?.[entry.id] === undefined ? '' : `${counts.data[entry.id]} ${one}`);
  return (
    <>
      <Input
        aria-label="找视图"
        placeholder="找视图"
        allowClear={clearable}
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found[marked] ? `${list}-${marked}` : undefined}
        value={text}
        onChange={(event) => { setText(event.target.value); setAt(0); }}
        onKeyDown={keyDown}
      />
      <div id={list} role="listbox" aria-label="视图" className="view-list">
        {sections.map((section) => {
          const own = found.filter((entry) => entry.section === section);
          if (own.length === 0) return null;
          return (
            <div key={section} role="group" aria-label={section}>
              <div className="view-section" aria-hidden>{section}</div>
              {own.map((entry) => {
                const place = found.indexOf(entry);
                return (
                  <div
                    key={entry.id}
                    id={`${list}-${place}`}
                    role="option"
                    aria-selected={entry.id === views.open?.id}
                    className={place === marked ? 'view-entry marked' : 'view-entry'}
                    title={entry.about}
                    ref={(element) => { if (place === marked) element?.scrollIntoView({ block: 'nearest' }); }}
                    onMouseMove={() => setAt(place)}
                    onClick={() => choose(entry)}
                  >
                    <span className="view-tick" aria-hidden>{entry.id === views.open?.id ? '✓' : ''}</span>
                    <span className="view-entry-name">{entry.name}{entry.id === views.list?.start && <span className="quiet">（打开时用）</span>}</span>
                    <span className="quiet amount nowrap">{size(entry)}</span>
                  </div>
                );
              })}
            </div>
          );
        })}
        {found.length === 0 && <p className="quiet view-none">没有叫这个的视图</p>}
      </div>
      <p className="quiet view-about">{found[marked]?.about}</p>
      <ViewActions views={views} work={work} setTask={setTask} close={close} />
    </>
  );
}
