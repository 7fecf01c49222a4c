import { Refusal } from '../../../shared/contract/errors.ts';
import type { OwnAbout, OwnColumnUse, OwnDraft } from '../../../shared/contract/own-columns.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { writeDeclaration } from '../../../shared/register/own/declaration.ts';
import { ownerOfKey, ownKey, ownKinds, ownOwners, type OwnColumn } from '../../../shared/register/own/own-column.ts';
import { labelOf } from '../../../shared/register/show-value.ts';
import { ledgerKeyOf, ledgerSubject, type Subject } from '../../../shared/sheets/subject.ts';
import type { Writer } from '../storage/commands.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { checkDraft } from './check-draft.ts';
import { teachLayouts } from './layouts.ts';
import { countOwn, ownRows } from './own-rows.ts';

export const ownUses = (register: RegisterFile): OwnColumnUse[] => register.own.map((column) => ({ column, values: countOwn(register, column.key) }));

/** Whom a column is about, from its key. */
export function aboutOf(key: string): OwnAbout {
  const owner = ownerOfKey(key);
  const entity = ownOwners.find((each) => each === owner?.entity);
  if (entity) return entity;
  if (owner?.ledger) return ledgerSubject(owner.ledger);
  throw new Error(`No own column ${key}`);
}

export function newKey(about: OwnAbout): string {
  const owner = ownOwners.find((each) => each === about);
  // Whatever is no row of the register's own is a ledger's subject.
  return ownKey(owner ?? { ledger: ledgerKeyOf(about as Subject) ?? '' }, newId().replaceAll('-', '').slice(-12));
}

const nextPlace = (register: RegisterFile): number => (register.sql('SELECT coalesce(max(ownPlace), 0) + 1 AS place FROM ownColumn').get() as { place: number }).place;

/** Writes a new declaration within a command; layouts that kept its headers as notes carry it from now on. */
export function declare(register: RegisterFile, writer: Writer, column: OwnColumn): void {
  writer.create('ownColumn', column.key, { ...writeDeclaration(column), ownPlace: nextPlace(register) });
  teachLayouts(register, column);
}

export function addColumn(register: RegisterFile, about: OwnAbout, draft: OwnDraft): string {
  const column = checkDraft(draft, about, newKey(about));
  register.log.run({ kind: 'edit', label: `新增自设列“${column.label}”` }, (writer) => declare(register, writer, column));
  return column.key;
}

/** New values of the rows that have a choice which is called otherwise now; refused where a choice is gone that rows have. */
function followChoices(register: RegisterFile, before: OwnColumn, after: OwnColumn, draft: OwnDraft): { readonly id: string; readonly old: Stored; readonly value: Stored }[] {
  if (before.kind !== 'code' || after.kind !== 'code') return [];
  const now = new Map(draft.choices.flatMap(({ value, was }) => (was === undefined ? [] : [[was, value] as const])));
  const order = after.choices.map(({ value }) => value);
  for (const value of order) if (!now.has(value) && before.choices.some((choice) => choice.value === value)) now.set(value, value);
  const gone = new Map<string, number>();
  const next = ownRows(register, before.key).rows.flatMap(({ id, value: old }) => {
    const parts = before.several ? String(old).split('、') : [String(old)];
    for (const part of parts) if (!now.has(part)) gone.set(part, (gone.get(part) ?? 0) + 1);
    const renamed = parts.map((part) => now.get(part) ?? part).toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).join('、');
    return renamed === old ? [] : [{ id, old, value: renamed }];
  });
  const [lost] = gone;
  if (lost) throw new Refusal('VALUE_REFUSED', `还有 ${lost[1]} 行选着“${lost[0]}”，不能去掉这个选项`, { where: `自设列 ${before.label}`, remedy: '请先把这些行改成别的选项，或给这个选项改名' });
  return next;
}

/** Changes a declaration: one command, with the rows that follow a renamed choice. */
export function changeColumn(register: RegisterFile, key: string, base: number, draft: OwnDraft): void {
  const before = register.own.find((column) => column.key === key);
  const row = register.rows.get('ownColumn', key);
  if (!before || !row) throw new Refusal('NOT_FOUND', '这个自设列已经不在了', { remedy: '请按 F5 刷新后再看' });
  const where = `自设列 ${before.label}`;
  if (row.revision > base) throw new Refusal('STALE', '这个自设列刚刚在别处改过', { where, remedy: '请看过现在的样子再改' });
  const after = checkDraft(draft, aboutOf(key), key);
  const filled = countOwn(register, key);
  if (after.kind !== before.kind && filled > 0) {
    throw new Refusal('VALUE_REFUSED', `已有 ${filled} 行填了内容，不能从“${ownKinds[before.kind]}”改成“${ownKinds[after.kind]}”`, { where, remedy: '请另设一列，原来的一列可以停用' });
  }
  if (before.several && !after.several && ownRows(register, key).rows.some(({ value }) => String(value).includes('、'))) {
    throw new Refusal('VALUE_REFUSED', '有的行选了几个选项，不能改成只选一个', { where, remedy: '请先把这些行改成一个选项' });
  }
  const followed = followChoices(register, before, after, draft);
  const written = writeDeclaration(after);
  const changed = Object.entries(written).filter(([column, value]) => (row[column] ?? null) !== value);
  if (changed.length === 0) return;
  const label = `自设列“${before.label}”：改${changed.map(([column]) => labelOf(column)).join('、')}${followed.length > 0 ? `，${followed.length} 行跟着改` : ''}`;
  const { entity } = ownRows(register, key);
  register.log.run({ kind: 'edit', label }, (writer) => {
    for (const [column, value] of changed) writer.set('ownColumn', key, column, row[column] ?? null, value);
    for (const { id, old, value } of followed) writer.set(entity, id, key, old, value);
    teachLayouts(register, after);
  });
}
