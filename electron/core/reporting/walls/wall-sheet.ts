import type { WallSet } from '../../../../shared/papers/wall-sets.ts';
import type { Level } from '../../../../shared/papers/gate.ts';
import type { Paper } from '../../../../shared/papers/paper.ts';
import type { HouseholdFacts, RecordFacts } from '../../../../shared/register/facts.ts';
import type { Rate } from '../../../../shared/register/parameters.ts';

/** Where papers hang: in a household's house, in a village, in the offices of a street or of the district. */
export interface Place {
  readonly kind: 'household' | 'village' | 'town' | 'district';
  /** By which the register knows the place again. */
  readonly key: string;
  readonly called: string;
  /** 高台子街道李家堡村二组 */
  readonly where: string;
  readonly households: readonly HouseholdFacts[];
  /** The streets of a district, the villages of a street, the groups of a village. */
  readonly parts: readonly Place[];
}

/** What sheets are made from besides their place. */
export interface WallGround {
  readonly year: number;
  /** yyyy-MM-dd. */
  readonly today: string;
  readonly projects: readonly RecordFacts[];
  /** Amounts of the plan that hold on the day. */
  readonly rate: Rate;
}

/** A kind of paper that hangs, declared once: the screen, the command line, batches, editions and lists of reprints follow. */
export interface WallSheet {
  readonly key: string;
  readonly title: string;
  readonly set: WallSet;
  readonly of: Place['kind'];
  /** One line for who chooses: what stands on it. */
  readonly about: string;
  /** Printed unless something else is asked for. */
  readonly usual: boolean;
  readonly level: Level;
  /** Ledgers whose records it reads. */
  readonly reads: readonly string[];
  /** Several where each stands for itself (a notice a project), with what tells them apart; none where there is nothing to say. */
  readonly make: (place: Place, ground: WallGround) => readonly { readonly part?: string; readonly paper: Paper }[];
}

/** A sheet of a household, which is alone at its place. */
export const ofHousehold = (make: (household: HouseholdFacts, ground: WallGround) => Paper | null): WallSheet['make'] => (place, ground) => {
  const [household] = place.households;
  const paper = household ? make(household, ground) : null;
  return paper ? [{ paper }] : [];
};
