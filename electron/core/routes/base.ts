import { implement, type ImplementerInternalWithMiddlewares, ORPCError } from '@orpc/server';
import { type Contract, contract } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { RefusalData } from '../../../shared/contract/procedure.ts';
import type { Desk } from '../desk.ts';
import type { Host } from '../host.ts';
import type { JobBoard } from '../jobs.ts';
import { asksForFindings, readyMarks } from '../checking/finding-marks.ts';
import { asRefusal } from '../storage/connection.ts';
import { onAskedDay } from './on-asked-day.ts';
import { todayOf } from './today.ts';

/** What every procedure works with. */
export interface CoreContext {
  readonly host: Host;
  readonly desk: Desk;
  readonly jobs: JobBoard;
}

function refused({ code, message: what, where, remedy, stands }: Refusal): ORPCError<'REFUSED', RefusalData> {
  const data: RefusalData = { code, what, ...(where === undefined ? {} : { where }), ...(remedy === undefined ? {} : { remedy }), ...(stands === undefined ? {} : { stands }) };
  return new ORPCError('REFUSED', { status: 422, message: what, data });
}

/** A defect's place, for whoever mends it. Its message may hold what the user typed, so it is never written. */
function tellDefect(path: readonly string[], error: unknown): void {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const name = error instanceof Error ? error.name : typeof error;
  process.stderr.write(`core: ${path.join('.')} failed (${name})\n${frames.slice(0, 8).join('\n')}\n`);
}

/**
 * The implementer of the contract. Every procedure answers a refusal as the contract's typed error, hides the text of a
 * defect whatever the transport, and waits until nobody works on the register alone.
 */
export function implementer(core: CoreContext): Implementer {
  return implement(contract).use(async ({ next, path, procedure }, input) => {
    if (path[0] !== 'jobs') await core.desk.current?.idle();
    const { current } = core.desk;
    core.desk.speak();
    try {
      return await onAskedDay(core, procedure['~orpc'].meta, input, async () => {
        const year = asksForFindings(input);
        if (year !== null) await readyMarks(core.desk.register, { year, today: todayOf(core.host) });
        return next();
      });
    } catch (error) {
      // Read in pieces, it was closed between two of them.
      if (current && !current.isOpen && !(error instanceof Refusal)) throw refused(new Refusal('NO_REGISTER_OPEN', '登记册已经关上了', { remedy: '请先打开登记册' }));
      const told = asRefusal(error, core.desk.current?.path ?? '');
      if (told instanceof Refusal) throw refused(told);
      // Thrown by the transport itself: a request that the contract does not allow.
      if (error instanceof ORPCError) throw error;
      tellDefect(path, error);
      throw new ORPCError('INTERNAL_SERVER_ERROR', { message: '程序出错了' });
    }
  });
}

// What a procedure of ours has beside the contract: nothing.
// oxlint-disable-next-line typescript/no-generated-empty-object-type -- the library asks for an object type
type Nothing = Record<never, never>;

/** Named, for the compiler cannot write out what it infers of a contract of this size. */
export type Implementer = ImplementerInternalWithMiddlewares<Contract, Nothing, Nothing>;
