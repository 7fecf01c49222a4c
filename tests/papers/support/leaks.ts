/** What must leave on nothing that is public. Cells stand row by row, so that a health word counts where somebody is named beside it. */
export interface Leak {
  readonly what: 'number' | 'health';
  readonly where: string;
  readonly text: string;
}

/** Runs of eleven digits or more: identity numbers, phones, cards. A day, a moment, and a sum of money are none. */
const numbers = /\d(?:[ -]?\d){10,}[Xx]?/;
const dates = /\d{4}[-/]\d{1,2}[-/]\d{1,2}/g;
const health = /慢性病|患有大病|残疾(?!人联合会)|肢体|听力|视力|智力|精神病|因病|因残/;

/** `names`: everybody of the register. Words of health in a head or a sum name nobody and may stand. */
export function leaksIn(rows: readonly (readonly string[])[], names: readonly string[], where: string): Leak[] {
  return rows.flatMap((cells): Leak[] => {
    const number = cells.map((cell) => numbers.exec(cell.replaceAll(dates, ' '))?.[0]).find((found) => found !== undefined);
    const line = cells.join(' ');
    const ill = health.exec(line)?.[0];
    const named = ill !== undefined && names.some((name) => line.includes(name));
    return [...(number === undefined ? [] : [{ what: 'number' as const, where, text: number }]), ...(named ? [{ what: 'health' as const, where, text: line }] : [])];
  });
}
