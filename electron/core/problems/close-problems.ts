import { Refusal } from '../../../shared/contract/errors.ts';
import type { ProblemRow } from '../../../shared/contract/problems.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { notSecond } from '../../../shared/register/problem-state.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import { readyDocuments } from '../documents/add-documents.ts';
import type { Writer } from '../storage/commands.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readTyped } from '../tables/typed-value.ts';
import type { By } from './open-problems.ts';
import { problemOf, problemRows, saidOf, whereOf } from './problem-rows.ts';

type Told = Readonly<Record<string, Stored>>;

/** Writes what of these is another than before. */
function put(writer: Writer, { id, values }: ProblemRow, told: Told): void {
  const changes = Object.entries(told).flatMap(([key, value]) => {
    const column = `problem.${key}`;
    const old = values[column] ?? null;
    return old === value ? [] : [{ column, old, value }];
  });
  if (changes.length > 0) writer.setAll('entry', id, changes);
}

/** Of a problem that is open again nothing of its end stays; its documents stay where they lie. */
const notEnded: Told = { doneOn: null, doneBy: null, done: null, evidence: null, proposedOn: null, proposedWhy: null, closedOn: null, closedBy: null, verdict: null };

export interface Done {
  readonly id: string;
  readonly base: number;
  readonly on: string;
  readonly by: string;
  readonly note: string;
  readonly place: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** Somebody says that it is put right, and proves it: the documents and the word are one command. */
export function reportDone(register: RegisterFile, done: Done, { today }: By): { label: string } {
  const row = problemOf(register, done.id, done.base, today);
  const where = whereOf(row);
  if (row.state === 'closed') throw new Refusal('VALUE_REFUSED', '这个问题已经销号', { where, remedy: '要重新整改的，先重新打开' });
  if (done.by === '') throw new Refusal('VALUE_REFUSED', '没有写谁报的完成', { where, remedy: '请写姓名；销号要由另一个人来' });
  if (done.files.length === 0 && done.place === '' && row.evidence.length === 0) throw new Refusal('VALUE_REFUSED', '没有整改佐证', { where, remedy: '请选照片、扫描件，或写明纸质件放在哪里' });
  const on = String(readTyped(field('problem.doneOn'), done.on === '' ? today : done.on, today, where));
  if (on < saidOf(row.values, 'foundOn')) throw new Refusal('VALUE_REFUSED', '完成日期比发现日期还早', { where, remedy: '请核对日期' });
  const papers = done.files.length === 0 && done.place === '' ? null : readyDocuments(register, {
    householdId: row.householdId, recordId: row.id, kind: '整改佐证', title: saidOf(row.values, 'text').slice(0, 60), on, place: done.place, remark: done.note, files: done.files,
  }, today);
  const label = `报整改完成：${where}，${done.by}`;
  register.log.run({ kind: 'edit', label }, (writer) => {
    const ids = papers?.write(writer).ids ?? [];
    // Whoever looked before, after something was taken back, looked at other evidence.
    put(writer, row, { doneOn: on, doneBy: done.by, done: done.note === '' ? null : done.note, evidence: [...row.evidence.map(({ id }) => id), ...ids].join(' '), closedOn: null, closedBy: null, verdict: null });
  });
  return { label };
}

/** A second person has looked at the evidence. `stillFound`: what the rule says of it now, where it came from one. */
export function closeProblem(register: RegisterFile, asked: { readonly id: string; readonly base: number; readonly by: string; readonly verdict: string }, stillFound: (row: ProblemRow) => boolean, { today }: By): { label: string } {
  const row = problemOf(register, asked.id, asked.base, today);
  const where = whereOf(row);
  if (row.state === 'closed') throw new Refusal('VALUE_REFUSED', '这个问题已经销号', { where });
  if (saidOf(row.values, 'doneOn') === '') throw new Refusal('VALUE_REFUSED', '还没有报整改完成，不能销号', { where, remedy: '请整改的人先报完成，附上佐证' });
  if (row.evidence.length === 0) throw new Refusal('VALUE_REFUSED', '没有整改佐证，不能销号', { where, remedy: '佐证可能被去掉了，请重新报完成' });
  const not = notSecond(row.values, asked.by);
  if (not !== null) throw new Refusal('VALUE_REFUSED', not, { where, remedy: '请由另一个人看过佐证后销号' });
  if (stillFound(row)) throw new Refusal('VALUE_REFUSED', '核对还查得出这个问题，不能销号', { where, remedy: '请先改好；确实没错的，在“疑点”里豁免' });
  const label = `销号：${where}，复核人 ${asked.by}`;
  register.log.run({ kind: 'edit', label }, (writer) => put(writer, row, { closedOn: today, closedBy: asked.by, verdict: asked.verdict === '' ? null : asked.verdict }));
  return { label };
}

/** It was not put right after all: one command. */
export function reopenProblem(register: RegisterFile, asked: { readonly id: string; readonly base: number; readonly why: string }, { today }: By): { label: string } {
  const row = problemOf(register, asked.id, asked.base, today);
  const where = whereOf(row);
  if (row.state !== 'closed' && row.state !== 'proposed') throw new Refusal('VALUE_REFUSED', '这个问题本来就没有销号', { where });
  if (asked.why === '') throw new Refusal('VALUE_REFUSED', '没有写为什么重新打开', { where, remedy: '请写清哪里没有改好' });
  const label = `重新打开：${where}，${asked.why}`;
  register.log.run({ kind: 'edit', label }, (writer) => put(writer, row, { ...notEnded, reopenedOn: today, reopenedWhy: asked.why }));
  return { label };
}

/** What a run says of problems that rules found. */
export interface RunSays {
  /** Ids of what is found and stands. */
  readonly found: ReadonlySet<string>;
  readonly exempted: ReadonlySet<string>;
  /** Rules that were asked: the others say nothing. */
  readonly asked: ReadonlySet<string>;
}

/** After a run: what is found no more is proposed for closing, what is found again is open again. */
export function followRun(register: RegisterFile, { found, exempted, asked }: RunSays, { today }: By): { proposed: number; reopened: number } {
  const rows = problemRows(register, today).filter(({ values }) => saidOf(values, 'finding') !== '');
  const proposed: ProblemRow[] = [];
  const reopened: ProblemRow[] = [];
  for (const row of rows) {
    const [finding, rule] = [saidOf(row.values, 'finding'), saidOf(row.values, 'rule')];
    const suggested = saidOf(row.values, 'proposedOn') !== '';
    if (found.has(finding)) {
      if (row.state === 'closed' || suggested) reopened.push(row);
    } else if (row.state !== 'closed' && !suggested && (asked.has(rule) || exempted.has(finding))) proposed.push(row);
  }
  if (proposed.length + reopened.length === 0) return { proposed: 0, reopened: 0 };
  const told = [proposed.length > 0 ? `${proposed.length} 个问题已查不出，建议销号` : '', reopened.length > 0 ? `${reopened.length} 个问题又查出来，重新打开` : ''].filter((part) => part !== '');
  register.log.run({ kind: 'edit', label: `核对整改台账：${told.join('；')}` }, (writer) => {
    for (const row of proposed) put(writer, row, { proposedOn: today, proposedWhy: exempted.has(saidOf(row.values, 'finding')) ? '已豁免' : '重新核对已查不出' });
    for (const row of reopened) put(writer, row, { ...notEnded, reopenedOn: today, reopenedWhy: '重新核对又查出来' });
  });
  return { proposed: proposed.length, reopened: reopened.length };
}
