import { Refusal } from '../../../shared/contract/errors.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { planBlock } from './blocks/plan-block.ts';
import { whereOf } from './blocks/planned-cell.ts';
import type { Wish } from './blocks/wish.ts';
import { atOnce } from './blocks/work.ts';
import { labelOfPlan, writePlan } from './blocks/write-block.ts';
import { tableRow } from './rows.ts';
import type { CellAddress } from './stored-cell.ts';

export interface CellEdit extends CellAddress {
  readonly text: string;
  /** Revision that the writer had before the eyes. */
  readonly base: number;
}

/** Writes one cell by hand, a block of one cell: one command. */
export function editCell(register: RegisterFile, { subject, id, year, field, text, base }: CellEdit, today: string): void {
  const wish: Wish = { areas: [{ from: 0, to: 0, fields: [field] }], beyond: 0, text: () => text, label: () => '' };
  tableRow(register, subject, id, year);
  const plan = atOnce(planBlock(register, { subject, year, ids: [id], revision: base, today }, wish));
  const [bad] = plan.refused;
  if (bad?.refusal) throw new Refusal(bad.refusal.code, bad.refusal.what, { ...bad.refusal, where: whereOf(plan.table, bad) });
  if (plan.changes.length === 0) return;
  register.log.run({ kind: 'edit', label: labelOfPlan(plan, wish) }, (writer) => atOnce(writePlan(writer, plan, year)));
}
