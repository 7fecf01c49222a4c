import type { FillForm } from '../../../shared/cycle/fill-form.ts';
import { monthlyForm } from '../../../shared/cycle/monthly-form.ts';
import { lastDayOf, periodWords } from '../../../shared/cycle/month.ts';
import type { FillStamp } from '../../../shared/cycle/stamp.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { Level } from '../../../shared/papers/gate.ts';
import { textOf, type HouseholdFacts } from '../../../shared/register/facts.ts';
import { isHere } from '../../../shared/register/who.ts';
import { breathe, type Job } from '../jobs.ts';
import { writeFillIn, type FillInBook } from '../reporting/fill-in-writer.ts';
import { letOut, mayLeave, type OutBook } from '../reporting/outgoing.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';
import { writeKeyed } from '../tables/keyed-record.ts';
import { fillSheet } from './fill-rows.ts';

export interface Collect {
  readonly period: string;
  /** Until when it is to come back. */
  readonly due: string;
  /** Absent: every street that has households. */
  readonly offices?: readonly string[] | undefined;
  readonly level: Extract<Level, 'full' | 'reduced'>;
  readonly reason: string;
  readonly today: string;
}

export interface MadeBook {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The streets with people in them, in walking order. */
export function officesOf(register: RegisterFile): string[] {
  const rows = register.sql("SELECT DISTINCT h.town FROM household h WHERE h.town IS NOT NULL AND h.town <> '' AND EXISTS (SELECT 1 FROM member m WHERE m.householdId = h.id) ORDER BY h.walkKey").all() as { town: string }[];
  return [...new Set(rows.map(({ town }) => town))];
}

const ledgersOf = ({ sheets }: FillForm): string[] => [...new Set(sheets.map(({ ledger }) => ledger))];

function bookOf(form: FillForm, households: readonly HouseholdFacts[], asked: Collect, office: string, { register, revision }: { readonly register: string; readonly revision: number }): FillInBook & { readonly rows: number } {
  const { period, level, due, today } = asked;
  const filled = form.sheets.map((sheet) => fillSheet(sheet, { office, period, households, level }));
  const stamp: FillStamp = {
    version: 1, register, form: form.key, period, office, revision, sentOn: today,
    sheets: filled.map(({ sheet, columns, rows }) => ({ key: sheet.key, title: sheet.title, ledger: sheet.ledger, columns: columns.map(({ field, role }) => ({ head: field.label, field: field.key, role })), rows: rows.length })),
  };
  return {
    title: `${periodWords(period)}${form.title}`,
    line: `填报单位：${office}　月份：${periodWords(period)}　发出：${today}　请在 ${due} 前交回`,
    words: [
      '一、只填黄色表头下面的白格。灰色的格是登记册里已有的，锁定不改；名字、证件号码有错的，另外告诉区扶贫办。',
      '二、能从下拉里选的就选。日期写成 2020-03-15，钱数写数字，不写单位。没有变化的空着。',
      '三、不要加列、删列、改表头，不要改工作表的名字，也不要把内容复制到别的文件里再交。行可以排序，不要删。',
      '四、填好以后，把这个文件原样交回。没有可填的也交回，算零报告。',
      ...(level === 'full' ? ['五、表里有证件号码，只在机关内部用，用完妥善保管，不得外传。'] : []),
      ...filled.map(({ sheet }) => `“${sheet.title}”：${sheet.note}。`),
    ],
    sheets: filled.map(({ sheet, columns, rows }) => ({ title: sheet.title, key: sheet.key, note: `${sheet.note}。`, frozen: sheet.known.length, columns: columns.map(({ field, role }) => ({ field, asked: role === 'asked' })), rows })),
    stamp,
    rows: filled.reduce((sum, { rows }) => sum + rows.length, 0),
  };
}

function mustFit(register: RegisterFile, { period, due, offices, level, reason, today }: Collect): string[] {
  mayLeave(level, reason);
  if (period > today.slice(0, 7)) throw new Refusal('VALUE_REFUSED', `${periodWords(period)}还没有到`, { remedy: '请选本月或以前的月份' });
  if (due < today || due < `${period}-01`) throw new Refusal('VALUE_REFUSED', '交回期限已经过了', { where: due, remedy: '请写今天或以后的日期' });
  const all = officesOf(register);
  if (all.length === 0) throw new Refusal('NOTHING_TO_PRINT', '登记册里还没有写明街道的户', { remedy: '请先导入户表，或给各户填上街道' });
  const strange = offices?.find((each) => !all.includes(each));
  if (strange !== undefined) throw new Refusal('NOT_FOUND', `登记册里没有“${strange}”的户`, { remedy: `可以是${all.join('、')}` });
  return offices ? [...offices] : all;
}

/** Makes the workbooks of a month, a file an office, notes that they leave, and writes down that they were sent: one command. */
export async function makeCollection(register: RegisterFile, book: OutBook, asked: Collect, job: Job): Promise<MadeBook[]> {
  const offices = mustFit(register, asked);
  const form = monthlyForm;
  const { period, due, level, reason, today } = asked;
  const all = readFacts(register, { year: Number(period.slice(0, 4)), ledgers: ledgersOf(form) });
  const made: (MadeBook & { readonly office: string; readonly rows: number; readonly households: readonly HouseholdFacts[]; readonly stamp: FillStamp })[] = [];
  const identity = { register: register.meta('node') ?? '', revision: register.log.revision };
  for (const [at, office] of offices.entries()) {
    job.tell(`正在做${office}的填报表`, at, offices.length);
    await breathe(job);
    const households = all.filter(({ values, members }) => textOf(values, 'town') === office && members.some(isHere));
    const { rows, ...filled } = bookOf(form, households, asked, office, identity);
    made.push({ name: `${periodWords(period)}${form.title}_${office}.xlsx`, bytes: await writeFillIn(filled, job), office, rows, households, stamp: filled.stamp });
  }
  if (register.log.revision !== identity.revision) throw new Refusal('STALE', '做表的时候登记册改过，没有发出', { remedy: '请再做一次' });
  for (const { office, name, bytes, rows, households, stamp } of made) {
    letOut(book, {
      what: `${form.title} ${periodWords(period)} ${office}`, purpose: '发出填报表', level, reason, columns: stamp.sheets.flatMap(({ title, columns }) => columns.map(({ head }) => `${title}：${head}`)), rows,
      households: households.map(({ id }) => id), members: households.flatMap(({ members }) => members.filter(isHere).map(({ id }) => id)), file: name, bytes,
    });
  }
  const year = Number(period.slice(0, 4));
  register.log.run({ kind: 'edit', label: `发出${periodWords(period)}${form.title} ${made.length} 份` }, (writer) => {
    for (const { office, rows, name } of made) writeKeyed(register, writer, 'collection', { period, form: form.key, office }, { sentOn: today, due, revision: identity.revision, rows, file: name }, year);
  });
  return made.map(({ name, bytes }) => ({ name, bytes }));
}

/** Proposed for what is sent today: the month's last day, or in a week where that is over. */
export function usualDue(period: string, today: string): string {
  const end = lastDayOf(period);
  return end > today ? end : new Date(Date.parse(`${today}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
}
