import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Level } from '../papers/gate.ts';
import type { Block } from '../papers/paper.ts';
import { inspectionResults, occasionValues, strataFields, type InspectionResult, type StrataField } from '../register/codes/inspection-codes.ts';
import { leaving } from './outgoing.ts';
import { inspecting, procedure, readingInspected } from './procedure.ts';

/** What the window says of the inspection that is under way. */
export interface InspectionUnderWay {
  readonly number: number;
  readonly occasion: string;
  /** The inspecting unit. */
  readonly unit: string;
}

export interface InspectionHead extends InspectionUnderWay {
  /** Who inspects, as typed. */
  readonly people: string;
  /** yyyy-MM-dd. */
  readonly day: string;
  readonly note: string;
  /** The year whose records are shown. */
  readonly year: number;
  readonly at: string;
  readonly who: string;
  readonly endedAt: string | null;
  readonly endedBy: string;
  readonly endNote: string;
  /** Drawn and named, those that were replaced not counted. */
  readonly households: number;
}

/** One part of a frame: all that it holds, what falls to it by its share, and what was drawn. */
export interface Stratum {
  readonly name: string;
  readonly size: number;
  readonly drawn: number;
}

/** A draw that can be made again from what stands here and on the list of the frame. */
export interface InspectionDraw {
  readonly number: number;
  readonly at: string;
  readonly who: string;
  /** What was drawn from, in words. */
  readonly frame: string;
  readonly size: number;
  /** SHA-256 over the keys of the frame, a line each, sorted: the first sixteen signs. */
  readonly fingerprint: string;
  readonly stratum: StrataField;
  readonly seed: string;
  readonly wanted: number;
  readonly strata: readonly Stratum[];
}

/** A line of what was found at the door. */
export interface InspectionFinding {
  readonly number: number;
  readonly household: number;
  readonly at: string;
  readonly who: string;
  readonly result: InspectionResult;
  /** What it is about, in words. */
  readonly about: string;
  /** What the register says, numbers masked. */
  readonly registered: string;
  readonly said: string;
  readonly remark: string;
  readonly inspector: string;
  readonly takenBack: string | null;
  /** It stands in the ledger of problems, and whether it is closed there. */
  readonly problem: 'none' | 'open' | 'closed';
}

/** A household that was drawn or named. */
export interface InspectedHousehold {
  readonly number: number;
  /** In the order of drawing, from 1. */
  readonly position: number;
  /** Number of the draw; null: the inspectors named it. */
  readonly draw: number | null;
  readonly stratum: string;
  readonly householdId: string;
  /** Why it was named, or why it stands for another one. */
  readonly reason: string;
  /** Number of the household in whose place it stands. */
  readonly replaces: number | null;
  readonly replacedBy: number | null;
  readonly householdNo: string;
  readonly head: string;
  readonly town: string;
  readonly village: string;
  readonly group: string;
  readonly kind: string;
  readonly people: number;
  /** How often its dossier was opened. */
  readonly looks: number;
  /** Of what is said of it: different where anything is. */
  readonly result: InspectionResult | null;
}

export interface InspectionScore {
  /** Households that somebody said something of, those not met not counted. */
  readonly judged: number;
  readonly same: number;
  readonly different: number;
  readonly notMet: number;
  /** Same of judged, in per cent with one decimal; null while nothing is judged. */
  readonly rate: number | null;
}

export interface InspectionRecord {
  readonly head: InspectionHead;
  readonly draws: readonly InspectionDraw[];
  /** In the order of drawing. */
  readonly households: readonly InspectedHousehold[];
  /** Numbers of those that stand, in walking order. */
  readonly walk: readonly number[];
  readonly findings: readonly InspectionFinding[];
  readonly score: InspectionScore;
  readonly shown: number;
}

/** One thing that was shown or handed over. */
export interface InspectionShown {
  readonly number: number;
  readonly at: string;
  readonly who: string;
  /** Heads of the households. */
  readonly households: readonly string[];
  readonly what: string;
  readonly way: 'screen' | 'file' | 'print';
  readonly level: Extract<Level, 'reduced' | 'full'>;
  readonly fields: readonly string[];
  readonly reason: string;
}

export interface InspectionFrame {
  /** What `draw` takes; '' for all households. */
  readonly key: string;
  readonly label: string;
  readonly about: string;
  /** Null where all rules over all households would have to be asked first. */
  readonly households: number | null;
}

/** A number of the household that stands masked; `key` is what `unmask` takes. */
export interface MaskedNumber {
  readonly key: string;
  readonly whose: string;
  readonly label: string;
  readonly text: string;
}

