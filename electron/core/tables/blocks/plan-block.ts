import type { BlockCheck, ChangedCell, RefusedCell } from '../../../../shared/contract/blocks.ts';
import { shown } from '../../../../shared/register/show-value.ts';
import type { Subject } from '../../../../shared/sheets/subject.ts';
import type { Table } from '../../../../shared/sheets/table.ts';
import { lockOf } from '../../../../shared/sheets/table-lock.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import { goneRow } from '../rows.ts';
import { columnOf, sourceOf, type ColumnSource } from '../sources.ts';
import { understandTyped } from '../typed-value.ts';
import { behind, readBlockRows, rowsAtATime, type BlockRow } from './block-rows.ts';
import { numberClaims, recordClaims, settleClaims, type Claim } from './claims.ts';
import { refused, whereOf, type CellRefusal, type PlannedCell } from './planned-cell.ts';
import { isShared, joinShared } from './shared-cells.ts';
import { touchedSince } from './touched.ts';
import type { CellPlace, Wish } from './wish.ts';
import type { Work } from './work.ts';

/** Where a block is to be written. */
export interface BlockGround {
  readonly subject: Subject;
  readonly year: number;
  /** The rows of the table in the order that the writer has before the eyes. */
  readonly ids: readonly string[];
  /** The revision that the writer has before the eyes. */
  readonly revision: number;
  /** What others wrote up to then the writer has seen, too, and writes over. */
  readonly seen?: number | undefined;
  readonly today: string;
}

/** What a block would do, cell by cell. */
export interface BlockPlan {
  readonly table: Table;
  /** Cells that the change is about, as the page counts them. */
  readonly cells: number;
  readonly same: number;
  readonly beyond: number;
  /** Cells of the register that would change, each once. */
  readonly changes: readonly PlannedCell[];
  readonly refused: readonly PlannedCell[];
  /** Rows of the table on which something would change. */
  readonly rows: number;
  readonly claims: readonly Claim[];
}

const nowhere = { householdId: '', memberId: null, householdYearId: null, memberYearId: null, name: '' };

/** The one rule book by which cells are written: what is read how, what is locked, what must be the only one. Nothing is written here. */
export function* planBlock(register: RegisterFile, ground: BlockGround, wish: Wish): Work<BlockPlan> {
  const { subject, year, ids, today } = ground;
  const { table } = sourceOf(subject);
  const touched = touchedSince(register, Math.max(ground.revision, ground.seen ?? 0));
  const total = wish.areas.reduce((sum, { from, to }) => sum + to - from + 1, 0);

  let cells = 0;
  let same = 0;
  let done = 0;
  const kept: PlannedCell[] = [];
  const seen = wish.areas.length > 1 ? new Set<string>() : null;

  function plan(place: CellPlace, row: BlockRow | undefined, at: number): void {
    const { field } = place;
    const old = row?.values[at] ?? null;
    const text = wish.text(place, old);
    if (text === undefined) return;
    cells++;
    const id = ids[place.row] ?? '';
    const cell = (value: PlannedCell['value'], refusal: CellRefusal | null): PlannedCell => {
      const { householdId, name } = row ?? nowhere;
      const { rowId, owner } = row ? behind(row, field) : { rowId: undefined, owner: '' };
      return { row: place.row, id, householdId, name, field, entity: field.entity, rowId, owner, text, old, value, refusal };
    };
    if (!row) return void kept.push(cell(null, refused('NOT_FOUND', { what: goneRow(subject), remedy: '请按 F5 刷新后再看' })));
    const lock = lockOf(table, field);
    if (lock) return void kept.push(cell(null, refused('VALUE_REFUSED', lock)));
    const typed = understandTyped(field, text, today);
    if (typed.problem) return void kept.push(cell(null, refused('VALUE_REFUSED', typed.problem)));
    const planned = cell(typed.value, null);
    if (typed.value === old && !(isShared(planned) && subject === 'people')) return void same++;
    if (typed.value !== old && touched(planned.rowId, field.key)) {
      const there = shown(field.key, old);
      const said = (text: string): string => (text === '' ? '空' : `“${text}”`);
      const what = `这一格刚被别处改为${said(there)}，您填的是${said(shown(field.key, typed.value))}`;
      planned.refusal = { ...refused('STALE', { what, remedy: '请看过新值后再改' }), stands: { text: there, revision: register.log.revision } };
    }
    kept.push(planned);
  }

  for (const [area, { from, to, fields }] of wish.areas.entries()) {
    const columns: readonly ColumnSource[] = fields.map((key) => columnOf(sourceOf(subject), key));
    for (let start = from; start <= to; start += rowsAtATime) {
      const rows = readBlockRows(register, { subject, year }, ids.slice(start, Math.min(to + 1, start + rowsAtATime)), columns);
      for (const [offset, row] of rows.entries()) {
        for (const [column, { field }] of columns.entries()) {
          if (seen) {
            const key = `${start + offset}|${field.key}`;
            if (seen.has(key)) continue;
            seen.add(key);
          }
          plan({ row: start + offset, area, column, field }, row, column);
        }
      }
      done += rows.length;
      if (total > rowsAtATime) yield { what: '正在核对', done, total };
    }
  }

  const groups = subject === 'people' ? joinShared(kept) : null;
  const alone = groups ? groups.flatMap(([first]) => (first ? [first] : [])) : kept;
  const claims = table.ledger ? recordClaims(register, table.ledger, alone) : [...numberClaims(register, alone).values()].flatMap((those) => { settleClaims(those); return those; });
  if (table.ledger) settleClaims(claims);
  for (const group of groups ?? []) for (const cell of group) cell.refusal ??= group[0]?.refusal ?? null;

  const isChange = ({ refusal, old, value }: PlannedCell): boolean => refusal === null && value !== old;
  const changedRows = new Set(kept.filter(isChange).map(({ row }) => row));
  return {
    table,
    cells,
    same: same + alone.filter(({ refusal, old, value }) => refusal === null && value === old).length,
    beyond: wish.beyond,
    changes: alone.filter(isChange),
    refused: kept.filter(({ refusal }) => refusal !== null),
    rows: changedRows.size,
    claims: claims.filter(({ cells: own }) => own.every(isChange)),
  };
}

const most = 500;

export const refusedCells = ({ table, refused: cells }: BlockPlan): RefusedCell[] =>
  cells.slice(0, most).map((cell) => ({ id: cell.id, row: cell.row, field: cell.field.key, where: whereOf(table, cell), text: cell.text, why: cell.refusal?.what ?? '', remedy: cell.refusal?.remedy ?? '', ...(cell.refusal?.stands ? { stands: cell.refusal.stands.text } : {}) }));

/** What a plan would do, in numbers and with its first cells. */
export function checkOf(plan: BlockPlan, revision: number): BlockCheck {
  const { table, cells, changes, rows, same, beyond } = plan;
  return {
    revision,
    staleCount: plan.refused.filter(({ refusal }) => refusal?.code === 'STALE').length,
    cells,
    changes: changes.length,
    rows,
    households: new Set(changes.flatMap(({ householdId }) => (householdId === '' ? [] : [householdId]))).size,
    same,
    refusedCount: plan.refused.length,
    refused: refusedCells(plan),
    changed: changes.slice(0, most).map((cell): ChangedCell => ({ id: cell.id, row: cell.row, field: cell.field.key, where: whereOf(table, cell), old: cell.old, new: cell.value })),
    beyond,
  };
}
