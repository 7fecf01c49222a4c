import { Select } from 'antd';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Column } from '../../shared/sheets/recognise.ts';
import { byWords } from './by-words.ts';
import { noted, type TargetGroup, targetWord } from './target-options.ts';

const whys: Record<NonNullable<Column['by']>, string> = { given: '自己指定', remembered: '记住的', moved: '从上次版式带过来' };

export const whyMapped = ({ by, target }: Column): string => (by !== undefined ? whys[by] : target === null ? '列名不认识' : '按列名');

interface Props {
  readonly column: Column;
  readonly groups: readonly TargetGroup[];
  /** `undefined` takes back what was said: by its header again. */
  readonly choose: (target: string | null | undefined) => void;
}

const byHeader = '#by-header';

/** What a column is: a button until it is pressed, then a list to search. Sixty lists at once would be slow. */
export function TargetPicker({ column, groups, choose }: Props) {
  const [picking, setPicking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const opened = useRef(false);
  const word = targetWord(column.target);
  const options = useMemo(
    () => (column.by === 'given' ? [{ label: '改回去', options: [{ value: byHeader, label: '按列名自动认', words: '自动' }] }, ...groups] : groups),
    [column.by, groups],
  );
  const close = (): void => setPicking(false);
  useLayoutEffect(() => {
    // Where the list has taken the focus along, the button gets it back; where it is elsewhere already, it stays there.
    if (!picking && opened.current && document.activeElement === document.body) button.current?.focus();
    opened.current = picking;
  }, [picking]);
  if (!picking) {
    return (
      <button
        ref={button}
        type="button"
        className={`target${column.target === null || column.target === '#leave' ? ' target-none' : ''}`}
        aria-label={`${column.letters} 列“${column.header}”：${word}（${whyMapped(column)}），改`}
        aria-haspopup="listbox"
        onClick={() => setPicking(true)}
      >
        <span>{word}</span> <span aria-hidden>▾</span>
      </button>
    );
  }
  return (
    <Select<string>
      autoFocus
      defaultOpen
      size="small"
      style={{ width: '100%' }}
      popupMatchSelectWidth={280}
      listHeight={320}
      aria-label={`${column.letters} 列“${column.header}”是什么`}
      value={column.target ?? noted}
      showSearch={{ filterOption: byWords }}
      notFoundContent="没有这样的项目"
      options={options.map(({ label, options: each }) => ({ label, options: [...each] }))}
      onChange={(value) => { choose(value === byHeader ? undefined : value === noted ? null : value); close(); }}
      onOpenChange={(open) => { if (!open) close(); }}
    />
  );
}
