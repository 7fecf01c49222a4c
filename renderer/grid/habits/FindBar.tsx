import { Button, Checkbox, Input, type InputRef } from 'antd';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { BlockCheck } from '../../../shared/contract/blocks.ts';
import { isComposing } from '../../ui/method-words.ts';
import { Problem } from '../../ui/Problem.tsx';
import { countFound, findNext, type Finding, type Found } from './finding.ts';
import type { GridHabits } from './grid-habits.ts';
import { ReplacePreview } from './ReplacePreview.tsx';
import { replaceChange } from './replacing.ts';
import { cellsOf } from './span.ts';

/** Milliseconds without another step or letter before all are counted: the core looks through everything for it, and whoever goes on would wait for that. */
const beforeCounting = 400;

/** Ctrl+F and Ctrl+H: a text in any column, with the number of places, and what replaces it shown before it is written. */
export function FindBar({ habits, replacing }: { habits: GridHabits; replacing: boolean }) {
  const { ground, store, desk } = habits;
  const [text, setText] = useState('');
  const [replacement, setReplacement] = useState('');
  const [whole, setWhole] = useState(false);
  const [matchCase, setMatchCase] = useState(false);
  const [hidden, setHidden] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  const [preview, setPreview] = useState<BlockCheck | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const input = useRef<InputRef>(null);
  /** Of the newest question; aborted when another is asked. */
  const asked = useRef(new AbortController());
  /** One question after the other: what was overtaken while it waited is not asked at all. */
  const looking = useRef<Promise<unknown>>(Promise.resolve());
  /** What was selected when the bar opened. */
  const [chosen] = useState(() => (ground.selection.several ? { areas: ground.areas, cells: ground.selection.spans.reduce((sum, span) => sum + cellsOf(span), 0) } : null));
  const [onlyChosen, setOnlyChosen] = useState(replacing && chosen !== null);

  const close = useCallback((): void => {
    store.setState({ finding: null });
    ground.focusActive();
  }, [store, ground]);

  const look = useCallback(
    async (finding: Finding, way: 'here' | 'next' | 'before'): Promise<void> => {
      asked.current.abort();
      const { signal } = (asked.current = new AbortController());
      setProblem(null);
      setPreview(null);
      if (finding.text === '') return setFound(null);
      try {
        // Every press of 下一个 is a step; of what is typed only the last counts.
        const overtaken = (): boolean => way === 'here' && signal.aborted;
        const going = looking.current.then(() => (overtaken() ? null : findNext(ground, finding, way, overtaken)));
        looking.current = going.catch(() => undefined);
        const answer = await going;
        if (signal.aborted || !answer) return;
        setFound(answer);
        if (answer.matches !== null) return;
        await new Promise((resolve) => setTimeout(resolve, beforeCounting));
        if (signal.aborted) return;
        const matches = await countFound(ground, finding, signal);
        if (!signal.aborted) setFound({ ...answer, matches });
      } catch (error) {
        if (!signal.aborted) setProblem(error);
      }
    },
    [ground],
  );

  useEffect(() => void look({ text, whole, matchCase, hidden }, 'here'), [look, text, whole, matchCase, hidden]);
  useEffect(() => input.current?.focus({ cursor: 'all' }), [replacing]);
  useEffect(() => () => asked.current.abort(), []);
  useEffect(() => {
    ground.root.toggleAttribute('data-finding', true);
    return () => { ground.root.toggleAttribute('data-finding', false); };
  }, [ground]);

  const step = (way: 'next' | 'before'): void => void look({ text, whole, matchCase, hidden }, way);
  const change = () => replaceChange(ground, { text, replacement, whole, matchCase, hidden }, onlyChosen && chosen ? chosen.areas : null);
  const showPreview = async (): Promise<void> => {
    try {
      setProblem(null);
      setPreview(await desk.check(change()));
    } catch (error) {
      setProblem(error);
    }
  };
  const replace = async (): Promise<void> => {
    setPreview(null);
    if (await desk.write({ what: '替换', change: change() })) await look({ text, whole, matchCase, hidden }, 'here');
  };
  const keys = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === input.current?.input) step(event.shiftKey ? 'before' : 'next');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className="habit-find" role="search" aria-label={replacing ? '查找和替换' : '查找'} onKeyDown={keys}>
      <div className="habit-find-line">
        <Input ref={input} aria-label="查找内容" placeholder="查找内容" value={text} onChange={(event) => { asked.current.abort(); setText(event.target.value); setFound(null); }} />
        <span className="habit-find-count" role="status">{told(text, found)}</span>
        <Button title="Shift+Enter" disabled={!found?.any} onClick={() => step('before')}>上一个</Button>
        <Button title="Enter" disabled={!found?.any} onClick={() => step('next')}>下一个</Button>
        <Button type="text" aria-label="关闭查找" title="Esc" onClick={close}>×</Button>
      </div>
      {replacing && (
        <div className="habit-find-line">
          <Input aria-label="替换为" placeholder="替换为（空着就是删掉）" value={replacement} onChange={(event) => { setReplacement(event.target.value); setPreview(null); }} />
          <Button type={preview ? 'default' : 'primary'} disabled={text === ''} onClick={() => void showPreview()}>看看会改哪些</Button>
        </div>
      )}
      <div className="habit-find-line">
        <Checkbox checked={whole} onChange={(event) => setWhole(event.target.checked)}>整格相同</Checkbox>
        <Checkbox checked={matchCase} onChange={(event) => setMatchCase(event.target.checked)}>分大小写</Checkbox>
        <Checkbox checked={hidden} onChange={(event) => setHidden(event.target.checked)}>没显示的列也找</Checkbox>
        {!replacing && <Button type="link" size="small" onClick={() => store.setState({ finding: 'replace' })}>替换…… Ctrl+H</Button>}
      </div>
      {replacing && chosen && <Checkbox checked={onlyChosen} onChange={(event) => { setOnlyChosen(event.target.checked); setPreview(null); }}>只替换选中的 {chosen.cells} 格</Checkbox>}
      {problem !== null && <Problem error={problem} doing="查找" />}
      {replacing && preview && <ReplacePreview check={preview} write={() => void replace()} />}
    </section>
  );
}

function told(text: string, found: Found | null): string {
  if (text === '' || !found) return '';
  if (!found.any) return '没有找到';
  return found.matches === null ? '找到了，正在数' : `共 ${found.matches} 处`;
}
