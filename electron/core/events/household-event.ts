import type { z } from 'zod';
import { movementKinds } from '../../../shared/changes/life-events.ts';
import type { cardEvent } from '../../../shared/contract/cards.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { ledgerOf } from '../../../shared/register/ledgers/index.ts';
import { goneStates } from '../../../shared/register/member-state.ts';
import { labelOf } from '../../../shared/register/show-value.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readTyped } from '../tables/typed-value.ts';
import { mustBeOnce } from '../tables/entry-rules.ts';
import { tableRow } from '../tables/rows.ts';
import { planNewHousehold } from './new-household.ts';
import { writeStatus } from './write-status.ts';
import { writeMovement } from './write-event.ts';

type Asked = z.output<typeof cardEvent>;

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly here: boolean;
  readonly revision: number;
}

const wrong = (what: string, where: string, remedy: string): Refusal => new Refusal('VALUE_REFUSED', what, { where, remedy });

export function peopleOf(register: RegisterFile, householdId: string): Person[] {
  const rows = register.sql('SELECT id, name, relation, memberState, revision FROM member WHERE householdId = ? ORDER BY id').all(householdId) as Record<string, Stored>[];
  return rows.map(({ id, name, relation, memberState, revision }) => ({ id: String(id), name: String(name), relation: String(relation ?? ''), here: !goneStates.has(String(memberState ?? '')), revision: Number(revision) }));
}

/** The relations that the event gives, each a word of the dictionary. */
function relationsOf({ relations }: { readonly relations: Readonly<Record<string, string>> }, people: readonly Person[], where: string, today: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [id, text] of Object.entries(relations)) {
    const person = people.find((each) => each.id === id);
    if (!person) throw new Refusal('STALE', '有人已经不在这一户', { where, remedy: '请按 F5 刷新后再办' });
    const value = readTyped(field('relation'), text, today, `${person.name} · ${labelOf('relation')}`);
    found[id] = value === null ? '' : String(value);
  }
  return found;
}

/** After the event exactly one of those who live there is the head. */
function mustHaveHead(people: readonly Person[], relations: Readonly<Record<string, string>>, where: string): void {
  const here = people.filter((person) => person.here);
  const blank = here.find((person) => (relations[person.id] ?? person.relation) === '');
  if (blank) throw wrong(`${blank.name} 与户主是什么关系没有写`, where, '请给每个人选与户主关系');
  const heads = here.filter((person) => (relations[person.id] ?? person.relation) === '户主').length;
  if (here.length > 0 && heads !== 1) throw wrong(heads === 0 ? '这一户会没有户主' : `这一户会有 ${heads} 个户主`, where, '请指定一个人是户主，其余的人选与户主关系');
}

/** Carries out what the clerk does on a household's card: one command. Answers what it was and the household that it made. */
export function runEvent(register: RegisterFile, asked: Asked, today: string): { readonly label: string; readonly made: string | null } {
  const household = tableRow(register, 'households', asked.householdId, 0);
  const where = `户 ${String(household.values['householdNo'] ?? '') || String(household.values['headName'] ?? '')}`;
  const people = peopleOf(register, asked.householdId);
  const stale = people.some(({ revision }) => revision > asked.base) || Number(register.rows.get('household', asked.householdId)?.revision ?? 0) > asked.base;
  if (stale) throw new Refusal('STALE', '这一户刚被改过，没有办理', { where, remedy: '请看过新的内容再办' });
  if (asked.kind === 'status') return writeStatus(register, asked, { people, where, today });

  const day = readTyped(field('movement.on'), asked.on, today, `${where} · 日期`);
  if (day === null) throw wrong('没有写日期', where, '请写变动的日期，例如 2020-05-03');
  if (String(day) > today) throw wrong('日期在将来', where, '变动发生以后再办，请核对日期');
  if (asked.reason === '') throw wrong('没有选原因', where, '请选一个原因');
  const on = String(day);
  const chosen = asked.kind === 'merge' ? people.filter(({ here }) => here) : asked.kind === 'head' ? people.filter(({ id }) => id === asked.memberId) : asked.memberIds.map((id) => people.find((person) => person.id === id)).filter((person) => person !== undefined);
  if (chosen.length === 0 || (asked.kind !== 'merge' && asked.kind !== 'head' && chosen.length < asked.memberIds.length)) throw new Refusal('STALE', '选的人已经不在这一户', { where, remedy: '请按 F5 刷新后再办' });
  const gone = chosen.find(({ here }) => !here);
  if (gone) throw wrong(`${gone.name} 已经不在户内`, where, '请核对有效状态；记错了的可以撤销那一步');
  for (const { id, name } of chosen) {
    mustBeOnce(register, ledgerOf('movement'), { ledger: 'movement', memberId: id, householdId: asked.householdId, year: Number(on.slice(0, 4)), 'movement.kind': movementKinds[asked.kind], 'movement.on': on }, '', `${name} · ${movementKinds[asked.kind]}`);
  }
  const event = { householdId: asked.householdId, memberIds: chosen.map(({ id }) => id), reason: asked.reason, on, paper: asked.paper };
  const names = chosen.map(({ name }) => name).join('、');
  const said = [asked.reason, on, asked.paper].filter((part) => part !== '').join('，');

  if (asked.kind === 'leave') {
    const label = `${names}（${where}）减少：${said}`;
    register.log.run({ kind: 'edit', label }, (writer) => writeMovement(register, writer, 'leave', event.memberIds, event));
    return { label, made: null };
  }
  if (asked.kind === 'head') {
    const relations = { ...relationsOf(asked, people, where, today), [asked.memberId]: '户主' };
    mustHaveHead(people, relations, where);
    const label = `${where} 户主变更为 ${names}：${said}`;
    register.log.run({ kind: 'edit', label }, (writer) => writeMovement(register, writer, 'head', event.memberIds, { ...event, relations }));
    return { label, made: null };
  }
  const fresh = 'householdId' in asked.to ? null : planNewHousehold(register, { from: asked.householdId, householdNo: asked.to.householdNo, year: asked.kind === 'merge' ? null : asked.year }, today);
  const to = 'householdId' in asked.to ? asked.to.householdId : newId();
  if (to === asked.householdId) throw wrong('去的就是这一户', where, '请选另一户');
  const there = fresh ? [] : peopleOf(register, to);
  const goal = fresh ? `新户 ${fresh.householdNo}`.trim() : `户 ${String(tableRow(register, 'households', to, 0).values['householdNo'] ?? '')}`;
  const relations = relationsOf(asked, [...people, ...there], where, today);
  const moved = new Set(event.memberIds);
  mustHaveHead([...there, ...chosen.map((person) => ({ ...person, relation: '' }))], relations, goal);
  const left = people.filter(({ id, here }) => here && !moved.has(id));
  mustHaveHead(left, relations, where);
  const label = `${names} 由${where} ${movementKinds[asked.kind]}到${goal}：${said}`;
  register.log.run({ kind: 'edit', label }, (writer) => {
    fresh?.write(writer, to);
    writeMovement(register, writer, asked.kind, event.memberIds, { ...event, to, relations });
  });
  return { label, made: fresh ? to : null };
}
