import { Refusal } from '../../../shared/contract/errors.ts';
import type { TrashRow } from '../../../shared/contract/trash.ts';
import { ledgerOf } from '../../../shared/register/ledgers/index.ts';
import { labelOf, shown } from '../../../shared/register/show-value.ts';
import { nameOfRow } from '../history/name-of-row.ts';
import { entryKey } from '../storage/entry-store.ts';
import { onlyRecord } from '../storage/record-papers.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { alreadyThere, sameEntries } from '../tables/entry-rules.ts';
import type { Problem } from '../tables/typed-value.ts';
import { holdersOf, takenBy, uniqueNumbers } from '../tables/unique-numbers.ts';
import { thrownAway, type Thrown, type ThrownRow } from './thrown-away.ts';

/** What stands in the way of one row: its household or person gone, its number borne by another, its record written anew. */
function inTheWay(register: RegisterFile, row: ThrownRow, coming: ReadonlySet<string>): Problem | null {
  const { values } = row;
  for (const [column, entity, word] of [['householdId', 'household', '所属的户'], ['memberId', 'member', '所属的人']] as const) {
    const owner = values[column];
    if (typeof owner === 'string' && !coming.has(owner) && !register.rows.get(entity, owner)) return { what: `${word}已不在登记册里`, remedy: `请先恢复${word.slice(3)}` };
  }
  for (const [field, { key }] of Object.entries(uniqueNumbers)) {
    const value = values[field] ?? null;
    if (value === null || row.entity !== (field === 'householdNo' ? 'household' : 'member')) continue;
    const [holder] = holdersOf(register, field, key(value));
    if (holder) return { what: `${labelOf(field)} ${shown(field, value)}：${takenBy(holder.name).what}`, remedy: `请先改 ${holder.name} 的${labelOf(field)}，或者不恢复` };
  }
  if (row.entity !== 'entry') return null;
  const record = onlyRecord(values);
  if (record !== null && !coming.has(record) && !register.rows.get('entry', record)) return { what: '所属的那条记录已不在登记册里', remedy: '请先恢复那条记录' };
  const ledger = ledgerOf(String(values['ledger']));
  return sameEntries(register, ledger.key, entryKey(values)).length > 0 ? alreadyThere(ledger) : null;
}

function obstacleOf(register: RegisterFile, { row, along }: Thrown): Problem | null {
  const all = [row, ...along];
  const coming = new Set(all.map(({ id }) => id));
  for (const each of all) {
    const problem = inTheWay(register, each, coming);
    if (problem) return problem;
  }
  return null;
}

const hidden = new Set(['householdId', 'memberId', 'ledger', 'extra', 'own']);

function toTrashRow(register: RegisterFile, thrown: Thrown): TrashRow {
  const { row, along } = thrown;
  return {
    command: row.command,
    id: row.id,
    // Records of a year are no item of their own.
    entity: row.entity as TrashRow['entity'],
    what: whatIs(register, row),
    label: row.label,
    at: row.at,
    who: row.who,
    along: along.length,
    values: Object.entries(row.values).filter(([column, value]) => value !== null && !hidden.has(column)).map(([column, value]) => ({ label: labelOf(column), text: shown(column, value) })),
    obstacle: obstacleOf(register, thrown),
  };
}

function whatIs(register: RegisterFile, { entity, id, values }: ThrownRow): string {
  const name = nameOfRow(register, entity, id);
  return entity === 'member' || entity === 'helper' ? `${name}（${nameOfRow(register, 'household', String(values['householdId']))}）` : name;
}

export function listTrash(register: RegisterFile, offset: number, limit: number): { total: number; rows: TrashRow[] } {
  const all = thrownAway(register);
  return { total: all.length, rows: all.slice(offset, offset + limit).map((thrown) => toTrashRow(register, thrown)) };
}

/** Brings a row back with what went along: one command. Answers how it is called. */
export function restoreRow(register: RegisterFile, { command, id }: { readonly command: number; readonly id: string }): string {
  const found = thrownAway(register).find(({ row }) => row.command === command && row.id === id);
  if (!found) throw new Refusal('NOT_FOUND', '回收站里没有这一条', { remedy: '可能已经恢复了，请按 F5 刷新后再看' });
  const where = whatIs(register, found.row);
  const problem = obstacleOf(register, found);
  if (problem) throw new Refusal('VALUE_REFUSED', problem.what, { where, remedy: problem.remedy });
  const label = `从回收站恢复 ${where}`;
  const order = [found.row, ...found.along].toSorted((one, other) => other.seq - one.seq);
  register.log.run({ kind: 'edit', label }, (writer) => {
    for (const row of order) writer.create(row.entity, row.id, row.values);
  });
  return label;
}
