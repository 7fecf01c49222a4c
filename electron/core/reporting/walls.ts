import { Refusal } from '../../../shared/contract/errors.ts';
import type { Scope } from '../../../shared/contract/papers.ts';
import { fit } from '../../../shared/papers/fit.ts';
import type { Paper } from '../../../shared/papers/paper.ts';
import { toHtml } from '../../../shared/papers/to-html.ts';
import { textOf, type HouseholdFacts } from '../../../shared/register/facts.ts';
import type { Host } from '../host.ts';
import { breathe, stopIfCancelled, type Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';
import { letOut, type OutBook } from './outgoing.ts';
import { writePapers } from './paper-writer.ts';
import { householdPaper } from './wall-household.ts';
import { incomePaper } from './wall-income.ts';
import { policiesPaper } from './wall-policies.ts';
import { calledOf, wallPlace } from './wall-words.ts';

/** The sheets of 三上墙, in the order in which they hang. */
export const wallSheets: readonly ((household: HouseholdFacts, today: string) => Paper)[] = [policiesPaper, householdPaper, incomePaper];

export interface WallRequest {
  readonly year: number;
  readonly of: Scope;
  /** yyyy-MM-dd. */
  readonly today: string;
}

function factsOf(register: RegisterFile, { year, of }: WallRequest): HouseholdFacts[] {
  const facts = readFacts(register, {
    year,
    ids: of.scope === 'household' ? [of.householdId] : undefined,
    village: of.scope === 'village' ? of.village : undefined,
  });
  if (facts.length > 0) return facts;
  if (of.scope === 'household') throw new Refusal('NOT_FOUND', '这一户已不在登记册里', { remedy: '请重新选一户' });
  throw new Refusal('NOTHING_TO_PRINT', of.scope === 'village' ? `登记册里没有${of.village}的户` : '登记册里还没有户', { remedy: of.scope === 'village' ? '请核对村名' : '请先导入户表或人员表' });
}

export function wallBudget(register: RegisterFile, request: WallRequest): { households: number; pages: number } {
  const households = factsOf(register, request).length;
  return { households, pages: households * wallSheets.length };
}

/** The papers of every household in scope, household by household in walking order. */
async function wallPapers(households: readonly HouseholdFacts[], request: WallRequest, job: Job): Promise<Paper[]> {
  const papers: Paper[] = [];
  for (const [at, household] of households.entries()) {
    if (at % 20 === 0) {
      job.tell('正在排版', at, households.length);
      await breathe(job);
    }
    for (const sheet of wallSheets) {
      const paper = sheet(household, request.today);
      if (fit(paper).over) {
        throw new Refusal('NOTHING_TO_PRINT', `“${paper.title}”的内容太多，一页放不下`, {
          where: `户编号 ${textOf(household.values, 'householdNo')}，户主 ${calledOf(household)}`,
          remedy: '请缩短这一户的帮扶措施等文字后再打印',
        });
      }
      papers.push(paper);
    }
  }
  return papers;
}

const footOf = (register: RegisterFile, today: string) => ({ office: register.meta('office') ?? '', date: today });

/** The page that is previewed and printed. */
export async function wallHtml(register: RegisterFile, request: WallRequest, fontsUrl: string, job: Job): Promise<string> {
  return toHtml(await wallPapers(factsOf(register, request), request, job), footOf(register, request.today), fontsUrl);
}

const scopeWords = ({ of }: WallRequest, households: readonly HouseholdFacts[]): string =>
  of.scope === 'all' ? '全部户' : of.scope === 'village' ? of.village : `${households[0] ? calledOf(households[0]) : ''}一户`;

/** Notes that the sheets of these households leave for their walls. */
function noteWalls(book: OutBook, request: WallRequest, households: readonly HouseholdFacts[], purpose: '保存上墙表' | '打印上墙表', file: string, bytes: Uint8Array | null): void {
  letOut(book, {
    what: `三上墙 ${request.year}年 ${scopeWords(request, households)}`,
    purpose,
    level: wallPlace,
    reason: '',
    columns: ['扶贫政策', '家庭基本情况', '家庭收支'],
    rows: households.length * wallSheets.length,
    households: households.map(({ id }) => id),
    members: households.flatMap(({ members }) => members.map(({ id }) => id)),
    file,
    bytes,
  });
}

/** The sheets as a file, noted in what left. */
export async function wallFile(register: RegisterFile, host: Host, present: RegisterFile, request: WallRequest, as: 'pdf' | 'xlsx', job: Job): Promise<{ name: string; bytes: Uint8Array }> {
  const households = factsOf(register, request);
  const papers = await wallPapers(households, request, job);
  const foot = footOf(register, request.today);
  let bytes: Uint8Array;
  if (as === 'xlsx') bytes = await writePapers(papers, foot, job);
  else {
    job.tell('正在生成 PDF', 0, 0);
    bytes = await host.printPdf(toHtml(papers, foot, host.fontsUrl), job.signal);
    stopIfCancelled(job);
  }
  const name = `三上墙.${as}`;
  noteWalls({ present, host }, request, households, '保存上墙表', name, bytes);
  return { name, bytes };
}

/** The page is being printed from the preview. */
export function notePrinting(register: RegisterFile, book: OutBook, request: WallRequest): void {
  noteWalls(book, request, factsOf(register, request), '打印上墙表', '', null);
}
