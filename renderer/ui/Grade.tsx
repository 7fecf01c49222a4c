import type { Grade } from '../../shared/contract/checking.ts';

/** A grade has a sign and a word; colour only repeats them. */
export const grades: Record<Grade, { readonly sign: string; readonly word: string }> = {
  E: { sign: '✕', word: '必须改' },
  W: { sign: '△', word: '要核实' },
  I: { sign: '·', word: '提示' },
};

export function GradeMark({ grade }: { grade: Grade }) {
  const { sign, word } = grades[grade];
  return <span className={`grade grade-${grade}`}><span aria-hidden>{sign}</span>{word}</span>;
}
