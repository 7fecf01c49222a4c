import type { EventKind } from '../../../shared/changes/plan-types.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { LifeEvent } from '../events/write-event.ts';

/** What an accepted event writes, and where a file says so; stored with the plan (planEvent.detail). */
export interface EventDetail extends LifeEvent {
  readonly what: string;
  /** Where the file says so; null for an event that follows from absence. */
  readonly sheet: number | null;
  readonly file: string;
  readonly row: number | null;
  /** move, split, merge: the number of the household where they go. */
  readonly toNo?: string;
  /** join: the day on which the person was born, where it is known. */
  readonly born?: string;
}

export interface BookedEvent {
  readonly kind: EventKind;
  readonly accepted: boolean;
  readonly detail: EventDetail;
}

export interface HeadClaim {
  readonly householdId: string;
  what: string;
  memberId?: string;
  /** The same where the files call the head of the register so, too. */
  both?: string;
  fresh?: Readonly<Record<string, Stored>>;
  readonly relations: Record<string, string>;
  readonly sheet: number;
  readonly file: string;
  readonly row: number;
  readonly on: string;
}

/** Gathers the life events that the rows of an import suggest; finish-events.ts makes them whole. */
export class EventBook {
  readonly events: BookedEvent[] = [];
  /** Households whose head the files change. */
  readonly heads = new Map<string, HeadClaim>();
  /** Households whose head of the register the files call so, too. */
  readonly confirmed = new Set<string>();

  /** Whether events make some rows write less than they said: a household waits for being needed, relations for a new head. */
  get changesRows(): boolean {
    return this.heads.size > 0 || this.events.some(({ kind }) => kind === 'move');
  }

  note(kind: EventKind, accepted: boolean, detail: EventDetail): void {
    this.events.push({ kind, accepted, detail });
  }

  head(claim: HeadClaim): HeadClaim {
    const before = this.heads.get(claim.householdId);
    if (!before) {
      this.heads.set(claim.householdId, claim);
      return claim;
    }
    if (before.memberId === undefined && claim.memberId !== undefined) before.memberId = claim.memberId;
    if (before.fresh === undefined && claim.fresh !== undefined) before.fresh = claim.fresh;
    Object.assign(before.relations, claim.relations);
    return before;
  }
}
