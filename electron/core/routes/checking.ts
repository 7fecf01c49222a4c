import { findingsOf } from '../checking/findings-of.ts';
import { checkRegister } from '../checking/run-checks.ts';
import { workingYear } from '../registers/open-register.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

export function checkRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  const when = (year: number | undefined) => ({ year: year ?? workingYear(desk.register), today: todayOf(host) });
  return {
    run: os.checking.run.handler(({ input, signal }) => {
      const { register } = desk;
      return jobs.run(input.job, signal, (job) => checkRegister(register, when(input.year), job));
    }),
    ofHouseholds: os.checking.ofHouseholds.handler(({ input }) => findingsOf(desk.register, input.ids, when(input.year))),
  };
}
