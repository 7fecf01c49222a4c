import { decideIdentity } from '../identities/decide.ts';
import { listIdentityCases } from '../identities/list-cases.ts';
import { noteIdentity, unnoteIdentity } from '../identities/notes.ts';
import { workingYear } from '../registers/open-register.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

export function identityRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  const circumstances = () => ({ today: todayOf(host), at: host.now().toISOString(), who: host.who, workingYear: workingYear(desk.register) });
  return {
    list: os.identities.list.handler(({ input }) => listIdentityCases(desk.register, input, todayOf(host))),
    decide: os.identities.decide.handler(({ input, signal }) => {
      const { register } = desk;
      return jobs.run(undefined, signal, (job) => decideIdentity(register, input, circumstances(), job));
    }),
    note: os.identities.note.handler(({ input }) => {
      noteIdentity(desk.register, input.case, input.reason, circumstances());
      return null;
    }),
    unnote: os.identities.unnote.handler(({ input }) => {
      unnoteIdentity(desk.register, input.case, todayOf(host));
      return null;
    }),
  };
}
