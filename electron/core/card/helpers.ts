import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { storedFields } from '../../../shared/register/vocabulary.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readTyped } from '../tables/typed-value.ts';
import { tableRow } from '../tables/rows.ts';

/** Pairs a household with somebody responsible for helping it: one command. */
export function addHelper(register: RegisterFile, householdId: string, typed: Readonly<Record<string, string>>, today: string): string {
  const { values } = tableRow(register, 'households', householdId, 0);
  const name = String(values['headName'] ?? values['householdNo'] ?? '');
  const helper: Record<string, Stored> = {};
  for (const field of storedFields('helper')) {
    const value = readTyped(field, typed[field.key] ?? '', today, `${name} · ${field.label}`);
    if (value !== null) helper[field.key] = value;
  }
  const label = `${name}：新增帮扶责任人 ${String(helper['helperName'])}`;
  register.log.run({ kind: 'edit', label }, (writer) => writer.create('helper', newId(), { householdId, ...helper }));
  return label;
}

/** Takes out a pairing that was written by mistake; one that has ended gets its last day instead. */
export function removeHelper(register: RegisterFile, id: string, base: number): string {
  const row = register.rows.get('helper', id);
  if (!row) throw new Refusal('NOT_FOUND', '这个帮扶责任人已经去掉了', { remedy: '请按 F5 刷新后再看' });
  const { values } = tableRow(register, 'households', String(row['householdId']), 0);
  const name = String(values['headName'] ?? values['householdNo'] ?? '');
  if (row.revision > base) throw new Refusal('STALE', '帮扶责任人刚被改过，没有去掉', { where: `${name} · ${String(row['helperName'])}`, remedy: '请看过新值后再去掉' });
  const label = `${name}：去掉帮扶责任人 ${String(row['helperName'])}`;
  register.log.run({ kind: 'edit', label }, (writer) => writer.remove('helper', id));
  return label;
}
