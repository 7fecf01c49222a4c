import { statusChanges } from '../../../shared/changes/life-events.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { ledgerOf } from '../../../shared/register/ledgers/index.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import type { Writer } from '../storage/commands.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readTyped } from '../tables/typed-value.ts';
import { mustBeOnce } from '../tables/entry-rules.ts';
import { noteStatus, writeMovement } from './write-event.ts';

interface AskedStatus {
  readonly householdId: string;
  readonly status: string;
  readonly detail: string;
  readonly on: string;
  readonly paper: string;
  readonly year: number;
}

interface Around {
  readonly people: readonly { readonly id: string; readonly here: boolean }[];
  readonly where: string;
  readonly today: string;
}

/** A value of the household or of its year, written where it is another than before; the year's record is made where it is not there yet. */
function put(register: RegisterFile, writer: Writer, householdId: string, year: number, values: Readonly<Record<string, Stored>>): void {
  const fresh: Record<string, Stored> = {};
  const record = register.sql('SELECT id FROM householdYear WHERE householdId = ? AND year = ?').get(householdId, year) as { id: string } | undefined;
  for (const [key, value] of Object.entries(values)) {
    const { entity } = field(key);
    const id = entity === 'household' ? householdId : record?.id;
    if (id === undefined) {
      fresh[key] = value;
      continue;
    }
    const target = entity === 'household' ? 'household' : 'householdYear';
    const old = register.rows.get(target, id)?.[key] ?? null;
    if (old !== value) writer.set(target, id, key, old, value);
  }
  if (Object.keys(fresh).length > 0) writer.create('householdYear', newId(), { householdId, year, ...fresh });
}

/** A step of the household's status line, with what it says of the household itself: one command. */
export function writeStatus(register: RegisterFile, asked: AskedStatus, { people, where, today }: Around): { readonly label: string; readonly made: null } {
  const change = statusChanges.find(({ kind }) => kind === asked.status);
  if (!change) throw new Refusal('VALUE_REFUSED', `没有“${asked.status}”这种状态变动`, { where, remedy: `请选${statusChanges.map(({ kind }) => kind).join('、')}` });
  const month = readTyped(field('status.on'), asked.on, today, `${where} · 状态日期`);
  if (month === null) throw new Refusal('VALUE_REFUSED', '没有写年月', { where, remedy: '请写状态变动的年月，例如 2020-05' });
  const on = String(month);
  if (on > today.slice(0, 7)) throw new Refusal('VALUE_REFUSED', '状态日期在将来', { where, remedy: '变动发生以后再办，请核对年月' });
  const values: Record<string, Stored> = { ...change.says };
  let detail = asked.detail;
  if (change.detail !== null) {
    const told = field(change.detail);
    const value = readTyped(told, asked.detail, today, `${where} · ${told.label}`);
    if (value === null) throw new Refusal('VALUE_REFUSED', `没有写${told.label}`, { where, remedy: change.note });
    values[told.key] = value;
    detail = String(value);
  }
  for (const key of change.dated) values[key] = field(key).kind === 'year' ? Number(on.slice(0, 4)) : on;
  mustBeOnce(register, ledgerOf('status'), { ledger: 'status', householdId: asked.householdId, 'status.kind': change.kind, 'status.on': on, 'status.detail': detail || null }, '', `${where} · ${change.kind}`);
  const label = `${where} ${change.kind}：${[on, detail, asked.paper].filter((part) => part !== '').join('，')}`;
  const leaving = change.kind === '清退' ? people.filter(({ here }) => here).map(({ id }) => id) : [];
  const event = { householdId: asked.householdId, memberIds: leaving, reason: '清退', on: '', paper: asked.paper, status: { kind: change.kind, detail } };
  register.log.run({ kind: 'edit', label }, (writer) => {
    noteStatus(writer, { ...event, on });
    put(register, writer, asked.householdId, asked.year, values);
    if (leaving.length > 0) writeMovement(register, writer, 'leave', leaving, event);
  });
  return { label, made: null };
}
