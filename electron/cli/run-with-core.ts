import { createRouterClient, ORPCError } from '@orpc/server';
import { clientAt } from '../../shared/contract/client-at.ts';
import { Refusal } from '../../shared/contract/errors.ts';
import { refusalData } from '../../shared/contract/procedure.ts';
import { dayWords } from '../../shared/fields/day-words.ts';
import { openCore } from '../core/open-core.ts';
import { commandHost } from './command-host.ts';
import { dayOf, type Answer, type Arguments, type Command } from './command.ts';

/** Opens the core, and the register that the command names, for as long as the command runs. Throws a Refusal. */
export async function runWithCore(command: Command, given: Arguments, tell: (line: string) => void): Promise<Answer> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const core = openCore(commandHost(() => given.positionals[0] ?? null));
  try {
    if (command.opens) await core.openRegister(given.positionals[0] ?? '');
    const now = createRouterClient(core.router, { context: {} });
    const day = dayOf(given);
    const client = day === undefined ? now : clientAt(now, day);
    if (day !== undefined) tell(`以下是 ${dayWords(day)} 的登记册。`);
    return await command.run({ core, client, signal: stop.signal, tell }, given);
  } catch (error) {
    throw refusalOf(error) ?? error;
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    core.close();
  }
}

/** A refusal as the contract carried it. */
function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof ORPCError)) return null;
  const data = refusalData.safeParse(error.data);
  if (data.success) {
    const { code, what, where, remedy } = data.data;
    return new Refusal(code, what, { ...(where === undefined ? {} : { where }), ...(remedy === undefined ? {} : { remedy }) });
  }
  // Input that the contract does not allow.
  return error.code === 'BAD_REQUEST' ? new Refusal('WRONG_USAGE', '给的参数超出了允许的范围') : null;
}
