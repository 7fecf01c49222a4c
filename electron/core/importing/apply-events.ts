import { Refusal } from '../../../shared/contract/errors.ts';
import type { EventKind, PlanEvent } from '../../../shared/changes/plan-types.ts';
import { headReasons, joinReasons, leaveReasons } from '../../../shared/register/ledgers/movements.ts';
import type { Source, Writer } from '../storage/commands.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { BookedEvent, EventDetail } from './event-book.ts';
import { planStore } from './plan-store.ts';

export const eventReasons: Readonly<Record<EventKind, readonly string[]>> = {
  join: joinReasons,
  leave: leaveReasons,
  move: ['婚嫁', '投靠亲属', '分户', '并户', '原登记有误', '其他'],
  split: ['分户', '婚嫁', '其他'],
  merge: ['并户', '投靠亲属', '其他'],
  head: headReasons,
  status: [],
};

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
  if (!found) throw new Refusal('NOT_FOUND', '没有这一条变动', { remedy: '请刷新后再选' });
  const detail: EventDetail = { ...found.detail, reason: reason ?? found.detail.reason, on: on ?? found.detail.on, paper: paper ?? found.detail.paper };
  if (accepted && detail.reason === '' && !['join', 'status'].includes(found.kind)) {
    throw new Refusal('VALUE_REFUSED', '办理变动要写明原因', { where: detail.what, remedy: '请先选一个原因' });
  }
  register.sql('UPDATE planEvent SET accepted = ?, detail = ? WHERE batch = ? AND number = ?').run(accepted ? 1 : 0, JSON.stringify(detail), batch, event);
  return shownEvent({ ...found, accepted, detail });
}

const movementKind: Readonly<Record<Exclude<EventKind, 'status'>, string>> = { join: '增加', leave: '减少', move: '转户', split: '分户', merge: '并户', head: '变更户主' };

/** Carries out the accepted events of a plan, after its rows. `need` makes a household that only an event needs. */
export function applyEvents(register: RegisterFile, writer: Writer, events: readonly BookedEvent[], run: { need(id: string): void; isSkipped(id: string): boolean }): void {
  for (const { kind, accepted, detail } of events) {
    if (!accepted || run.isSkipped(detail.householdId)) continue;
    const members = detail.memberIds.filter((id) => !run.isSkipped(id) && register.rows.get('member', id));
    const source = detail.sheet === null || detail.row === null ? undefined : { sheet: detail.sheet, row: detail.row };
    if (kind === 'status') noteStatus(writer, detail, source);
    else if (members.length > 0 || detail.fresh) new EventWriting(register, writer, detail, source, run.need.bind(run)).write(kind, members);
  }
}

function noteStatus(writer: Writer, detail: EventDetail, source: Source | undefined): void {
  writer.create('entry', newId(), { ledger: 'status', householdId: detail.householdId, 'status.kind': detail.status?.kind ?? null, 'status.on': detail.on.slice(0, 7) || null, 'status.detail': detail.status?.detail ?? null, 'status.paper': detail.paper || null }, source);
}

/** One accepted event, being written. */
class EventWriting {
  readonly #register: RegisterFile;
  readonly #writer: Writer;
  readonly #detail: EventDetail;
  readonly #source: Source | undefined;
  readonly #need: (id: string) => void;

  constructor(register: RegisterFile, writer: Writer, detail: EventDetail, source: Source | undefined, need: (id: string) => void) {
    this.#register = register;
    this.#writer = writer;
    this.#detail = detail;
    this.#source = source;
    this.#need = need;
  }

  write(kind: Exclude<EventKind, 'status'>, members: readonly string[]): void {
    const { reason, relations = {}, to, state, fresh, householdId } = this.#detail;
    const [from, target] = [this.#numberOf(householdId), to === undefined ? null : this.#moved(to)];
    const all = [...members];
    if (fresh) {
      const id = newId();
      this.#writer.create('member', id, { householdId, ...fresh }, this.#source);
      this.#formerHead(id);
      all.push(id);
    }
    for (const id of members) {
      if (kind === 'leave') {
        this.#set(id, 'memberState', state ?? (reason === '死亡' ? '死亡' : reason === '清退' ? '清退' : ['户籍迁出', '婚出', '分户', '并户'].includes(reason) ? '转出' : '减少'));
        this.#set(id, 'leaveReason', reason || null);
      } else if (kind === 'join' && reason !== '') this.#set(id, 'joinReason', reason);
      else if (to !== undefined) this.#set(id, 'householdId', to);
    }
    for (const [id, relation] of Object.entries(relations)) if (this.#register.rows.get('member', id)) this.#set(id, 'relation', relation);
    if (kind === 'head' && members[0] !== undefined) this.#formerHead(members[0]);
    for (const id of all) this.#note(kind, id, from, target);
  }

  /** Whoever else is still called the head is it no longer; what they are to the new one must be told. */
  #formerHead(newHead: string): void {
    const heads = this.#register.sql("SELECT id FROM member WHERE householdId = ? AND relation = '户主' AND id <> ?").all(this.#detail.householdId, newHead) as { id: string }[];
    for (const { id } of heads) this.#set(id, 'relation', null);
  }

  #moved(to: string): string {
    this.#need(to);
    return this.#numberOf(to);
  }

  #numberOf(id: string): string {
    return String(this.#register.rows.get('household', id)?.['householdNo'] ?? '');
  }

  #set(id: string, column: string, value: string | null): void {
    const old = this.#register.rows.get('member', id)?.[column] ?? null;
    if (old !== value) this.#writer.set('member', id, column, old, value, this.#source);
  }

  #note(kind: Exclude<EventKind, 'status'>, memberId: string, from: string, to: string | null): void {
    const { householdId, reason, on, paper } = this.#detail;
    this.#writer.create('entry', newId(), {
      ledger: 'movement', householdId, memberId, year: /^\d{4}/.test(on) ? Number(on.slice(0, 4)) : null,
      'movement.kind': movementKind[kind], 'movement.reason': reason || null, 'movement.on': on || null, 'movement.from': from || null, 'movement.to': to, 'movement.paper': paper || null,
    }, this.#source);
  }
}
