import { useSyncExternalStore } from 'react';
import type { RowsQuery } from '../../shared/contract/tables.ts';
import type { Subject } from '../../shared/sheets/subject.ts';

/** What 核对 holds beside each other. */
export type ChecksPart = 'findings' | 'problems' | 'sweeps' | 'collect' | 'accord' | 'discipline' | 'inspections';

/** One household's sheet of a form. */
export interface SheetPlace {
  readonly form: string;
  readonly round: string;
  readonly householdId: string;
}

/** The conditions under which a table is to be looked at. */
export type Narrowed = Pick<RowsQuery, 'filters' | 'search'>;

/** Rows of a table that something is to be done with on another screen. */
export interface PickedRows {
  readonly subject: Subject;
  /** In the order in which they stood there. */
  readonly ids: readonly string[];
}

/** Where the window stands. Kept in the history of the page, so that Back works; no address ever shows it. */
export type Place =
  | { readonly screen: 'households' | 'people'; readonly rowId?: string; readonly question?: Narrowed }
  | { readonly screen: 'importing' }
  | { readonly screen: 'checks'; readonly part?: ChecksPart | 'identities'; readonly sheet?: SheetPlace }
  | { readonly screen: 'ledgers'; readonly ledger?: string; readonly rowId?: string; readonly householdNo?: string }
  | { readonly screen: 'plan' }
  | { readonly screen: 'reports'; readonly forms?: PickedRows }
  | { readonly screen: 'walls'; readonly householdId?: string }
  | { readonly screen: 'history'; readonly command?: number; readonly part?: 'trash' | 'days'; readonly since?: string }
  | { readonly screen: 'settings' };

export const screens = ['households', 'people', 'importing', 'checks', 'ledgers', 'plan', 'reports', 'walls', 'history', 'settings'] as const;
export type Screen = (typeof screens)[number];

const start: Place = { screen: 'households' };
const listeners = new Set<() => void>();
let current: Place = placeOf(history.state) ?? start;

/** The history may hold what another version of the program left there. */
function placeOf(state: unknown): Place | null {
  if (typeof state !== 'object' || state === null || !('place' in state)) return null;
  const { place } = state;
  const known = typeof place === 'object' && place !== null && 'screen' in place && screens.some((screen) => screen === place.screen);
  return known ? (place as Place) : null;
}

function show(place: Place): void {
  current = place;
  for (const listener of listeners) listener();
}

window.addEventListener('popstate', (event) => show(placeOf(event.state) ?? start));

/** Goes to a screen and, where the place names one, to a row of it. */
export function navigate(place: Place): void {
  history.pushState({ place }, '');
  show(place);
}

/** Goes to the damaged identity numbers, from wherever one is met. */
export const showIdentities = (): void => navigate({ screen: 'checks', part: 'identities' });

/** Forgets the way that led here: another register has other rows. */
export function startOver(place: Place = start): void {
  history.replaceState({ place }, '');
  show(place);
}

export function usePlace(): Place {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
