import { levels, type Level } from '../../shared/papers/gate.ts';
import { text, WrongUsage, type Arguments } from './command.ts';

export const leavingOptions = { level: { type: 'string' }, reason: { type: 'string' } } as const;

/** --level and --reason, and what holds where they are not given. */
export function leavingOf(given: Arguments, usual: Level, usualReason = ''): { level: Level; reason: string } {
  const wanted = text(given, 'level') ?? usual;
  const level = levels.find((each) => each === (wanted === 'inside' ? 'reduced' : wanted));
  if (!level) throw new WrongUsage(`--level 应为 public、inside 或 full，给的是 ${wanted}`);
  return { level, reason: text(given, 'reason') ?? usualReason };
}