/** An original that may bear numbers, so that it is opened alone and with a reason. */
export interface ClosedDocument {
  readonly id: string;
  readonly words: string;
  readonly preview: 'image' | 'pdf' | 'text' | null;
}

/** What a line can be about: a field of the household or of one of its people, with what the register says. */
export interface InspectionTopic {
  readonly key: string;
  readonly label: string;
  readonly registered: string;
}

/** A household as it is shown: everything that its dossier holds, numbers masked. */
export interface InspectionDossier {
  readonly household: number;
  readonly head: string;
  readonly parts: readonly { readonly key: string; readonly title: string; readonly blocks: readonly Block[] }[];
  readonly numbers: readonly MaskedNumber[];
  readonly documents: readonly ClosedDocument[];
  readonly topics: readonly InspectionTopic[];
}

const words = (most: number) => z.string().trim().max(most);
const reason = words(200).min(1);
const number = z.int().min(1);
const paper = z.object({ number, paper: z.enum(['list', 'record']) });
export type InspectionPaper = z.input<typeof paper>['paper'];

/** Households drawn or named at a time. */
export const mostDrawn = 500;

export const inspections = {
  /** Newest first. */
  list: readingInspected.output(type<readonly InspectionHead[]>()),
  record: readingInspected.input(z.object({ number })).output(type<InspectionRecord>()),
  /** What was shown, newest first. */
  shown: readingInspected.input(z.object({ number, offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) })).output(type<{ readonly total: number; readonly rows: readonly InspectionShown[] }>()),
  /** What can be drawn from: all, the built-in views, those that somebody saved. */
  frames: readingInspected.input(z.object({ year: z.int() })).output(type<readonly InspectionFrame[]>()),
  /** Begins: from here on nothing but the inspection's log is written, and of households nothing is shown but by it. */
  start: procedure
    .input(z.object({ occasion: z.enum(occasionValues as [string, ...string[]]), unit: words(60).min(1), people: words(200).default(''), day: words(30).default(''), note: words(200).default('') }))
    .output(type<InspectionHead>()),
  end: inspecting.input(z.object({ note: words(500).default('') })).output(type<InspectionHead>()),
  /** Draws households that were not drawn yet. The same seed over the same frame draws the same ones. */
  draw: inspecting
    .input(z.object({ frame: words(60).default(''), count: z.int().min(1).max(mostDrawn), stratum: z.enum(strataFields).default(''), seed: words(30).default('') }))
    .output(type<InspectionDraw>()),
  /** The next of the same stratum stands in for one that cannot be visited. */
  replace: inspecting.input(z.object({ household: number, reason })).output(type<{ readonly household: number }>()),
  /** A household that the inspectors ask for: by its 户编号 or its head's name. */
  name: inspecting.input(z.object({ whom: words(60).min(1), reason })).output(type<{ readonly household: number }>()),
  look: inspecting.input(z.object({ household: number })).output(type<InspectionDossier>()),
  unmask: inspecting.input(z.object({ household: number, key: words(120), reason })).output(type<{ readonly text: string }>()),
  document: inspecting.input(z.object({ household: number, id: words(60), reason })).output(z.file()),
  /** Dossiers as a file: numbers masked, or whole with a reason. */
  dossier: inspecting
    .input(z.object({ households: z.array(number).min(1).max(mostDrawn), as: z.enum(['pdf', 'zip']).default('pdf'), level: z.enum(['reduced', 'full']).default('reduced'), reason: leaving.shape.reason, print: z.boolean().default(false), job: z.string().optional() }))
    .output(z.file()),
  note: inspecting
    .input(z.object({ household: number, result: z.enum(inspectionResults), topic: words(160).default(''), about: words(60).default(''), said: words(500).default(''), remark: words(500).default(''), inspector: words(40).default('') }))
    .output(type<InspectionFinding>()),
  takeBack: inspecting.input(z.object({ finding: number, reason })).output(type<null>()),
  /** 抽查名单 or 迎检记录, masked: for looking at, as a file, for the printer; the last two are noted in what left. */
  page: readingInspected.input(paper).output(z.file()),
  file: readingInspected.input(paper.extend({ as: z.enum(['pdf', 'xlsx']).default('pdf'), job: z.string().optional() })).output(z.file()),
  notePage: readingInspected.input(paper).output(z.file()),
  /** After it has ended: what was different becomes problems, one command for all. */
  toProblems: procedure.input(z.object({ number, findings: z.array(number).min(1).max(1000), values: z.record(z.string().max(60), z.string().max(2000)).default({}) })).output(type<{ readonly label: string; readonly made: number; readonly already: number }>()),
};
