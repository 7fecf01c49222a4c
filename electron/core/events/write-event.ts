import { movementKinds, stateAfter } from '../../../shared/changes/life-events.ts';
import type { EventKind } from '../../../shared/changes/plan-types.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Source, Writer } from '../storage/commands.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** What a life event writes, whether a file suggests it or the clerk does it on the card. */
export interface LifeEvent {
  readonly householdId: string;
  readonly memberIds: readonly string[];
  readonly reason: string;
  /** yyyy-MM-dd, or '' where nobody knows. */
  readonly on: string;
  readonly paper: string;
  /** move, split, merge: where to. */
  readonly to?: string;
  /** move, head: relation to the head by member. */
  readonly relations?: Readonly<Record<string, string>>;
  /** leave: the state that the person gets. */
  readonly state?: string;
  /** head: a person who is not in the register yet. */
  readonly fresh?: Readonly<Record<string, Stored>>;
  /** status: what the household's line says. */
  readonly status?: { readonly kind: string; readonly detail: string };
}

export type MovementKind = Exclude<EventKind, 'status'>;

/** A step of the household's status line. */
export function noteStatus(writer: Writer, { householdId, status, on, paper }: LifeEvent, source?: Source): void {
  writer.create('entry', newId(), { ledger: 'status', householdId, 'status.kind': status?.kind ?? null, 'status.on': on.slice(0, 7) || null, 'status.detail': status?.detail ?? null, 'status.paper': paper || null }, source);
}

/** Writes a movement of people: their states, households and relations, and a record for each. `need` makes a household that only the event needs. */
export function writeMovement(register: RegisterFile, writer: Writer, kind: MovementKind, members: readonly string[], event: LifeEvent, source?: Source, need: (id: string) => void = () => undefined): void {
  new EventWriting(register, writer, event, source, need).write(kind, members);
}

/** One event, being written. */
class EventWriting {
  readonly #register: RegisterFile;
  readonly #writer: Writer;
  readonly #event: LifeEvent;
  readonly #source: Source | undefined;
  readonly #need: (id: string) => void;

  constructor(register: RegisterFile, writer: Writer, event: LifeEvent, source: Source | undefined, need: (id: string) => void) {
    this.#register = register;
    this.#writer = writer;
    this.#event = event;
    this.#source = source;
    this.#need = need;
  }

  write(kind: MovementKind, members: readonly string[]): void {
    const { reason, relations = {}, to, state, fresh, householdId } = this.#event;
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
        this.#set('member', id, 'memberState', state ?? stateAfter(reason));
        this.#set('member', id, 'leaveReason', reason || null);
      } else if (kind === 'join' && reason !== '') this.#set('member', id, 'joinReason', reason);
      else if (to !== undefined) this.#takeAlong(id, to);
    }
    for (const [id, relation] of Object.entries(relations)) if (this.#register.rows.get('member', id)) this.#set('member', id, 'relation', relation || null);
    if (kind === 'head' && members[0] !== undefined) this.#formerHead(members[0]);
    for (const id of all) this.#note(kind, id, from, target);
  }

  /** Somebody goes to another household, and the papers of that person go along. */
  #takeAlong(id: string, to: string): void {
    this.#set('member', id, 'householdId', to);
    const papers = this.#register.sql("SELECT id FROM entry WHERE memberId = ? AND ledger = 'document'").all(id) as { id: string }[];
    for (const paper of papers) this.#set('entry', paper.id, 'householdId', to);
  }

  /** Whoever else is still called the head is it no longer; what they are to the new one must be told. */
  #formerHead(newHead: string): void {
    const heads = this.#register.sql("SELECT id FROM member WHERE householdId = ? AND relation = '户主' AND id <> ?").all(this.#event.householdId, newHead) as { id: string }[];
    for (const { id } of heads) this.#set('member', id, 'relation', null);
  }

  #moved(to: string): string {
    this.#need(to);
    return this.#numberOf(to);
  }

  #numberOf(id: string): string {
    return String(this.#register.rows.get('household', id)?.['householdNo'] ?? '');
  }

  #set(entity: 'member' | 'entry', id: string, column: string, value: string | null): void {
    const old = this.#register.rows.get(entity, id)?.[column] ?? null;
    if (old !== value) this.#writer.set(entity, id, column, old, value, this.#source);
  }

  #note(kind: MovementKind, memberId: string, from: string, to: string | null): void {
    const { householdId, reason, on, paper } = this.#event;
    this.#writer.create('entry', newId(), {
      ledger: 'movement', householdId, memberId, year: /^\d{4}/.test(on) ? Number(on.slice(0, 4)) : null,
      'movement.kind': movementKinds[kind], 'movement.reason': reason || null, 'movement.on': on || null, 'movement.from': from || null, 'movement.to': to, 'movement.paper': paper || null,
    }, this.#source);
  }
}
