import type { ReturnedBook } from '../changes/plan-types.ts';

/** The steps of a month, in their order. */
export const cycleSteps = ['collect', 'check', 'report', 'dispatch', 'bulletin'] as const;
export type CycleStep = (typeof cycleSteps)[number];
export const stepWords: Readonly<Record<CycleStep, string>> = { collect: '采集', check: '核对', report: '报告', dispatch: '调度', bulletin: '通报' };

/** The papers that the program makes of a month; the report of the groups is made with the other reports. */
export const cyclePapers = ['missing', 'check', 'minutes', 'bulletin'] as const;
export type CyclePaper = (typeof cyclePapers)[number];
export const cyclePaperWords: Readonly<Record<CyclePaper, string>> = { missing: '未交填报表名单', check: '核对情况', minutes: '调度会纪要', bulletin: '工作通报' };

/** `late`: its day is over and it is not done; `later`: the month has not come; `free`: it was over before the plan was issued. */
export type StepState = 'done' | 'late' | 'open' | 'later' | 'free';
export const stepStateWords: Readonly<Record<StepState, string>> = { done: '已办', late: '逾期', open: '待办', later: '未到', free: '不要求' };
export const stepMarks: Readonly<Record<StepState, string>> = { done: '✓', late: '✕', open: '→', later: '○', free: '○' };

/** What stands in the register of a step: by whom, on which day, with which paper. */
export interface StepProof {
  readonly on: string;
  readonly by: string;
  readonly paper: string;
  readonly note: string;
}

export interface StepNow extends StepProof {
  readonly step: CycleStep;
  readonly state: StepState;
  /** What is missing, a sentence each; empty where it is done. */
  readonly lacks: readonly string[];
}

/** A workbook that was sent to an office. */
export interface Sending {
  readonly office: string;
  readonly sentOn: string;
  readonly due: string;
  readonly revision: number;
  readonly rows: number;
}

/** One that came back and was taken in. */
export interface Return extends Pick<ReturnedBook, 'office' | 'sentOn' | 'revision' | 'changed'> {
  readonly file: string;
  /** The day on which it was taken in. */
  readonly on: string;
  readonly by: string;
  readonly batch: number;
  readonly rows: number;
  readonly refused: number;
}

/** `none`: nothing was sent to it. */
export type OfficeState = 'returned' | 'returnedLate' | 'waiting' | 'overdue' | 'none';
export const officeWords: Readonly<Record<OfficeState, string>> = { returned: '已交', returnedLate: '迟交', waiting: '未交', overdue: '逾期未交', none: '没有发' };

export interface OfficeNow {
  readonly office: string;
  readonly state: OfficeState;
  readonly sentOn: string;
  readonly due: string;
  readonly daysLate: number;
  /** The oldest first; a later one stands beside the first. */
  readonly returns: readonly Return[];
}

/** A month's cycle as it stands on a day: worked out, never stored. */
export interface MonthCycle {
  readonly period: string;
  readonly steps: readonly StepNow[];
  readonly offices: readonly OfficeNow[];
  /** The last day for the workbooks; '' before they are sent. */
  readonly due: string;
}

/** What the register holds of a month. */
export interface MonthFacts {
  readonly period: string;
  /** yyyy-MM-dd. */
  readonly day: string;
  /** The day on which the plan was issued: what was over before is not owed. */
  readonly issuedOn: string;
  /** Streets that have households. */
  readonly offices: readonly string[];
  readonly sendings: readonly Sending[];
  readonly returns: readonly Return[];
  readonly groups: readonly string[];
  /** Groups whose monthly report was handed in. */
  readonly reported: readonly string[];
  readonly proofs: Readonly<Record<Exclude<CycleStep, 'collect'>, StepProof | null>>;
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
export const lastDayOf = (period: string): string => new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5, 7)), 0)).toISOString().slice(0, 10);
/** 2020年3月 */
export const periodWords = (period: string): string => `${period.slice(0, 4)}年${Number(period.slice(5, 7))}月`;

function officeNow(office: string, { sendings, returns, day }: MonthFacts): OfficeNow {
  const sent = sendings.find((each) => each.office === office);
  const own = returns.filter((each) => each.office === office);
  const [first] = own;
  const until = first?.on ?? day;
  const due = sent?.due ?? '';
  const daysLate = due === '' || until <= due ? 0 : dayNumber(until) - dayNumber(due);
  const state = first ? (daysLate > 0 ? 'returnedLate' : 'returned') : !sent ? 'none' : daysLate > 0 ? 'overdue' : 'waiting';
  return { office, state, sentOn: sent?.sentOn ?? '', due, daysLate, returns: own };
}

