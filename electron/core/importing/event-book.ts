import type { EventKind } from '../../../shared/changes/plan-types.ts';
import type { Stored } from '../../../shared/fields/reading.ts';

/** What an accepted event writes; stored with the plan (planEvent.detail). */
export interface EventDetail {
  readonly what: string;
  readonly householdId: string;
  readonly memberIds: readonly string[];
  readonly reason: string;
  readonly on: string;
  readonly paper: string;
  /** Where the file says so; null for an event that follows from absence. */
  readonly sheet: number | null;
  readonly file: string;
  readonly row: number | null;
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

export interface BookedEvent {
  readonly kind: EventKind;
  readonly accepted: boolean;
  readonly detail: EventDetail;
}

export interface HeadClaim {
  readonly householdId: string;
  what: string;
  memberId?: string;
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
