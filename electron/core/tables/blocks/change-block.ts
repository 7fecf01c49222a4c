import type { BlockCheck, ReadChange, RefusedCell } from '../../../../shared/contract/blocks.ts';
import { Refusal } from '../../../../shared/contract/errors.ts';
import type { Job } from '../../jobs.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import { mustLieInside } from './ground.ts';
import { checkOf, planBlock, refusedCells, type BlockGround, type BlockPlan } from './plan-block.ts';
import { whereOf } from './planned-cell.ts';
import type { Wish } from './wish.ts';
import { wishOf } from './wish-of.ts';
import { inTurns } from './work.ts';
import { labelOfPlan, writePlan } from './write-block.ts';

async function planOf(register: RegisterFile, ground: BlockGround, change: ReadChange, job: Job): Promise<{ readonly wish: Wish; readonly plan: BlockPlan }> {
  if (change.kind === 'fill') mustLieInside(ground, [change.pattern]);
  const wish = wishOf(register, ground, change);
  mustLieInside(ground, wish.areas);
  return { wish, plan: await inTurns(planBlock(register, ground, wish), job) };
}

/** What a change would do. */
export const checkBlock = (register: RegisterFile, ground: BlockGround, change: ReadChange, job: Job): Promise<BlockCheck> =>
  register.exclusively(async () => checkOf((await planOf(register, ground, change, job)).plan, register.log.revision));

export interface Written {
  readonly label: string;
  readonly written: number;
  readonly refused: readonly RefusedCell[];
}

async function writeWish(register: RegisterFile, ground: BlockGround, { wish, plan }: { readonly wish: Wish; readonly plan: BlockPlan }, goodOnly: boolean, job: Job): Promise<Written> {
  const [bad] = plan.refused;
  if (bad?.refusal && !goodOnly) {
    const others = plan.refused.length > 1 ? `（另有 ${plan.refused.length - 1} 格也不能写）` : '';
    throw new Refusal(bad.refusal.code, `${bad.refusal.what}${others}`, { ...bad.refusal, where: whereOf(plan.table, bad) });
  }
  const label = labelOfPlan(plan, wish);
  if (plan.changes.length > 0) await register.log.runSlowly({ kind: 'edit', label }, (writer) => inTurns(writePlan(writer, plan, ground.year), job));
  return { label, written: plan.changes.length, refused: refusedCells(plan) };
}

/** Plans once more and writes what was planned: one command. */
export const writeBlock = (register: RegisterFile, ground: BlockGround, change: ReadChange, goodOnly: boolean, job: Job): Promise<Written> =>
  register.exclusively(async () => writeWish(register, ground, await planOf(register, ground, change, job), goodOnly, job));

/** The good cells of what somebody wants of a row, by the same rules: one command. */
export const writeRow = (register: RegisterFile, ground: BlockGround, wish: Wish, job: Job): Promise<Written> =>
  register.exclusively(async () => writeWish(register, ground, { wish, plan: await inTurns(planBlock(register, ground, wish), job) }, true, job));
