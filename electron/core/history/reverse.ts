import type { UndoResult } from '../../../shared/changes/plan-types.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Entity } from '../../../shared/register/field.ts';
import { labelOf, shown } from '../../../shared/register/show-value.ts';
import { breathe, type Job } from '../jobs.ts';
import type { CellChange, Writer } from '../storage/commands.ts';
import { onlyRecord, papersAlone } from '../storage/record-papers.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { loggedValues, type Row } from '../storage/row-store.ts';
import type { LoggedChange } from './log-row.ts';
import { nameOfRow } from './name-of-row.ts';
import { whyOwnStays } from './own-column-stays.ts';

/** 2020-06-30 09:05 on this machine's clock, as the page tells times: Sweden writes them so. */
const localTime = (iso: string): string => new Date(iso).toLocaleString('sv-SE').slice(0, 16);

/** Who changed a cell or row after a command, for the list of what stays. */
function since(register: RegisterFile, id: string, column: string | null, command: number): string {
  const found = register
    .sql(
      `SELECT k.at, k.who, k.label FROM change c JOIN command k ON k.number = c.command
       WHERE c.rowId = ?1 AND c.command > ?2 AND (?3 IS NULL OR c.field = ?3 OR c.action <> 'set') ORDER BY c.seq DESC LIMIT 1`,
    )
    .get(id, command, column) as { at: string; who: string; label: string } | undefined;
  return found ? `${localTime(found.at)} 由 ${found.who} 改过（${found.label}）` : '之后改过';
}

const children: Readonly<Partial<Record<Entity, readonly (readonly [string, string])[]>>> = {
  household: [
    ['member', 'SELECT 1 FROM member WHERE householdId = ? LIMIT 1'],
    ['householdYear', 'SELECT 1 FROM householdYear WHERE householdId = ? LIMIT 1'],
    ['helper', 'SELECT 1 FROM helper WHERE householdId = ? LIMIT 1'],
    ['entry', 'SELECT 1 FROM entry WHERE householdId = ? LIMIT 1'],
  ],
  member: [
    ['memberYear', 'SELECT 1 FROM memberYear WHERE memberId = ? LIMIT 1'],
    ['entry', 'SELECT 1 FROM entry WHERE memberId = ? LIMIT 1'],
  ],
};

const parents: Readonly<Partial<Record<Entity, readonly (readonly [string, Entity])[]>>> = {
  householdYear: [['householdId', 'household']],
  member: [['householdId', 'household']],
  memberYear: [['memberId', 'member']],
  helper: [['householdId', 'household']],
  entry: [['householdId', 'household'], ['memberId', 'member']],
};

/** Takes back what a command set in one row, newest first, where it is still there as it was written: the row is read and written once. */
function reverseSets(register: RegisterFile, writer: Writer, entries: readonly LoggedChange[], command: number, result: MutableResult): void {
  const [first] = entries;
  if (!first) return;
  const { entity, rowId } = first;
  const row = register.rows.get(entity, rowId);
  const values: Record<string, Stored> = { ...row };
  const changes: CellChange[] = [];
  for (const entry of entries) {
    const column = entry.field ?? '';
    const stays = row ? whyOwnStays(register, entry, command) : null;
    const current = values[column] ?? null;
    if (!row) result.failed.push({ what: `${nameOfRow(register, entity, rowId)} · ${labelOf(column)}`, why: '这一行后来被删除了' });
    else if (stays !== null) result.kept.push({ what: nameOfRow(register, entity, rowId), why: stays });
    else if (current === entry.new) {
      changes.push({ column, old: current, value: entry.old });
      values[column] = entry.old;
    } else if (current !== entry.old) {
      // A value that is already what it was needs nothing.
      result.kept.push({ what: `${nameOfRow(register, entity, rowId)} · ${labelOf(column)}：${shown(column, current)}`, why: since(register, rowId, column, command) });
    }
  }
  if (changes.length > 0) writer.setAll(entity, rowId, changes);
  result.reversed += changes.length;
}

const called: Readonly<Partial<Record<Entity, string>>> = { household: '新增的户', member: '新增的人', householdYear: '新增的这一年', memberYear: '新增的这一年' };

