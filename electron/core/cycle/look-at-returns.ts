import { monthlyForm } from '../../../shared/cycle/monthly-form.ts';
import { periodWords, type MonthCycle, type ReturnLook } from '../../../shared/cycle/month.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { openFile, type InputFile, type OpenFile } from '../importing/open-sheets.ts';
import { returnedBook } from '../importing/returned-books.ts';
import { breathe, type Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';

export interface LookAsked {
  readonly files: readonly InputFile[];
  /** The month that is collected; absent: whatever month each is of. */
  readonly period?: string | undefined;
  readonly month: (period: string) => MonthCycle;
  readonly today: string;
}

const not = (file: string, told: string): ReturnLook => ({ file, ok: false, period: '', office: '', told: [told], rows: 0, broken: 0 });

async function rowsOf({ sheets }: OpenFile, job: Job): Promise<{ rows: number; broken: number; uncoded: number }> {
  const found = { rows: 0, broken: 0, uncoded: 0 };
  for (const { sheet, fillIn } of sheets) {
    if (!fillIn) continue;
    for await (const portion of sheet.rows(job.signal)) {
      for (const row of portion) {
        if (row.number <= fillIn.headerRow) continue;
        const { code, broken, filled } = fillIn.rowOf(row);
        if (!filled) continue;
        found.rows++;
        if (broken) found.broken++;
        if (code === null) found.uncoded++;
      }
    }
  }
  return found;
}

/** Says of each file that came back which office's it is, whether it can be taken in, and what is out of the ordinary with it. Nothing is written. */
export async function lookAtReturns(register: RegisterFile, { files, period: wanted, month, today }: LookAsked, job: Job): Promise<ReturnLook[]> {
  const looks: ReturnLook[] = [];
  const seen = new Map<string, string>();
  for (const [at, input] of files.entries()) {
    job.tell(`正在看 ${input.name}`, at, files.length);
    await breathe(job);
    const opened = await openFile(input, { year: undefined, layouts: [], words: [], register: register.meta('node') ?? undefined });
    try {
      looks.push(await lookAt(opened, { wanted, month, today, seen }, job));
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'CANCELLED') throw error;
      looks.push(not(input.name, error.sentence));
    } finally {
      opened.workbook?.close();
    }
  }
  return looks;
}

async function lookAt(opened: OpenFile, { wanted, month, today, seen }: { readonly wanted: string | undefined; readonly month: LookAsked['month']; readonly today: string; readonly seen: Map<string, string> }, job: Job): Promise<ReturnLook> {
  const { file, refusal, stamp } = opened;
  if (refusal) return not(file, refusal.sentence);
  if (!stamp || stamp.form !== monthlyForm.key) return not(file, '不是发出去的填报表：里面没有填报表的标记。请填报单位在原来发的文件里填，不要另存到别的表里');
  const { period, office, sentOn } = stamp;
  const base = { file, period, office };
  if (wanted !== undefined && period !== wanted) return { ...base, ok: false, told: [`这是${periodWords(period)}的表，不是${periodWords(wanted)}的`], rows: 0, broken: 0 };
  const twin = seen.get(`${period} ${office}`);
  if (twin !== undefined) return { ...base, ok: false, told: [`和“${twin}”都是${office}${periodWords(period)}的，一次只收一份；请先弄清用哪一份`], rows: 0, broken: 0 };
  seen.set(`${period} ${office}`, file);
  const now = month(period).offices.find((each) => each.office === office);
  const { rows, broken, uncoded } = await rowsOf(opened, job);
  const last = now?.returns.at(-1);
  const told = [
    ...(now === undefined || now.state === 'none' ? ['登记册里没有发过这一份的记录'] : []),
    ...(last ? [`已交过 ${now?.returns.length ?? 0} 次，上次 ${last.on}（${last.file}）；这一份改过的才会动`] : []),
    ...(now && now.due !== '' && !last && today > now.due ? [`迟交 ${Math.round((Date.parse(today) - Date.parse(now.due)) / 86_400_000)} 天，期限是 ${now.due}`] : []),
    ...(now && now.sentOn !== '' && sentOn < now.sentOn ? [`是 ${sentOn} 发的旧表，${now.sentOn} 又发过一次；旧表发出以后登记册改过的，列作冲突`] : []),
    ...returnedBook(stamp, opened.sheets).changed,
    ...(broken > 0 ? [`有 ${broken} 行锁定的格被改过，这些行不收`] : []),
    ...(uncoded > 0 ? [`有 ${uncoded} 行是自己加的，没有行码，按证件号码和户编号认`] : []),
    ...(rows === 0 ? ['一行也没有填，算零报告'] : []),
  ];
  return { ...base, ok: opened.sheets.length > 0, told: opened.sheets.length > 0 ? told : [...told, '发出的表一张也没有了'], rows, broken };
}