const nothing: StepProof = { on: '', by: '', paper: '', note: '' };
const several = (names: readonly string[]): string => (names.length > 6 ? `${names.slice(0, 6).join('、')}等 ${names.length} 个` : names.join('、'));

function collectNow(offices: readonly OfficeNow[]): { proof: StepProof | null; lacks: string[]; due: string } {
  const due = offices.map((each) => each.due).toSorted().at(-1) ?? '';
  const unsent = offices.filter(({ state }) => state === 'none');
  const waiting = offices.filter(({ state }) => state === 'waiting' || state === 'overdue');
  const last = offices.flatMap(({ returns }) => returns.slice(0, 1)).toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  if (offices.length > 0 && unsent.length === 0 && waiting.length === 0 && last) return { proof: { ...nothing, on: last.on, by: last.by, paper: `${offices.length} 份填报表` }, lacks: [], due };
  const lacks = unsent.length === offices.length ? ['还没有发填报表'] : [...(unsent.length > 0 ? [`没有发给${several(unsent.map(({ office }) => office))}`] : []), ...(waiting.length > 0 ? [`没有交回：${several(waiting.map(({ office }) => office))}`] : [])];
  return { proof: null, lacks, due };
}

const missing: Readonly<Record<'check' | 'dispatch' | 'bulletin', string>> = { check: '还没有记核对', dispatch: '没有“五个一批月调度”的会议记录', bulletin: '没有登记月通报' };

/** Where a month's cycle stands: each step by what the ledgers hold of it. */
export function judgeMonth(facts: MonthFacts): MonthCycle {
  const { period, day, proofs, groups, reported } = facts;
  const first = `${period}-01`;
  const end = lastDayOf(period);
  const known = new Set([...facts.offices, ...facts.sendings.map(({ office }) => office)]);
  const offices = [...known].map((office) => officeNow(office, facts));
  const collected = collectNow(offices);
  const silent = groups.filter((group) => !reported.includes(group));
  const stepOf = (step: CycleStep): StepNow => {
    const proof = step === 'collect' ? collected.proof : step === 'report' ? (silent.length === 0 ? proofs.report : null) : proofs[step];
    const until = step === 'collect' && collected.due !== '' ? collected.due : end;
    // What was sent out all the same is waited for.
    const asked = end >= facts.issuedOn || (step === 'collect' && collected.due !== '');
    const state: StepState = proof ? 'done' : !asked ? 'free' : day < first ? 'later' : day > until ? 'late' : 'open';
    const lacks = proof ? [] : step === 'collect' ? collected.lacks : step === 'report' ? [silent.length === 0 ? '没有登记月报告' : `没有月报告：${several(silent)}`] : [missing[step]];
    return { step, state, ...(proof ?? nothing), lacks };
  };
  return { period, due: collected.due, offices, steps: cycleSteps.map(stepOf) };
}

/** How a file that came back stands: it can be taken in, or why it cannot. */
export interface ReturnLook {
  readonly file: string;
  readonly ok: boolean;
  readonly period: string;
  readonly office: string;
  /** What is wrong or out of the ordinary, a sentence each. */
  readonly told: readonly string[];
  /** Rows in which something was filled in, and of these the ones whose locked cells are others. */
  readonly rows: number;
  readonly broken: number;
}

/** What an office owed in a month and what it did of it. */
export interface Standing {
  readonly office: string;
  readonly place: number;
  readonly owed: number;
  readonly done: number;
  /** In per cent with one decimal. */
  readonly rate: number;
  readonly state: OfficeState;
  readonly daysLate: number;
  readonly duties: { readonly owed: number; readonly done: number };
  readonly problems: { readonly owed: number; readonly done: number };
}

/** Offices by what they did of what they owed, the best first; equal ones share a place. */
export function ranked(offices: readonly Omit<Standing, 'place' | 'owed' | 'done' | 'rate'>[]): Standing[] {
  const counted = offices.map((each) => {
    const sent = each.state === 'none' ? 0 : 1;
    const owed = sent + each.duties.owed + each.problems.owed;
    const done = (each.state === 'returned' ? 1 : 0) + each.duties.done + each.problems.done;
    return { ...each, owed, done, rate: owed === 0 ? 100 : Math.round((done / owed) * 1000) / 10 };
  });
  const sorted = counted.toSorted((a, b) => b.rate - a.rate || a.office.localeCompare(b.office, 'zh-CN'));
  return sorted.map((each) => ({ ...each, place: sorted.findIndex(({ rate }) => rate === each.rate) + 1 }));
}
