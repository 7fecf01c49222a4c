import { householdArrivals, identifiedAnew } from '../../../shared/changes/life-events.ts';
import type { ReadNewRows } from '../../../shared/contract/inserting.ts';
import { joinReasons } from '../../../shared/register/ledgers/movements.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import { understandTyped } from '../tables/typed-value.ts';
import type { NewHome } from './new-homes.ts';
import type { Remarks } from './new-row.ts';

/** Why and when they come: the same for all of one insertion, as one event on the card is. */
export interface Arrival {
  readonly reason: string;
  /** yyyy-MM-dd, or a month where a household was identified anew. */
  readonly on: string;
  readonly paper: string;
  readonly identified: boolean;
}

const some = new Set<string>(householdArrivals);
const known = new Set<string>([...joinReasons, ...householdArrivals]);

function checkReason(reason: string, homes: readonly NewHome[], remarks: Remarks): void {
  const says = (what: string, remedy: string): void => remarks.refuse(-1, 'reason', { what, remedy });
  const standing = homes.find(({ existing }) => existing !== null);
  const fresh = homes.find(({ existing }) => existing === null);
  if (reason === '') says('没有选原因', '请选一个原因');
  else if (!known.has(reason)) says(`没有“${reason}”这个原因`, '请从列出的原因里选');
  else if (reason === identifiedAnew && standing) says(`“${identifiedAnew}”是整户的，${standing.name} 已经在册`, '请选人增加的原因，或者分两次新增');
  else if (fresh && !some.has(reason)) says(`“${reason}”不是整户的原因，${fresh.name} 还不在册`, `请选${householdArrivals.join('、')}，或者核对户编号`);
}

/** Reads why and when, with what is wrong with it. */
export function readArrival({ reason, on, paper }: ReadNewRows, homes: readonly NewHome[], today: string, remarks: Remarks): Arrival {
  checkReason(reason, homes, remarks);
  const identified = reason === identifiedAnew;
  const kinds = identified ? ['status.on', 'movement.on'] : ['movement.on'];
  const read = kinds.map((key) => understandTyped(field(key), on, today));
  const value = read.find(({ problem }) => !problem)?.value ?? null;
  const says = (what: string, remedy: string): void => remarks.refuse(-1, 'on', { what, remedy });
  const [first] = read;
  if (value === null && on === '') says(identified ? '没有写年月' : '没有写日期', identified ? '请写识别的年月，例如 2020-05' : '请写增加的日期，例如 2020-05-03');
  else if (value === null) says(first?.problem?.what ?? '', first?.problem?.remedy ?? '');
  else if (String(value) > today.slice(0, String(value).length)) says('日期在将来', '发生以后再办，请核对日期');
  return { reason, on: identified ? String(value ?? '').slice(0, 7) : String(value ?? ''), paper, identified };
}
