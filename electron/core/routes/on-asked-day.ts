import { Refusal } from '../../../shared/contract/errors.ts';
import type { Meta } from '../../../shared/contract/procedure.ts';
import { dayWords } from '../../../shared/fields/day-words.ts';
import { plainKinds } from '../../../shared/fields/kinds.ts';
import type { Desk } from '../desk.ts';
import type { Host } from '../host.ts';
import { onlyForReading } from '../past/past-registers.ts';
import { onlyACopy } from '../storage/copy-in-use.ts';
import { inspectionUnderWay, notWhileInspected, onlyByTheLog } from '../storage/under-inspection.ts';
import { calendarDay } from './today.ts';

/** The day that the input names. Read before the contract does, for it decides of which register the call is. */
function dayIn(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('asOf' in input)) return undefined;
  const { asOf } = input;
  if (asOf === undefined) return undefined;
  const reading = plainKinds.date.read(typeof asOf === 'string' ? asOf : '', { today: '9999-12-31' });
  if (typeof asOf !== 'string' || !reading.ok || reading.value !== asOf) throw new Refusal('WRONG_USAGE', '要看的日子不是一个日期', { remedy: '请写成 2020-03-31 这样' });
  return asOf;
}

/** While an inspection is under way nothing is written but its log, and nothing is shown past it. */
function onlyInspecting(desk: Desk, { access, inspected = false }: Meta, day: string | undefined): void {
  const under = desk.current && access !== 'free' && access !== 'inspects' ? inspectionUnderWay(desk.current) : null;
  if (under === null) return;
  if (access === 'writes') throw notWhileInspected(under);
  if (!inspected || day !== undefined) throw onlyByTheLog(under);
}

/** Does a call of the register as it was at the end of the day that it names; what writes is refused there, and while an inspection is under way. */
export async function onAskedDay<T>({ desk, host }: { readonly desk: Desk; readonly host: Host }, meta: Meta, input: unknown, call: () => Promise<T>): Promise<T> {
  const { access } = meta;
  const writes = access === 'writes' || access === 'inspects';
  if (writes && desk.current?.copiedAt) throw onlyACopy();
  const day = access === 'free' ? undefined : dayIn(input);
  onlyInspecting(desk, meta, day);
  if (access === 'writes') desk.beforeWriting();
  if (day === undefined) return call();
  if (writes) throw onlyForReading(day)();
  if (day > calendarDay(host)) throw new Refusal('NOT_FOUND', `${dayWords(day)}还没有到`, { remedy: '请选今天或以前的日子' });
  return desk.current === null ? call() : desk.atDay(day, call);
}
