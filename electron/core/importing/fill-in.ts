import { Refusal } from '../../../shared/contract/errors.ts';
import { codeHead, readCode, sealOf, stampSchema, stampSheet, type FillStamp, type RowCode, type StampedColumn, type StampedSheet } from '../../../shared/cycle/stamp.ts';
import type { KindName } from '../../../shared/fields/kinds.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import { cellText, columnLetters, type SheetRow } from '../../../shared/sheets/cells.ts';
import type { GivenSheet } from '../../../shared/sheets/recognise.ts';
import type { Workbook } from './read-workbook.ts';

/** What the stamp of a row says of it, held against what the row has become. */
export interface CodedRow {
  readonly code: RowCode | null;
  /** A cell that was locked is another. */
  readonly broken: boolean;
  /** Something that was asked is filled in, other than it was sent. */
  readonly filled: boolean;
}

/** A worksheet of a fill-in workbook as it came back. */
export interface FillInSheet {
  readonly sent: StampedSheet;
  readonly headerRow: number;
  /** How its columns are to be read by the import. */
  readonly given: GivenSheet;
  /** Heads that were sent and are gone; heads that nobody sent. */
  readonly gone: readonly StampedColumn[];
  readonly added: readonly string[];
  readonly rowOf: (row: SheetRow) => CodedRow;
  /** What a row says whose code tells whom it is about: without numbers, and of a record without what it had, which may have been masked on their way. */
  readonly saidIn: (row: SheetRow, code: RowCode) => SheetRow;
}

const numbered = new Set<KindName | undefined>(['identity', 'phone', 'card']);

const noStamp = (file: string): Refusal => new Refusal('FILE_DAMAGED', '填报表里的标记被改坏了，认不出是哪个月、哪个单位的', { where: file, remedy: '请让填报单位在原来发的表里填，再交一次' });

export const otherRegister = (file: string): Refusal => new Refusal('NOT_ALLOWED', '这份填报表不是从这个登记册发出去的', { where: file, remedy: '请打开发出它的那个登记册再收' });

/** The stamp of a workbook; null where it is none that was sent out. Refuses one whose stamp was spoiled. */
export async function stampOf({ sheets }: Workbook, file: string): Promise<FillStamp | null> {
  const marked = sheets.find(({ name }) => name === stampSheet);
  if (!marked) return null;
  for await (const [first] of marked.rows()) {
    try {
      return stampSchema.parse(JSON.parse(cellText(first?.cells[0])));
    } catch {
      throw noStamp(file);
    }
  }
  throw noStamp(file);
}

/** Understands a worksheet by the code in its head; null for the guide, the stamp, and what an office added. */
export function fillInSheet(stamp: FillStamp, top: readonly SheetRow[]): FillInSheet | null {
  for (const { number, cells } of top) {
    const codeColumn = cells.findIndex((cell) => cellText(cell).startsWith(codeHead));
    if (codeColumn < 0) continue;
    const key = cellText(cells[codeColumn]).slice(codeHead.length).trim();
    const sent = stamp.sheets.find((each) => each.key === key);
    return sent ? understood(sent, number, cells.map((cell) => cellText(cell).trim()), codeColumn) : null;
  }
  return null;
}

function understood(sent: StampedSheet, headerRow: number, heads: readonly string[], codeColumn: number): FillInSheet {
  const at = new Map<string, number>();
  for (const { head } of sent.columns) {
    const found = heads.findIndex((each, index) => each.replace(/\s+/g, '') === head && index !== codeColumn);
    if (found >= 0) at.set(head, found);
  }
  const taken = new Set(at.values());
  const columns: Record<string, string | null> = {};
  const added: string[] = [];
  for (const [index, head] of heads.entries()) {
    if (index === codeColumn) columns[columnLetters(index)] = '#leave';
    else if (taken.has(index) || head === '') continue;
    else {
      // What an office added is kept with the row under its own head.
      columns[columnLetters(index)] = null;
      added.push(head);
    }
  }
  for (const { head, field } of sent.columns) {
    const index = at.get(head);
    if (index !== undefined) columns[columnLetters(index)] = field;
  }
  const textsOf = (row: SheetRow, roles: readonly StampedColumn['role'][]): string[] => sent.columns.flatMap(({ head, role }) => (roles.includes(role) ? [cellText(row.cells[at.get(head) ?? -1]).trim()] : []));
  const columnsOf = (test: (column: StampedColumn) => boolean): number[] => sent.columns.flatMap((column) => (test(column) ? (at.get(column.head) ?? []) : []));
  const numbers = columnsOf(({ role, field }) => role === 'known' && numbered.has(findField(field)?.kind));
  const standing = columnsOf(({ role }) => role === 'standing');
  return {
    sent, headerRow, added,
    given: { kind: sent.ledger, headerRows: [headerRow], columns },
    gone: sent.columns.filter(({ head }) => !at.has(head)),
    rowOf(row) {
      const code = readCode(cellText(row.cells[codeColumn]));
      const empty = code === null || code.of === 'blank';
      const asked = textsOf(row, ['asked']);
      const filled = empty ? textsOf(row, ['asked', 'known', 'standing']).some((text) => text !== '') : asked.some((text) => text !== '') && sealOf(asked) !== code.asSent;
      return { code, filled, broken: code !== null && sealOf(textsOf(row, empty ? ['given'] : ['known', 'standing', 'given'])) !== code.seal };
    },
    saidIn: ({ number, cells }, { of }) => ({ number, cells: cells.map((cell, index) => (numbers.includes(index) || (of === 'entry' && standing.includes(index)) ? '' : cell)) }),
  };
}
