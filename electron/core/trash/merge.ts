import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { findField, storedFields } from '../../../shared/register/vocabulary.ts';
import { nameOfRow } from '../history/name-of-row.ts';
import { entryKey } from '../storage/entry-store.ts';
import type { Writer } from '../storage/commands.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { sameEntries } from '../tables/entry-rules.ts';
import { ofMember, removeAll } from './belongings.ts';
import { mustNotStrand } from './remove.ts';

export interface MergeAsked {
  readonly keep: string;
  readonly drop: string;
  readonly take: readonly string[];
  readonly base: number;
}

type Row = Readonly<Record<string, Stored>>;

/** Records of years: those that the one who stays lacks go over whole; where both have one, its blanks are filled from the other. */
function mergeYears(register: RegisterFile, writer: Writer, { keep, drop }: MergeAsked): void {
  const years = (owner: string): Row[] => (register.sql('SELECT id FROM memberYear WHERE memberId = ? ORDER BY year').all(owner) as { id: string }[]).flatMap(({ id }): Row[] => { const row = register.rows.get('memberYear', id); return row ? [row] : []; });
  const own = new Map(years(keep).map((row) => [row['year'], row]));
  for (const theirs of years(drop)) {
    const mine = own.get(theirs['year'] ?? null);
    if (!mine) writer.set('memberYear', String(theirs['id']), 'memberId', drop, keep);
    else {
      for (const { key } of storedFields('memberYear')) {
        const value = theirs[key] ?? null;
        if (value !== null && (mine[key] ?? null) === null) writer.set('memberYear', String(mine['id']), key, null, value);
      }
    }
  }
}

/** Records of ledgers go over; one that the other has already, by its ledger's own keys, goes into the trash with who had it, and its papers lie with the other's. */
function mergeRecords(register: RegisterFile, writer: Writer, { keep, drop }: MergeAsked, householdId: Stored): void {
  const twins = new Map<Stored, string>();
  const entries = register.sql("SELECT id FROM entry WHERE memberId = ? ORDER BY ledger = 'document', id").all(drop) as { id: string }[];
  for (const { id } of entries) {
    const record: Row | undefined = register.rows.get('entry', id);
    if (!record) continue;
    const of = record['document.of'] ?? null;
    const proves = twins.get(of) ?? of;
    const now: Row = { ...record, memberId: keep, ...(proves === of ? {} : { 'document.of': proves }) };
    const [twin] = sameEntries(register, String(record['ledger']), entryKey(now));
    if (twin !== undefined) {
      twins.set(id, twin);
      continue;
    }
    writer.set('entry', id, 'memberId', drop, keep);
    if (proves !== of) writer.set('entry', id, 'document.of', of, proves);
    const before = record['householdId'] ?? null;
    // What happened to somebody in a household stays told there.
    if (before !== null && before !== householdId && record['ledger'] !== 'movement') writer.set('entry', id, 'householdId', before, householdId);
  }
}

/** Makes one person of two: one command. The other goes to the trash. */
export function mergePeople(register: RegisterFile, asked: MergeAsked): string {
  const { keep, drop, take, base } = asked;
  const stays: Row | undefined = register.rows.get('member', keep);
  const goes: Row | undefined = register.rows.get('member', drop);
  if (!stays || !goes || keep === drop) throw new Refusal('NOT_FOUND', '两个人里有一个已不在登记册里', { remedy: '请按 F5 刷新后再看' });
  const called = (id: string, row: Row): string => `${nameOfRow(register, 'member', id)}（${nameOfRow(register, 'household', String(row['householdId']))}）`;
  const where = `${called(drop, goes)} 并入 ${called(keep, stays)}`;
  if ([...ofMember(register, keep), ...ofMember(register, drop)].some(({ entity, id }) => (register.rows.get(entity, id)?.revision ?? 0) > base)) {
    throw new Refusal('STALE', '刚有人改过，没有合并', { where, remedy: '请看过新的内容再合并' });
  }
  const wrong = take.find((key) => findField(key)?.entity !== 'member');
  if (wrong !== undefined) throw new Refusal('WRONG_USAGE', `“${wrong}”不是人的列`, { where, remedy: '请核对列名' });
  // Whoever takes over that the other was the head leaves the household one.
  if (!(stays['householdId'] === goes['householdId'] && take.includes('relation'))) mustNotStrand(register, drop, where);
  const label = `合并重复登记：${where}`;
  register.log.run({ kind: 'edit', label }, (writer) => {
    for (const key of new Set(take)) {
      const [old, value] = [stays[key] ?? null, goes[key] ?? null];
      if (old !== value) writer.set('member', keep, key, old, value);
    }
    mergeYears(register, writer, asked);
    mergeRecords(register, writer, asked, stays['householdId'] ?? null);
    removeAll(writer, ofMember(register, drop));
  });
  return label;
}
