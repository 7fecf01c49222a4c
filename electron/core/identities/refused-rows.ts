import type { CellRemark } from '../../../shared/changes/plan-types.ts';
import type { RegisterFile } from '../storage/register-file.ts';

export interface RefusedRow {
  readonly batch: number;
  readonly position: number;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  /** Address of the damaged cell, H57. */
  readonly cell: string;
  readonly field: 'identityNo' | 'headIdentityNo';
  readonly written: string;
  readonly what: 'lost' | 'length';
  readonly remark: CellRemark;
  readonly name: string | null;
  readonly householdNo: string | null;
  readonly village: string | null;
  /** Rows of earlier imports that say the same. */
  readonly before: readonly { readonly batch: number; readonly position: number }[];
  /** Somebody has decided that the row is not to be taken. */
  readonly note: { readonly reason: string; readonly at: string; readonly who: string } | null;
}

interface Stored {
  readonly batch: number;
  readonly position: number;
  readonly sheetRow: number;
  readonly name: string | null;
  readonly householdNo: string | null;
  readonly village: string | null;
  readonly remarks: string;
  readonly file: string;
  readonly sheet: string;
  readonly columns: string;
  readonly reason: string | null;
  readonly at: string | null;
  readonly who: string | null;
}

/**
 * Rows of committed imports that were refused, newest import first. Left out: those that went in again since and were not
 * taken back, and those whose person has come into the same household by a later import, under the same name.
 */
const refusedSql = `
  SELECT p.batch, p.position, p.sheetRow, p.name, p.householdNo, p.village, p.remarks, s.file, s.sheet, s.columns, d.reason, d.at, d.who
  FROM planRow p
  JOIN importBatch b ON b.number = p.batch AND b.state = 'committed'
  JOIN importSheet s ON s.id = p.sheet
  LEFT JOIN refusedRowDone d ON d.batch = p.batch AND d.position = p.position
  LEFT JOIN importBatch again ON again.number = d.again
  WHERE p.verdict = 'refused' AND p.cells IS NOT NULL AND (p.remarks LIKE '%"R016"%' OR p.remarks LIKE '%"R001"%') AND again.state IS NOT 'committed'
    AND NOT EXISTS (
      SELECT 1 FROM household h JOIN member m ON m.householdId = h.id JOIN change c ON c.rowId = m.id
      WHERE h.householdNo = p.householdNo AND m.name = p.name AND c.action = 'create' AND c.command > b.command)
  ORDER BY p.batch DESC, p.position`;

const rules: Readonly<Record<string, RefusedRow['what']>> = { R016: 'lost', R001: 'length' };

/** The remark on the identity number that refused a row, if that was the reason. */
function damageOf(stored: Stored): { readonly remark: CellRemark; readonly field: RefusedRow['field']; readonly what: RefusedRow['what'] } | undefined {
  const columns = JSON.parse(stored.columns) as Record<string, string>;
  for (const remark of JSON.parse(stored.remarks) as CellRemark[]) {
    const what = rules[remark.rule];
    if (remark.effect !== 'row' || what === undefined) continue;
    const letters = remark.cell.replace(/\d+$/, '');
    for (const field of ['identityNo', 'headIdentityNo'] as const) if (columns[field] === letters) return { remark, field, what };
  }
  return undefined;
}

interface Known {
  readonly revision: number;
  readonly rows: readonly RefusedRow[];
}

/** The last answer for each register: it holds until the next command, or until a row is marked. */
const answers = new WeakMap<RegisterFile, Known>();

/** After a row was marked as dealt with: that is no command of its own. */
export const forgetRefusedRows = (register: RegisterFile): void => void answers.delete(register);

/** Rows that imports refused because their identity number is damaged. The same row of the same sheet imported twice is one. */
export function refusedRows(register: RegisterFile): readonly RefusedRow[] {
  const known = answers.get(register);
  if (known?.revision === register.log.revision) return known.rows;
  const found = new Map<string, RefusedRow & { before: { batch: number; position: number }[] }>();
  const timesIn = new Map<string, number>();
  for (const each of register.sql(refusedSql).iterate()) {
    const stored = each as Stored;
    const damage = damageOf(stored);
    if (!damage) continue;
    const { batch, position, name, householdNo } = stored;
    const said = [damage.field, householdNo, name, damage.remark.value].join('|');
    // Two of one name in one household are two.
    const times = (timesIn.get(`${batch}|${said}`) ?? 0) + 1;
    timesIn.set(`${batch}|${said}`, times);
    const newer = found.get(`${said}|${times}`);
    if (newer) {
      newer.before.push({ batch, position });
      continue;
    }
    found.set(`${said}|${times}`, {
      batch,
      position,
      file: stored.file,
      sheet: stored.sheet,
      row: stored.sheetRow,
      cell: damage.remark.cell,
      field: damage.field,
      written: damage.remark.value,
      what: damage.what,
      remark: damage.remark,
      name,
      householdNo,
      village: stored.village,
      before: [],
      note: stored.reason === null ? null : { reason: stored.reason, at: stored.at ?? '', who: stored.who ?? '' },
    });
  }
  const rows = [...found.values()];
  answers.set(register, { revision: register.log.revision, rows });
  return rows;
}

/** The row as its file has it. */
export function cellsOf(register: RegisterFile, { batch, position }: { readonly batch: number; readonly position: number }): readonly string[] {
  const { cells } = register.sql('SELECT cells FROM planRow WHERE batch = ? AND position = ?').get(batch, position) as { cells: string };
  return JSON.parse(cells) as string[];
}
