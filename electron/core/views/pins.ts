import { Refusal } from '../../../shared/contract/errors.ts';
import { rowsQuery, type RowsQuery } from '../../../shared/contract/tables.ts';
import { textOf } from '../../../shared/register/facts.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { orderedIds } from '../tables/ordered-ids.ts';
import { sizeWords, weigh } from './frozen-lists.ts';

/** A pinned question as it is kept. */
export interface Pin {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly means: string;
  readonly of: { readonly kind: 'rows'; readonly question: RowsQuery } | { readonly kind: 'figure'; readonly report: string; readonly figure: string };
}

export function pinsOf(register: RegisterFile): Pin[] {
  const rows = register.sql("SELECT id, revision, data FROM entry WHERE ledger = 'pin' ORDER BY id").all() as { id: string; revision: number; data: string }[];
  return rows.flatMap(({ id, revision, data }): Pin[] => {
    const values = JSON.parse(data) as Record<string, string | null>;
    const said = (key: string): string => textOf(values, `pin.${key}`);
    const base = { id, revision, name: said('name'), means: said('means') };
    if (said('question') === '') return [{ ...base, of: { kind: 'figure', report: said('report'), figure: said('figure') } }];
    const question = rowsQuery.safeParse(JSON.parse(said('question')));
    return question.success ? [{ ...base, of: { kind: 'rows', question: question.data } }] : [];
  });
}

export function addPin(register: RegisterFile, { name, means, of }: Omit<Pin, 'id' | 'revision'>): string {
  if (pinsOf(register).some((pin) => pin.name === name)) throw new Refusal('VALUE_REFUSED', `已经钉了一个叫“${name}”的数`, { remedy: '请换一个名字' });
  const id = newId();
  const kept = of.kind === 'rows' ? { 'pin.question': JSON.stringify(of.question) } : { 'pin.report': of.report, 'pin.figure': of.figure };
  register.log.run({ kind: 'edit', label: `钉住常问的数：${name}` }, (writer) => writer.create('entry', id, { ledger: 'pin', 'pin.name': name, ...(means === '' ? {} : { 'pin.means': means }), ...kept }));
  return id;
}

export function removePin(register: RegisterFile, id: string, base: number): void {
  const pin = pinsOf(register).find((each) => each.id === id);
  if (!pin) throw new Refusal('NOT_FOUND', '这个常问的数已经去掉了', { remedy: '请按 F5 刷新后再看' });
  if (pin.revision > base) throw new Refusal('STALE', '这个常问的数刚被改过，没有去掉', { where: pin.name, remedy: '请看过现在的再去掉' });
  register.log.run({ kind: 'edit', label: `去掉常问的数：${pin.name}` }, (writer) => writer.remove('entry', id));
}

/** 18户38人: what a question finds. */
export function sizeOf(register: RegisterFile, question: RowsQuery): string {
  const ids = orderedIds(register, question);
  return sizeWords({ subject: question.subject, rows: ids.length, ...weigh(register, question.subject, ids) });
}
