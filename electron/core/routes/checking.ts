import { checkRegister } from '../checking/run-checks.ts';
import { workingYear } from '../registers/open-register.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

export function checkRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  return {
    run: os.checking.run.handler(({ input, signal }) => {
      const { register } = desk;
      return jobs.run(input.job, signal, (job) => checkRegister(register, { year: input.year ?? workingYear(register), today: todayOf(host) }, job));
    }),
  };
}
