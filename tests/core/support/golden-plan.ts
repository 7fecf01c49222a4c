import type { BatchSummary, FileSummary, PlanRow, SheetSummary, ValueChange } from '../../../shared/changes/plan-types.ts';
import type { TestClient } from './core.ts';

interface RefusalData {
  readonly what: string;
  readonly where?: string;
  readonly remedy?: string;
}

/** What became of the rows of one sheet. */
interface GoldenSheet {
  readonly sheet: string;
  readonly [told: string]: unknown;
}

export interface GoldenPlan {
  readonly files: readonly { readonly file: string; readonly refusal?: string; readonly sheets: readonly GoldenSheet[] }[];
  readonly needsYear?: boolean;
  /** Unknown code values that are asked for, reasons to ask once more, life events that are offered. */
  readonly questions?: readonly string[];
  readonly brake?: readonly string[];
  readonly events?: readonly string[];
}

export interface PlannedFiles {
  readonly golden: GoldenPlan;
  readonly summary: BatchSummary | null;
  readonly rows: readonly PlanRow[];
}

const short = (value: string): string => {
  const whole = [...value];
  return whole.length > 80 ? `${whole.slice(0, 40).join('')}…(${whole.length})` : value;
};

function changeText({ field, old, new: value, kept }: ValueChange): string {
  const told = short(String(value));
  if (kept) return `${field} stays ${short(String(old))}, not ${told}`;
  return old === null ? `${field}=${told}` : `${field} ${short(String(old))}→${told}`;
}

/** A row in words: what is taken, and which cells have a remark. Ids and times are left out. */
const rowText = ({ row, verdict, householdNo, name, changes, remarks }: PlanRow) => ({
  row,
  verdict,
  householdNo,
  name,
  values: changes.map(changeText).join(' | '),
  remarks: remarks.map(({ cell, rule, effect }) => `${cell} ${rule} ${effect}`),
});

function sheetText(sheet: SheetSummary, rows: readonly PlanRow[]): GoldenSheet {
  const { kind, reason, headerRows, year, yearFrom, department, dataDate, mapped, unmapped, counts, absent } = sheet;
  return {
    sheet: sheet.sheet,
    kind,
    ...(reason === undefined ? {} : { reason }),
    headerRows,
    year,
    yearFrom,
    department,
    dataDate,
    mapped: mapped.map(({ column, header, field }) => `${column} ${header}→${field}`),
    unmapped: unmapped.map(({ column, header }) => `${column} ${header}`),
    counts: Object.entries(counts).filter(([, count]) => count > 0).map(([verdict, count]) => `${verdict} ${count}`).join(', '),
    absent,
    rows: rows.map(rowText),
  };
}

function fileText({ file, refusal, sheets }: FileSummary, rows: readonly PlanRow[]): GoldenPlan['files'][number] {
  const told = sheets.map((sheet) => sheetText(sheet, rows.filter((row) => row.file === file && row.sheet === sheet.sheet)));
  return refusal === undefined ? { file, sheets: told } : { file, refusal, sheets: told };
}

const some = <K extends string>(key: K, lines: readonly string[]): Partial<Record<K, readonly string[]>> => (lines.length === 0 ? {} : ({ [key]: lines } as Record<K, readonly string[]>));

/** Plans the files with the real core and tells the plan in a form that stays the same from run to run. */
export async function planFiles(client: TestClient, files: readonly File[]): Promise<PlannedFiles> {
  let summary: BatchSummary;
  try {
    summary = await client.importing.plan({ files: [...files] });
  } catch (error) {
    // A file that comes alone and cannot be read is refused as such.
    const refused = error as { code?: string; data?: RefusalData };
    if (refused.code !== 'REFUSED' || !refused.data) throw error;
    const { what, where, remedy } = refused.data;
    const refusal = `${what}${where === undefined ? '' : `（${where}）`}${remedy === undefined ? '' : `。${remedy}`}`;
    return { golden: { files: files.map(({ name }) => ({ file: name, refusal, sheets: [] })) }, summary: null, rows: [] };
  }
  const { rows } = await client.importing.rows({ batch: summary.batch, limit: 500 });
  const events = await client.importing.events({ batch: summary.batch });
  const golden = {
    files: summary.files.map((file) => fileText(file, rows)),
    ...(summary.needsYear ? { needsYear: true } : {}),
    ...some('questions', summary.questions.map(({ field, written, count, nearest }) => `${field} “${short(written)}” ×${count}: ${nearest.map(({ value }) => value).join('、')}`)),
    ...some('brake', summary.brake.map(({ kind, what }) => `${kind}: ${what}`)),
    ...some('events', events.map(({ kind, what, accepted, reason }) => `${kind}: ${what}${reason === '' ? '' : `（${reason}）`}${accepted ? ', accepted' : ''}`)),
  };
  return { golden, summary, rows };
}

/** JSON with a line for each row and each list of words, so that a change is read in a few lines. */
export function goldenText(golden: object): string {
  const write = (value: unknown, indent: string): string => {
    if (Array.isArray(value)) {
      const flat = value.every((entry) => typeof entry !== 'object');
      if (flat || value.length === 0) return JSON.stringify(value);
      return `[\n${value.map((entry) => `${indent}  ${write(entry, `${indent}  `)}`).join(',\n')}\n${indent}]`;
    }
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    if ('verdict' in value) return JSON.stringify(value);
    const lines = Object.entries(value).map(([key, entry]) => `${indent}  ${JSON.stringify(key)}: ${write(entry, `${indent}  `)}`);
    return `{\n${lines.join(',\n')}\n${indent}}`;
  };
  return `${write(golden, '')}\n`;
}
