import type { Area } from '../../../../shared/contract/blocks.ts';
import { mostCells } from '../../../../shared/contract/blocks.ts';
import { Refusal } from '../../../../shared/contract/errors.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import type { OrderedIds } from '../answers.ts';
import { moved, placesOf, type PlacesAsked } from '../places.ts';
import type { BlockGround } from './plan-block.ts';

export interface BlockAsked extends PlacesAsked {
  readonly seen?: number | undefined;
}

/** The rows among which places of a block count. */
export function groundOf(register: RegisterFile, ordered: OrderedIds, { question, revision, seen }: BlockAsked, today: string): BlockGround {
  const { ids } = placesOf(register, ordered, { question, revision });
  return { subject: question.subject, year: question.year, ids, revision, seen, today };
}

export function mustLieInside({ ids }: Pick<BlockGround, 'ids'>, areas: readonly Area[]): void {
  if (areas.some(({ from, to }) => to < from)) throw new Refusal('WRONG_USAGE', '选的范围不成立', { remedy: '请重新选' });
  if (areas.some(({ to }) => to >= ids.length)) throw moved();
  if (areas.reduce((sum, { from, to, fields }) => sum + (to - from + 1) * fields.length, 0) > mostCells) {
    throw new Refusal('WRONG_USAGE', `一次最多 ${mostCells / 10_000} 万格`, { remedy: '请分几次做' });
  }
}
