import { useMemo } from 'react';
import type { Column } from '../../shared/sheets/recognise.ts';
import { type TargetGroup, TargetPicker as Picker } from '../ui/TargetPicker.tsx';
import { noted, targetWord } from './target-options.ts';

const whys: Record<NonNullable<Column['by']>, string> = { given: '自己指定', remembered: '记住的', moved: '从上次版式带过来' };

export const whyMapped = ({ by, target }: Column): string => (by !== undefined ? whys[by] : target === null ? '列名不认识' : '按列名');

interface Props {
  readonly column: Column;
  readonly groups: readonly TargetGroup[];
  /** `undefined` takes back what was said: by its header again. */
  readonly choose: (target: string | null | undefined) => void;
}

const byHeader = '#by-header';
const back: TargetGroup = { label: '改回去', options: [{ value: byHeader, label: '按列名自动认', words: '自动' }] };

/** What a column of a sheet is. */
export function TargetPicker({ column, groups, choose }: Props) {
  const options = useMemo(() => (column.by === 'given' ? [back, ...groups] : groups), [column.by, groups]);
  return (
    <Picker
      of={`${column.letters} 列“${column.header}”`}
      value={column.target ?? noted}
      word={targetWord(column.target)}
      why={whyMapped(column)}
      nothing={column.target === null || column.target === '#leave'}
      groups={options}
      choose={(value) => choose(value === byHeader ? undefined : value === noted ? null : value)}
    />
  );
}
