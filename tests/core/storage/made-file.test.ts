import { existsSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openRegisterFile, type RegisterFile } from '../../../electron/core/storage/register-file.ts';
import type { Entity } from '../../../shared/register/field.ts';
import type { RowValues } from '../../../electron/core/storage/row-store.ts';
import { openTestCore } from '../support/core.ts';

async function emptyRegister(): Promise<{ register: RegisterFile; path: string }> {
  const { core, path } = await openTestCore();
  core.close();
  return { register: openRegisterFile(path, { who: '', now: () => new Date() }), path };
}

/** Rows of a plan, the last of them longer than a page. */
const made = (batch: number): [Entity, string, RowValues][] => [
  ['household', `h${batch}`, { householdNo: '1', town: '牛心台街道', liftYear: 2018 }],
  ['householdYear', `hy${batch}`, { householdId: `h${batch}`, year: 2020, farmland: 2.5, perCapitaIncome: 6000 }],
  ['member', `m${batch}`, { householdId: `h${batch}`, name: '试"甲\u{20BB7}', relation: '户主' }],
  ['memberYear', `my${batch}`, { memberId: `m${batch}`, year: 2020, workMonths: 0, health: '健康' }],
  ['member', `n${batch}`, { householdId: `h${batch}`, name: '试乙', extra: JSON.stringify({ 备注: '长'.repeat(30_000) }) }],
];

function plan(register: RegisterFile, batch: number): void {
  made(batch).forEach(([entity, id, values], position) => {
    register.made.add({ batch, position, at: 0, sheet: 1, row: position + 2, lazy: position === 4 }, entity, id, values);
  });
}

const read = (register: RegisterFile, batch: number, from = 0): string => JSON.stringify([...register.made.read(batch, from, 10)]).replaceAll(new RegExp(`(?<="\\w{1,2})${batch}(?=")`, 'g'), '');

it('holds the rows of a large plan as those of a small one are held, and what was not there yet when asked', async () => {
  const { register } = await emptyRegister();
  register.made.expectMany(2);
  for (const batch of [1, 2]) {
    plan(register, batch);
    expect(read(register, batch)).not.toBe('[]');
    register.made.add({ batch, position: 7, at: 0, sheet: 1, row: 9, lazy: false }, 'member', `z${batch}`, { householdId: `h${batch}`, name: '后来' });
  }
  expect(read(register, 2)).toBe(read(register, 1));
  expect(read(register, 2, 7)).toContain('后来');
  register.made.complete(2);
  expect([...register.made.sizes(2)]).toEqual([...register.made.sizes(1)]);
  expect(register.made.hangingOn(2, [0])).toEqual(register.made.hangingOn(1, [0]));
  expect([register.made.anyLazy(2), register.made.anyLazy(1)]).toEqual([true, true]);
  register.close();
});

it('has its file beside the register only while such a plan waits', async () => {
  const { register, path } = await emptyRegister();
  const file = `${path}-plan`;
  for (const batch of [1, 2]) register.made.expectMany(batch);
  plan(register, 1);
  plan(register, 2);
  register.made.forget(1);
  expect(existsSync(file)).toBe(true);
  expect(read(register, 2)).toContain('试乙');
  // While something else is being written nothing is detached; it goes with the next plan that ends.
  register.together(() => register.made.forget(2));
  expect(existsSync(file)).toBe(true);
  register.made.forget(3);
  expect(existsSync(file)).toBe(false);
  register.made.expectMany(4);
  plan(register, 4);
  register.close();
  expect(existsSync(file)).toBe(false);
});

it('removes what a program left that was killed with a plan', async () => {
  const { register, path } = await emptyRegister();
  register.close();
  writeFileSync(`${path}-plan`, '试甲');
  openRegisterFile(path, { who: '', now: () => new Date() }).close();
  expect(existsSync(`${path}-plan`)).toBe(false);
});
