import { Select } from 'antd';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { byWords } from './by-words.ts';

export interface TargetOption {
  readonly value: string;
  readonly label: string;
  /** Everything that a search finds it by. */
  readonly words: string;
}

export interface TargetGroup {
  readonly label: string;
  readonly options: readonly TargetOption[];
}

interface Props {
  /** How what is asked about is called: H 列“姓名”. */
  readonly of: string;
  readonly value: string;
  readonly word: string;
  readonly why: string;
  /** Nothing is meant by it, or it is left out. */
  readonly nothing: boolean;
  readonly groups: readonly TargetGroup[];
  readonly choose: (value: string) => void;
}

/** What a column or a place is: a button until it is pressed, then a list to search. Sixty lists at once would be slow. */
export function TargetPicker({ of, value, word, why, nothing, groups, choose }: Props) {
  const [picking, setPicking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const opened = useRef(false);
  const options = useMemo(() => groups.map(({ label, options: each }) => ({ label, options: [...each] })), [groups]);
  const close = (): void => setPicking(false);
  useLayoutEffect(() => {
    // Where the list has taken the focus along, the button gets it back; where it is elsewhere already, it stays there.
    if (!picking && opened.current && document.activeElement === document.body) button.current?.focus();
    opened.current = picking;
  }, [picking]);
  if (!picking) {
    return (
      <button ref={button} type="button" className={`target${nothing ? ' target-none' : ''}`} aria-label={`${of}：${word}（${why}），改`} aria-haspopup="listbox" onClick={() => setPicking(true)}>
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
      aria-label={`${of}是什么`}
      value={value}
      showSearch={{ filterOption: byWords }}
      notFoundContent="没有这样的项目"
      options={options}
      onChange={(next) => { choose(next); close(); }}
      onOpenChange={(open) => { if (!open) close(); }}
    />
  );
}