/** Takes back the coming or going of a row, if it is still as the command left it. */
function reverseRow(register: RegisterFile, writer: Writer, entry: LoggedChange, command: number, result: MutableResult): void {
  const { entity, rowId } = entry;
  const row: Row | undefined = register.rows.get(entity, rowId);
  const stays = row ? whyOwnStays(register, entry, command) : null;
  if (stays !== null) return void result.kept.push({ what: nameOfRow(register, entity, rowId), why: stays });
  if (entry.action === 'create') {
    if (!row) return;
    const written = JSON.parse(String(entry.new)) as Record<string, Stored>;
    const edited = Object.entries(loggedValues(row)).find(([column, value]) => (value ?? null) !== (written[column] ?? null));
    const child = children[entity]?.some(([, sql]) => register.sql(sql).get(rowId) !== undefined) || (entity === 'entry' && papersAlone(register, rowId).length > 0);
    if (edited || child) {
      const why = edited ? since(register, rowId, edited[0], command) : '名下还有之后登记的内容';
      // Not the one value alone: all of what came stays, with what belongs to it.
      result.kept.push({ what: `${nameOfRow(register, entity, rowId)} · ${called[entity] ?? '新增的记录'}留着${edited ? `，${labelOf(edited[0])}：${shown(edited[0], edited[1])}` : ''}`, why });
      return;
    }
    writer.remove(entity, rowId);
    result.reversed++;
    return;
  }
  if (row) return void result.failed.push({ what: nameOfRow(register, entity, rowId), why: '这一行已经在登记册里' });
  const values = JSON.parse(String(entry.old)) as Record<string, Stored>;
  const record = entity === 'entry' ? onlyRecord(values) : null;
  if (record !== null && !register.rows.get('entry', record)) return void result.failed.push({ what: nameOfRow(register, entity, rowId), why: '所属的那条记录已不在登记册里' });
  const lost = parents[entity]?.some(([column, parent]) => typeof values[column] === 'string' && !register.rows.get(parent, values[column]));
  if (lost) {
    result.failed.push({ what: nameOfRow(register, entity, rowId), why: '所属的户或人已不在登记册里' });
    return;
  }
  writer.create(entity, rowId, values);
  result.reversed++;
}

interface MutableResult {
  readonly command: number;
  reversed: number;
  readonly kept: { what: string; why: string }[];
  readonly failed: { what: string; why: string }[];
}

const chunk = 1000;

/** Takes back entries of the log, newest first; neighbours that set cells of one row together. What is said of an own column is read anew for each. */
function reverseEntries(register: RegisterFile, writer: Writer, entries: readonly LoggedChange[], command: number, result: MutableResult): void {
  let sets: LoggedChange[] = [];
  const takeBack = (): void => {
    reverseSets(register, writer, sets, command, result);
    sets = [];
  };
  for (const entry of entries) {
    const [first] = sets;
    if (entry.action !== 'set' || first?.rowId !== entry.rowId || entry.entity === 'ownColumn') takeBack();
    if (entry.action === 'set') sets.push(entry);
    else reverseRow(register, writer, entry, command, result);
  }
  takeBack();
}

/** Keeps what could not be taken back, so that it can be read weeks later. */
function report(register: RegisterFile, { command, kept, failed }: MutableResult): void {
  const insert = register.sql('INSERT INTO undoReport (command, position, fate, what, why) VALUES (?, ?, ?, ?, ?)');
  let position = 0;
  for (const { what, why } of kept) insert.run(command, position++, 'kept', what, why);
  for (const { what, why } of failed) insert.run(command, position++, 'failed', what, why);
}

/** Takes a command back, newest entry first, as a command of its own. What was changed since stays and is listed. */
export async function reverseCommand(
  register: RegisterFile,
  command: number,
  head: { kind: 'undo' | 'redo'; label: string },
  job: Job,
  alsoInside?: (writer: Writer) => void,
): Promise<UndoResult> {
  const { n: total } = register.sql('SELECT count(*) AS n FROM change WHERE command = ?').get(command) as { n: number };
  const page = register.sql('SELECT seq, entity, rowId, action, field, old, new FROM change WHERE command = ? AND seq < ? ORDER BY seq DESC LIMIT ?');
  return register.log.runSlowly({ ...head, reverses: command }, async (writer) => {
    const told: MutableResult = { command: writer.number, reversed: 0, kept: [], failed: [] };
    let before = Number.MAX_SAFE_INTEGER;
    for (let done = 0; ; ) {
      const entries = page.all(command, before, chunk) as (LoggedChange & { seq: number })[];
      if (entries.length === 0) break;
      reverseEntries(register, writer, entries, command, told);
      before = entries.at(-1)?.seq ?? 0;
      done += entries.length;
      job.tell('正在撤销', done, total);
      if (total > chunk) await breathe(job);
    }
    report(register, told);
    alsoInside?.(writer);
    return told;
  });
}
