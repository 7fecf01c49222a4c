import { grades, type Grade } from '../../shared/wording/grades.ts';

/** A grade as its sign and its word. */
export function GradeMark({ grade }: { grade: Grade }) {
  const { sign, word } = grades[grade];
  return <span className={`grade grade-${grade}`}><span aria-hidden>{sign}</span>{word}</span>;
}
