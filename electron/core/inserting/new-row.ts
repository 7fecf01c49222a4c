import type { NewCell, ReadNewRows } from '../../../shared/contract/inserting.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { columnOf, type TableSource } from '../tables/sources.ts';
import { understandTyped, type Problem } from '../tables/typed-value.ts';

/** A row that is to come, with what was typed into it, read. */
export interface NewRow {
  /** Its place in what was given. */
  readonly at: number;
  /** By column; what is blank, or no value of its column, is not there. */
  readonly values: Readonly<Record<string, Stored>>;
}

/** What is said of cells of new rows. */
export class Remarks {
  readonly refused: NewCell[] = [];
  readonly doubts: NewCell[] = [];

  refuse(row: number, field: string, { what, remedy }: Problem): void {
    if (!this.refused.some((cell) => cell.row === row && cell.field === field)) this.refused.push({ row, field, why: what, remedy });
  }

  doubt(row: number, field: string, { what, remedy }: Problem): void {
    this.doubts.push({ row, field, why: what, remedy });
  }

  /** Rows that cannot be written as they are. */
  get bad(): Set<number> {
    return new Set(this.refused.map(({ row }) => row).filter((row) => row >= 0));
  }
}

/** Reads what was typed, cell by cell. Rows without anything are passed over. */
export function readNewRows(source: TableSource, { fields, rows }: ReadNewRows, today: string, remarks: Remarks): NewRow[] {
  const columns = fields.map((key) => columnOf(source, key).field);
  return rows.flatMap((texts, at): NewRow[] => {
    if (texts.every((text) => text.trim() === '')) return [];
    const values: Record<string, Stored> = {};
    for (const [place, field] of columns.entries()) {
      const text = texts[place] ?? '';
      if (text.trim() === '') continue;
      const { value, problem } = understandTyped(field, text, today);
      if (problem) remarks.refuse(at, field.key, problem);
      else if (value !== null) values[field.key] = value;
    }
    const beyond = texts.findIndex((text, place) => place >= columns.length && text.trim() !== '');
    if (beyond !== -1) remarks.refuse(at, '', { what: `“${texts[beyond]}”没有列可放`, remedy: '请先加上这一列，或者去掉它' });
    return [{ at, values }];
  });
}

/** The values of a row that belong to the given fields. */
export const valuesOf = (values: NewRow['values'], keys: Iterable<string>): Record<string, Stored> => {
  const taken: Record<string, Stored> = {};
  for (const key of keys) if (values[key] !== undefined) taken[key] = values[key];
  return taken;
};
