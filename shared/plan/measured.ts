import type { ByVillage, Missing, Reading } from './targets/tally.ts';
import type { TargetState } from './targets/state.ts';

/** A row of the plan as it stands on a day. */
export interface Measured {
  readonly row: string;
  readonly section: string;
  readonly group: string;
  readonly title: string;
  readonly units: readonly string[];
  /** As the plan words it, '' where it names no figure. */
  readonly quota: string;
  readonly until: string;
  readonly cadence: string;
  readonly means: string;
  readonly unit: string;
  /** What is to be reached, as the register has it; null for what goes on without a quota, and where nothing is there to count. */
  readonly target: number | null;
  readonly actual: number | null;
  /** The plan's own figure in the same unit, where it has one. */
  readonly plan: number | null;
  /** Households and people who are meant. */
  readonly households: number;
  readonly people: number;
  readonly missing: number;
  readonly forecast: number | null;
  readonly state: TargetState;
  readonly readings: readonly Reading[];
  readonly asOf: string;
  /** Who exactly is missing; as many as were asked for. */
  readonly names: readonly Missing[];
}

/** What an office changed of its plan, newest last. */
export interface PlanChange {
  readonly what: string;
  readonly from: string;
  readonly value: string;
  readonly why: string;
}

/** One row with everything behind it. */
export interface TargetDetail extends Measured {
  readonly villages: readonly ByVillage[];
  /** The figure at the end of each month, for what bears dates. */
  readonly trend: readonly { readonly day: string; readonly actual: number; readonly target: number }[];
  readonly remarks: readonly string[];
  /** How the plan can be read, where two ways. */
  readonly ambiguous: readonly string[];
  /** The list of names that was frozen for it, and who came and went since. */
  readonly baseline: { readonly name: string; readonly day: string; readonly households: number; readonly people: number; readonly came: number; readonly went: number } | null;
  readonly ledgers: readonly string[];
  readonly changes: readonly PlanChange[];
}

export interface PlanBoard {
  readonly year: number;
  readonly title: string;
  readonly document: string;
  readonly day: string;
  readonly groups: readonly string[];
  readonly rows: readonly Measured[];
  /** How far each village is with what is counted by household or person. */
  readonly villages: readonly VillageStanding[];
}

/** One village on the map of the board: its rows that lack somebody. */
export interface VillageStanding {
  readonly town: string;
  readonly village: string;
  readonly households: number;
  readonly people: number;
  readonly lacking: readonly { readonly row: string; readonly due: number; readonly done: number }[];
}
