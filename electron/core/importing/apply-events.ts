import { Refusal } from '../../../shared/contract/errors.ts';
import { birth, eventReasons } from '../../../shared/changes/life-events.ts';
import type { PlanEvent } from '../../../shared/changes/plan-types.ts';
import { noteStatus, writeMovement } from '../events/write-event.ts';
import type { Writer } from '../storage/commands.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { BookedEvent, EventDetail } from './event-book.ts';
import { planStore } from './plan-store.ts';

const shownEvent = ({ number, kind, accepted, detail }: BookedEvent & { readonly number: number }): PlanEvent => {
  const { what, householdId, memberIds, reason, on, paper, file, row } = detail;
  return { number, kind, accepted, what, householdId, memberIds, reasons: eventReasons[kind], reason, on, paper, file, row };
};

export const listEvents = (register: RegisterFile, batch: number): PlanEvent[] => planStore.events(register, batch).map(shownEvent);

export interface EventDecision {
  readonly event: number;
  readonly accepted: boolean;
  readonly reason?: string | undefined;
  readonly on?: string | undefined;
  readonly paper?: string | undefined;
}

/** Takes down what the clerk says of an event. Somebody who goes, moves or becomes head needs a reason. */
export function decideEvent(register: RegisterFile, batch: number, { event, accepted, reason, on, paper }: EventDecision): PlanEvent {
  const found = planStore.events(register, batch).find(({ number }) => number === event);
  if (!found) throw new Refusal('NOT_FOUND', '没有这一条变动', { remedy: '请按 F5 刷新后再选' });
  // Who was born came on that day, unless the clerk has said another.
  const { born } = found.detail;
  const bornThen = reason === birth && found.detail.reason !== birth && born !== undefined && (on === undefined || on === found.detail.on);
  const detail: EventDetail = { ...found.detail, reason: reason ?? found.detail.reason, on: bornThen ? born : (on ?? found.detail.on), paper: paper ?? found.detail.paper };
  if (accepted && detail.reason === '' && !['join', 'status'].includes(found.kind)) {
    throw new Refusal('VALUE_REFUSED', '办理变动要写明原因', { where: detail.what, remedy: '请先选一个原因' });
  }
  register.sql('UPDATE planEvent SET accepted = ?, detail = ? WHERE batch = ? AND number = ?').run(accepted ? 1 : 0, JSON.stringify(detail), batch, event);
  return shownEvent({ ...found, accepted, detail });
}

/** Carries out the accepted events of a plan, after its rows, and answers with them. `need` makes a household that only an event needs. */
export function applyEvents(register: RegisterFile, writer: Writer, events: readonly BookedEvent[], run: { need(id: string): void; isSkipped(id: string): boolean }): BookedEvent[] {
  const done = events.filter(({ accepted, detail }) => accepted && !run.isSkipped(detail.householdId));
  for (const { kind, detail } of done) {
    const members = detail.memberIds.filter((id) => !run.isSkipped(id) && register.rows.get('member', id));
    const source = detail.sheet === null || detail.row === null ? undefined : { sheet: detail.sheet, row: detail.row };
    if (kind === 'status') noteStatus(writer, detail, source);
    else if (members.length > 0 || detail.fresh) writeMovement(register, writer, kind, members, detail, source, run.need.bind(run));
  }
  return done;
}
