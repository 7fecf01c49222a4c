import { monitorSteps } from '../register/ledgers/movements.ts';

/** A paper that something that happened must have: any of these kinds of documents will do. */
export interface DisciplinePaper {
  readonly label: string;
  readonly kinds: readonly string[];
}

const paper = (label: string, ...kinds: readonly string[]): DisciplinePaper => ({ label, kinds: kinds.length > 0 ? kinds : [label] });
const moved = paper('户籍变动证明');

/** What each step of a household's status must have on file: plan.md S49, §7; a third party evaluates an exit (S72). */
export const statusPapers: Readonly<Record<string, readonly DisciplinePaper[]>> = {
  识别: [paper('贫困户申请书'), paper('入户调查表'), paper('民主评议记录'), paper('公示公告')],
  脱贫: [paper('退出确认'), paper('收入核算表'), paper('民主评议记录'), paper('公示公告')],
  返贫: [paper('返贫认定'), paper('入户调查表'), paper('公示公告')],
  纳入监测: [paper('监测对象核查'), paper('授权核查书')],
  风险消除: [paper('风险消除审批')],
  清退: [paper('清退审批'), paper('公示公告')],
};

/** What a change of the family must have, by its reason; null: of any other reason. */
export const movementPapers: Readonly<Record<string, readonly DisciplinePaper[]>> = {
  死亡: [paper('死亡证明')],
  出生: [moved], 婚入: [moved], 婚出: [moved], 户籍迁入: [moved], 户籍迁出: [moved], 收养: [moved],
  清退: [paper('清退审批')],
};

/** Exits that a third party evaluates. */
export const evaluated: ReadonlySet<string> = new Set(['脱贫', '清退']);

/** Which procedure a step of the status wants. */
export const procedureOf: Readonly<Record<string, '纳入' | '消除' | undefined>> = { 纳入监测: '纳入', 风险消除: '消除' };

export interface DoneStep {
  readonly step: string;
  readonly on: string;
  readonly until: string;
}

const dayBetween = (from: string, until: string): number => Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** What is wrong with a procedure: steps that are missing, out of order, posted too briefly, or that took too long. */
export function procedureFaults(done: readonly DoneStep[], { postingDays, procedureDays, kind }: { readonly postingDays: number; readonly procedureDays: number; readonly kind: '纳入' | '消除' }): string[] {
  const faults: string[] = [];
  const of = (step: string): DoneStep | undefined => done.filter((each) => each.step === step).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
  const missing = monitorSteps.filter((step) => of(step) === undefined);
  if (missing.length > 0) faults.push(`${kind}程序缺${missing.join('、')}`);
  const dated = monitorSteps.flatMap((step) => of(step) ?? []).filter(({ on }) => on.length === 10);
  for (const [at, step] of dated.entries()) {
    const before = dated[at - 1];
    if (before && step.on < before.on) faults.push(`${step.step}（${step.on}）早于${before.step}（${before.on}）`);
  }
  const posting = of('村级公示');
  if (posting && (posting.until === '' || dayBetween(posting.on, posting.until) < postingDays)) faults.push(posting.until === '' ? '村级公示没有写结束日期' : `村级公示只有 ${dayBetween(posting.on, posting.until)} 天，不足 ${postingDays} 天`);
  const [first, last] = [of('入户核实'), of('区级审批')];
  if (kind === '纳入' && first?.on.length === 10 && last?.on.length === 10 && dayBetween(first.on, last.on) > procedureDays) faults.push(`从入户核实到区级审批用了 ${dayBetween(first.on, last.on)} 天，超过 ${procedureDays} 天`);
  return faults;
}
