import type { Area } from '../../../../shared/contract/blocks.ts';
import { mostCells } from '../../../../shared/contract/blocks.ts';
import { Refusal } from '../../../../shared/contract/errors.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import type { OrderedIds } from '../answers.ts';
import type { TableQuery } from '../ordered-ids.ts';
import type { BlockGround } from './plan-block.ts';

export interface BlockAsked {
  readonly question: TableQuery;
  readonly revision: number;
  readonly seen?: number | undefined;
}

const moved = (): Refusal => new Refusal('STALE', '表格的行已经变了，格子的位置对不上', { remedy: '请按 F5 刷新后再做' });

/** The rows among which places of a block count: as the page that asks has them before the eyes. */
export function groundOf(register: RegisterFile, ordered: OrderedIds, { question, revision, seen }: BlockAsked, today: string): BlockGround {
  // A copy of a past day stays as it is: whatever revision the page bears, of today or of another day, it has the same before the eyes.
  const answer = register.original ? ordered.of(register, question) : ordered.at(register, question, revision);
  if (!answer) throw moved();
  return { subject: question.subject, year: question.year, ids: answer.ids, revision, seen, today };
}

export function mustLieInside({ ids }: Pick<BlockGround, 'ids'>, areas: readonly Area[]): void {
  if (areas.some(({ from, to }) => to < from)) throw new Refusal('WRONG_USAGE', '选的范围不成立', { remedy: '请重新选' });
  if (areas.some(({ to }) => to >= ids.length)) throw moved();
  if (areas.reduce((sum, { from, to, fields }) => sum + (to - from + 1) * fields.length, 0) > mostCells) {
    throw new Refusal('WRONG_USAGE', `一次最多 ${mostCells / 10_000} 万格`, { remedy: '请分几次做' });
  }
}
