import { limitsIn } from '../../../shared/checks/limits.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { Level } from '../../../shared/papers/gate.ts';
import { accord, type Compared } from '../accounts/accord.ts';
import { discipline } from '../accounts/discipline.ts';
import { ruleBookOf } from '../checking/rule-book.ts';
import type { Job } from '../jobs.ts';
import { accordSheets, disciplineSheets } from '../reporting/account-sheets.ts';
import { letOut, mayLeave } from '../reporting/outgoing.ts';
import { hangingNow } from '../reporting/walls/hanging.ts';
import { wallsToRevisit } from '../reporting/walls/revisit.ts';
import { writePlainBook } from '../reporting/plain-book-writer.ts';
import type { PlainSheet } from '../reporting/plain-sheet-writer.ts';
import { formOf } from '../sweeps/forms.ts';
import { lookAtAll } from '../sweeps/progress.ts';
import { isWrong } from '../sweeps/sheets.ts';
import type { CoreContext, Implementer } from './base.ts';
import { fileOf } from './files.ts';
import { todayOf } from './today.ts';

export function accountRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  /** What the handbook's form says of each household that was compared. */
  function handbook(year: number): Compared {
    const { register } = desk;
    const form = formOf(register, 'handbook');
    const seen = lookAtAll(register, { form, round: String(year), today: todayOf(host), limits: ruleBookOf(register).limits });
    return new Map(seen.filter(({ state }) => state !== 'none' && state !== 'partial').map(({ household, items }) => [household.id, items.filter(isWrong).map(({ item, answer, against }) => `${item.label}：手册是${answer.answer}${against.length > 0 ? `，${against.join('；')}` : answer.reason === '' ? '' : `，${answer.reason}`}`)]));
  }
  /** What hangs in each house otherwise than its sheets would be printed now. */
  async function walls(year: number, job: Job): Promise<Compared> {
    const { register, present } = desk;
    const told = new Map<string, string[]>(hangingNow(present, year).flatMap(({ subject }) => (subject.startsWith('household:') ? [[subject.slice('household:'.length), []]] : [])));
    for (const { householdId, sheets } of await wallsToRevisit({ register, present }, year, todayOf(host), job)) {
      if (householdId !== null) told.get(householdId)?.push(...sheets.flatMap(({ title, changes }) => changes.map(({ what, was, now }) => `${title} ${what}：${was || '空'} → ${now || '空'}`)));
    }
    return told;
  }
  const accordOf = (year: number, id: string | undefined, signal: AbortSignal | undefined) => jobs.run(id, signal, async (job) => accord(desk.register, year, { handbook: handbook(year), walls: await walls(year, job) }));
  const disciplineOf = (year: number) => discipline(desk.register, year, limitsIn(year, ruleBookOf(desk.register).limits));

  function leave(what: string, { level, reason, job: id }: { level: Level; reason: string; job?: string | undefined }, signal: AbortSignal | undefined, sheets: readonly PlainSheet[], rows: readonly { readonly householdId: string | null }[]) {
    mayLeave(level, reason);
    if (level === 'public' || level === 'house') throw new Refusal('NOT_ALLOWED', `“${what}”只在机关内部使用，不能公开张贴`);
    if (rows.length === 0) throw new Refusal('NOTHING_TO_PRINT', `“${what}”里一行也没有`);
    return jobs.run(id, signal, async (job) => {
      const bytes = await writePlainBook(sheets, job);
      const name = `${what}.xlsx`;
      letOut({ present: desk.present, host }, { what, purpose: '导出', level, reason, columns: sheets.flatMap(({ head }) => head), rows: rows.length, households: rows.flatMap(({ householdId }) => householdId ?? []), members: [], file: name, bytes });
      return fileOf(bytes, name);
    });
  }
  return {
    accord: os.accounts.accord.handler(({ input, signal }) => accordOf(input.year, undefined, signal)),
    exportAccord: os.accounts.exportAccord.handler(async ({ input, signal }) => {
      const made = await accordOf(input.year, undefined, signal);
      return leave(`账账相符_${input.year}`, input, signal, accordSheets(made), made.rows);
    }),
    discipline: os.accounts.discipline.handler(({ input }) => disciplineOf(input.year)),
    exportDiscipline: os.accounts.exportDiscipline.handler(({ input, signal }) => {
      const made = disciplineOf(input.year);
      return leave(`动态管理_${input.year}`, input, signal, disciplineSheets(made), made.rows);
    }),
  };
}
