import { Refusal } from '../../../shared/contract/errors.ts';
import { textOf } from '../../../shared/register/facts.ts';
import { field as fieldOf } from '../../../shared/register/vocabulary.ts';
import { planBlock, type BlockPlan } from '../tables/blocks/plan-block.ts';
import { whereOf } from '../tables/blocks/planned-cell.ts';
import type { Wish } from '../tables/blocks/wish.ts';
import { atOnce } from '../tables/blocks/work.ts';
import { writePlan } from '../tables/blocks/write-block.ts';
import { readFacts } from '../tables/facts.ts';
import { readTyped } from '../tables/typed-value.ts';
import type { RegisterFile } from '../storage/register-file.ts';

export interface Entered {
  readonly year: number;
  readonly householdId: string;
  /** Revision that the typist had before the eyes. */
  readonly base: number;
  readonly by: string;
  readonly on: string;
  readonly texts: Readonly<Record<string, string>>;
}

interface Typed {
  readonly id: string;
  readonly field: string;
  readonly text: string;
}

/** Writes what a household's collecting sheet brought: its own cells and its members', read as if typed in the grid, as one command. */
export function enterCollected(register: RegisterFile, { year, householdId, base, by, on, texts }: Entered, today: string): { label: string; written: number } {
  const [household] = readFacts(register, { year, ids: [householdId] });
  if (!household) throw new Refusal('NOT_FOUND', '这一户已不在登记册里', { remedy: '请按 F5 刷新后再录' });
  const where = textOf(household.values, 'headName') || textOf(household.values, 'householdNo');
  const here = new Set([householdId, ...household.members.map(({ id }) => id)]);
  const day = on === '' ? '' : String(readTyped(fieldOf('surveySheet.on'), on, today, `${where} · 采集日期`) ?? '');
  const typed: Record<'households' | 'people', Typed[]> = { households: [], people: [] };
  for (const [key, text] of Object.entries(texts)) {
    if (text.trim() === '') continue;
    const [subject, id = '', field = ''] = key.split('/');
    if ((subject !== 'households' && subject !== 'people') || !here.has(id)) throw new Refusal('STALE', '补采单上的人已不在这一户', { where, remedy: '请按 F5 刷新后再录' });
    typed[subject].push({ id, field, text });
  }
  const plans = (['households', 'people'] as const).flatMap((subject): BlockPlan[] => {
    const ids = [...new Set(typed[subject].map(({ id }) => id))];
    if (ids.length === 0) return [];
    const wish: Wish = {
      areas: ids.map((id, row) => ({ from: row, to: row, fields: typed[subject].filter((each) => each.id === id).map(({ field }) => field) })),
      beyond: 0,
      text: ({ row, field }) => typed[subject].find((each) => each.id === ids[row] && each.field === field.key)?.text,
      label: () => '',
    };
    return [atOnce(planBlock(register, { subject, year, ids, revision: base, today }, wish))];
  });
  for (const plan of plans) {
    const [bad] = plan.refused;
    if (bad?.refusal) throw new Refusal(bad.refusal.code, bad.refusal.what, { ...bad.refusal, where: whereOf(plan.table, bad) });
  }
  const written = plans.reduce((sum, { changes }) => sum + changes.length, 0);
  const who = [by === '' ? '' : `采集人 ${by}`, day].filter((part) => part !== '').join(' ');
  const label = `补采 ${where}：改 ${written} 格${who === '' ? '' : `，${who}`}`;
  if (written > 0) register.log.run({ kind: 'edit', label }, (writer) => plans.forEach((plan) => atOnce(writePlan(writer, plan, year))));
  return { label, written };
}
