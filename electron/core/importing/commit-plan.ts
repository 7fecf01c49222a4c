import { Refusal } from '../../../shared/contract/errors.ts';
import type { BatchSummary } from '../../../shared/changes/plan-types.ts';
import { breathe, type Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { planStore } from './plan-store.ts';

const chunk = 500;

export function mustBeBatch(register: RegisterFile, batch: number) {
  const found = planStore.get(register, batch);
  if (!found || found.state === 'planning') throw new Refusal('NOT_FOUND', `没有第 ${batch} 次导入`, { remedy: '请在导入记录里选择' });
  return found;
}

export function batchSummary(register: RegisterFile, batch: number): BatchSummary {
  const found = mustBeBatch(register, batch);
  return { ...(JSON.parse(found.summary) as BatchSummary), batch, state: found.state as BatchSummary['state'] };
}

/** Executes a stored plan as one command, or answers STALE when the register has changed since it was made. */
export async function commitPlan(register: RegisterFile, batch: number, job: Job): Promise<BatchSummary> {
  const plan = mustBeBatch(register, batch);
  if (plan.state !== 'planned') throw new Refusal('STALE', `第 ${batch} 次导入已经处理过了`, { remedy: '请重新选择文件' });
  const summary = JSON.parse(plan.summary) as BatchSummary;
  await register.exclusively(async () => {
    if (plan.baseRevision !== register.log.revision) {
      throw new Refusal('STALE', '比对之后登记册又改过，这份比对结果已经过时', { remedy: '请重新比对这些文件，再导入' });
    }
    const total = Object.values(summary.counts).reduce((sum, count) => sum + count, 0);
    const label = `导入 ${summary.files.map((file) => file.file).join('、')}`;
    const number = await register.log.runSlowly({ kind: 'import', label, batch }, async (writer) => {
      for (let position = 0; ; position += chunk) {
        const rows = planStore.rowsFrom(register, batch, position, chunk);
        if (rows.length === 0) break;
        for (const { sheet, row, steps } of rows) {
          const source = { sheet, row };
          for (const step of steps) {
            if (step[0] === 'create') writer.create(step[1], step[2], step[3], source);
            else if (step[0] === 'set') writer.set(step[1], step[2], step[3], step[4], step[5], source);
          }
        }
        job.tell('正在写入登记册', Math.min(position + chunk, total), total);
        await breathe(job);
      }
      planStore.setState(register, batch, 'committed', writer.number);
      planStore.sweep(register, batch);
      return writer.number;
    });
    return number;
  });
  return batchSummary(register, batch);
}
