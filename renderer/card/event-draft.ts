import type { CardEvent } from '../../shared/contract/cards.ts';
import type { Found } from '../../shared/contract/tables.ts';
import { createDrafts } from '../ui/drafts.ts';

export interface EventChoice {
  readonly kind: CardEvent['kind'];
  readonly label: string;
  readonly status?: string;
}

/** A life event that is being filled in. */
export interface EventDraft {
  readonly choice: EventChoice;
  readonly who: readonly string[];
  readonly reason: string;
  readonly on: string;
  readonly paper: string;
  readonly detail: string;
  /** The number of the household that is made by a split. */
  readonly no: string;
  /** The household where they go. */
  readonly there: Found | null;
  /** What people are to the head afterwards, where it was chosen. */
  readonly given: Readonly<Record<string, string>>;
}

export const begun = (choice: EventChoice): EventDraft => ({ choice, who: [], reason: '', on: '', paper: '', detail: '', no: '', there: null, given: {} });

/** By the household that it happens to. */
export const useEventDrafts = createDrafts<EventDraft>();
