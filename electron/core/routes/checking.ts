import { Refusal } from '../../../shared/contract/errors.ts';
import type { CheckReport } from '../../../shared/contract/checking.ts';
import { dataThere } from '../checking/data-there.ts';
import { endExemption, exempt } from '../checking/exempt.ts';
import { findingsOf, lookAt } from '../checking/findings-of.ts';
import { packOf, removeRule, ruleBookState, saveRule, setLimit, switchRule, takePack } from '../checking/office-rules.ts';
import { planFindings } from '../checking/plan-findings.ts';
import { checkRegister, type CheckOptions } from '../checking/run-checks.ts';
import { keepRun, keptRunsOf, since } from '../checking/run-store.ts';
import { scoresOf } from '../checking/scores.ts';
import { excusedLine, type ValueRead } from '../checking/values-read.ts';
import { tryPlan } from '../importing/try-plan.ts';
import type { Job } from '../jobs.ts';
import { askedDay } from '../past/asked-day.ts';
import { writeChecks } from '../reporting/checks-writer.ts';
import { letOut, mayLeave } from '../reporting/outgoing.ts';
import { workingYear } from '../registers/open-register.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

const done = (_nothing: void): null => null;

export function checkRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  const when = (year: number | undefined): CheckOptions => ({ year: year ?? workingYear(desk.register), today: todayOf(host) });
  const by = () => ({ today: todayOf(host), who: host.who });

  async function report(register: RegisterFile, options: CheckOptions, job: Job, rules: readonly string[] | undefined, each?: (id: string, values: ValueRead[]) => void): Promise<CheckReport> {
    const result = await checkRegister(register, options, job, { rules, ...(each ? { each: ({ id }, values) => each(id, values()) } : {}) });
    return { ...result, scores: scoresOf(register, result.findings), before: rules ? null : since(register, result), runs: keptRunsOf(register, options.year) };
  }

  /** A finding with its values as they are now; where its household is not told, everybody is asked. */
  async function lookFor(register: RegisterFile, id: string, householdId: string | undefined, options: CheckOptions, job: Job) {
    if (householdId !== undefined) return lookAt(register, [householdId], options, dataThere(register, options.year)).find(({ finding }) => finding.id === id);
    const lines = new Map<string, string>();
    const { findings } = await checkRegister(register, options, job, { each: (finding, values) => void (finding.id === id && lines.set(id, excusedLine(values()))) });
    const finding = findings.find((each) => each.id === id);
    return finding && { finding, line: lines.get(id) ?? '', excused: false };
  }

  return {
    run: os.checking.run.handler(({ input, signal }) => {
      const { register } = desk;
      const options = when(input.year);
      return jobs.run(input.job, signal, async (job) => {
        const told = await report(register, options, job, input.rules);
        // A run of some rules says nothing of the others, and one as of a past day nothing of now.
        if (input.keep === true && !input.rules && askedDay.get() === null) keepRun(register, told, { at: host.now().toISOString(), who: host.who });
        return told;
      });
    }),
    export: os.checking.export.handler(({ input, signal }) => {
      const { register } = desk;
      const options = when(input.year);
      mayLeave(input.level, input.reason);
      return jobs.run(input.job, signal, async (job) => {
        const values = new Map<string, ValueRead[]>();
        const told = await report(register, options, job, input.rules, (id, read) => values.set(id, read));
        const bytes = await writeChecks({ ...told, name: register.meta('name') ?? '', valuesOf: (id) => (values.get(id) ?? []).map(({ label, text, reduced }) => ({ label, text: input.level === 'full' ? text : reduced })) }, job);
        const name = `核对结果_${options.year}年度_${options.today}.xlsx`;
        letOut({ present: desk.present, host }, {
          what: `核对结果 ${options.year}年度`, purpose: '导出', level: input.level, reason: input.reason, columns: ['问题', '用到的值'], rows: told.findings.length,
          households: told.findings.flatMap(({ householdId }) => householdId ?? []), members: told.findings.flatMap(({ memberId }) => memberId ?? []), file: name, bytes,
        });
        return new File([Uint8Array.from(bytes)], name);
      });
    }),
    ofHouseholds: os.checking.ofHouseholds.handler(({ input }) => findingsOf(desk.register, input.ids, when(input.year))),
    ofPlan: os.checking.ofPlan.handler(({ input, signal }) => {
      const { register } = desk;
      const options = when(input.year);
      return jobs.run(input.job, signal, () => planFindings(register, options, (look) => tryPlan(register, input.batch, look)));
    }),
    exempt: os.checking.exempt.handler(({ input, signal }) => {
      const { register } = desk;
      const options = when(input.year);
      return jobs.run(undefined, signal, async (job) => {
        const found = await lookFor(register, input.finding, input.householdId, options, job);
        if (!found || found.excused) throw new Refusal('NOT_FOUND', found ? '这一处已经豁免过' : '这一处已经查不出疑点，或编号不对', { where: input.finding, remedy: '请重新核对后再选' });
        return { id: exempt(register, found.finding, found.line, { reason: input.reason, evidence: input.evidence ?? '', until: input.until ?? '' }, by()) };
      });
    }),
    endExemption: os.checking.endExemption.handler(({ input }) => done(endExemption(desk.register, input.id, by()))),
    rules: os.checking.rules.handler(({ input }) => ruleBookState(desk.register, when(input.year).year)),
    setLimit: os.checking.setLimit.handler(({ input }) => done(setLimit(desk.register, input))),
    switchRule: os.checking.switchRule.handler(({ input }) => done(switchRule(desk.register, input))),
    saveRule: os.checking.saveRule.handler(({ input }) => saveRule(desk.register, input.rule)),
    removeRule: os.checking.removeRule.handler(({ input }) => done(removeRule(desk.register, input.rule))),
    exportRules: os.checking.exportRules.handler(({ input }) => new File([`${JSON.stringify(packOf(desk.register, input.name, input.version), null, 2)}\n`], `自设规则_${input.name}.json`, { type: 'application/json' })),
    importRules: os.checking.importRules.handler(async ({ input }) => takePack(desk.register, await input.file.text(), input.file.name)),
  };
}
