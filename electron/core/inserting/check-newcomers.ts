import { birthDateOf, identityFault, identityKey, sexOf } from '../../../shared/fields/identity-number.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { goneStates } from '../../../shared/register/member-state.ts';
import { labelOf, shown } from '../../../shared/register/show-value.ts';
import { peopleOf } from '../events/household-event.ts';
import { nameOfRow } from '../history/name-of-row.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { holdersOf, takenBy, uniqueNumbers } from '../tables/unique-numbers.ts';
import { thrownAway, type Thrown } from '../trash/thrown-away.ts';
import type { NewHome, Newcomer } from './new-homes.ts';
import type { Remarks } from './new-row.ts';

const text = (value: Stored | undefined): string => (typeof value === 'string' ? value : '');

/** What a whole identity number tells of somebody. */
export function toldByNumber({ values }: Newcomer, today: string): Record<string, Stored> {
  const number = text(values['identityNo']);
  if (number === '' || identityFault(number, today) !== undefined) return {};
  return { birthDate: birthDateOf(number), sex: sexOf(number) };
}

/** Somebody of the register who bears a number already: that person is to be moved or corrected, not entered a second time. */
function alreadyHere(register: RegisterFile, id: string, into: string | null): { readonly what: string; readonly remedy: string } {
  const row = register.rows.get('member', id);
  const householdId = text(row?.['householdId']);
  const who = `${nameOfRow(register, 'member', id)}（${nameOfRow(register, 'household', householdId)}）`;
  const state = text(row?.['memberState']);
  if (goneStates.has(state)) return { what: `${who} 在登记册里，已记为${state}`, remedy: '记错了的，请把那个人的有效状态改回来' };
  if (householdId === into) return { what: `${who} 已经在这一户`, remedy: '不用再新增' };
  return { what: takenBy(who).what, remedy: '从那一户过来的，请在户卡片里办“转户”；号码写错的，请按证件改' };
}

/** Numbers that nobody else may bear, in the register and among the new rows. */
class Numbers {
  readonly #register: RegisterFile;
  readonly #seen = new Map<string, number>();
  constructor(register: RegisterFile) {
    this.#register = register;
  }

  check({ at, values, column }: Newcomer, into: string | null, remarks: Remarks): void {
    for (const field of ['identityNo', 'memberNo']) {
      const value = values[field];
      const unique = uniqueNumbers[field];
      if (value === undefined || !unique) continue;
      const key = `${field} ${unique.key(value)}`;
      const before = this.#seen.get(key);
      const [holder] = holdersOf(this.#register, field, unique.key(value));
      if (holder) remarks.refuse(at, column(field), alreadyHere(this.#register, holder.id, into));
      else if (before !== undefined) remarks.refuse(at, column(field), { what: `和第 ${before + 1} 行的${labelOf(field)}一样`, remedy: '请核对是不是同一个人' });
      else this.#seen.set(key, at);
    }
  }
}

const required: readonly (readonly [field: string, remedy: string])[] = [['name', '请填写'], ['relation', '请选与户主关系']];

function checkOwn(newcomer: Newcomer, today: string, remarks: Remarks): void {
  const { at, values, column } = newcomer;
  const told = (key: string): boolean => values[key] !== undefined || remarks.refused.some(({ row, field }) => row === at && field === column(key));
  for (const [key, remedy] of required) if (!told(key)) remarks.refuse(at, column(key), { what: `${labelOf(column(key))}没有写`, remedy });
  const state = text(values['memberState']);
  if (goneStates.has(state)) remarks.refuse(at, 'memberState', { what: `新来的人不会是“${state}”`, remedy: '请空着，或填“正常”' });
  for (const [key, value] of Object.entries(toldByNumber(newcomer, today))) {
    const typed = values[key];
    if (typed !== undefined && typed !== value) remarks.refuse(at, column(key), { what: `和证件号码不符：号码里是 ${shown(key, value)}`, remedy: '请按证件核对' });
  }
}

/** Whoever seems to be here under another number, or was taken out: no reason to refuse, one to look. */
function doubtsOf(register: RegisterFile, newcomer: Newcomer, trash: () => readonly Thrown[], today: string, remarks: Remarks): void {
  const { at, values, column } = newcomer;
  const name = text(values['name']);
  const number = identityKey(text(values['identityNo']));
  const birth = text(values['birthDate']) || text(toldByNumber(newcomer, today)['birthDate']);
  if (name === '') return;
  const twins = birth === '' ? [] : (register.sql('SELECT id FROM member WHERE name = ? AND birthDate = ? LIMIT 1').all(name, birth) as { id: string }[]);
  for (const { id } of twins) {
    const where = nameOfRow(register, 'household', text(register.rows.get('member', id)?.['householdId']));
    remarks.doubt(at, column('name'), { what: `${where} 有同名、同一天出生的人`, remedy: '请核对是不是同一个人' });
  }
  const thrown = trash().find(({ row }) => row.entity === 'member' && ((number !== '' && identityKey(text(row.values['identityNo'])) === number) || (row.values['name'] === name && birth !== '' && row.values['birthDate'] === birth)));
  if (thrown) remarks.doubt(at, column('name'), { what: `回收站里有 ${name}（${thrown.row.label}）`, remedy: '是同一个人的，在“记录”的回收站里恢复，以前的内容都回来' });
}

/** After they have come, every household has one head. */
function checkHeads(register: RegisterFile, { existing, name, people }: NewHome, remarks: Remarks): void {
  const heads = people.filter(({ values }) => values['relation'] === '户主');
  const head = existing === null ? undefined : peopleOf(register, existing).find(({ here, relation }) => here && relation === '户主');
  for (const { at, column } of head ? heads : heads.slice(1)) {
    const what = head ? `${name} 已有户主 ${head.name}` : `${name} 会有两个户主`;
    remarks.refuse(at, column('relation'), { what, remedy: head ? '请选与户主关系；要换户主，新增以后在户卡片里办“变更户主”' : '只能有一个人是户主' });
  }
  if (existing !== null || heads.length > 0) return;
  for (const { at, column } of people) remarks.refuse(at, column('relation'), { what: `${name} 没有户主`, remedy: '登记册里没有这一户：请核对户编号；是新户的，要有一个人是户主' });
}

/** Holds everybody who is to come against the register and against one another. */
export function checkNewcomers(register: RegisterFile, homes: readonly NewHome[], today: string, remarks: Remarks): void {
  const numbers = new Numbers(register);
  let thrown: readonly Thrown[] | undefined;
  const trash = (): readonly Thrown[] => (thrown ??= thrownAway(register));
  for (const home of homes) {
    for (const newcomer of home.people) {
      checkOwn(newcomer, today, remarks);
      numbers.check(newcomer, home.existing, remarks);
      doubtsOf(register, newcomer, trash, today, remarks);
    }
    checkHeads(register, home, remarks);
  }
}
