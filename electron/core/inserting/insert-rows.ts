import { Refusal } from '../../../shared/contract/errors.ts';
import type { NewCell, NewRowsCheck, ReadNewRows } from '../../../shared/contract/inserting.ts';
import { labelOf } from '../../../shared/register/show-value.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { sourceOf } from '../tables/sources.ts';
import type { InsertPlan } from './insert-plan.ts';
import { readNewRows, Remarks, type NewRow } from './new-row.ts';
import { planPeople } from './plan-people.ts';
import { planRecords } from './plan-records.ts';

interface Planned {
  /** Rows that hold anything. */
  readonly rows: readonly NewRow[];
  readonly good: readonly NewRow[];
  /** What the good rows come to. */
  readonly plan: InsertPlan;
  readonly refused: readonly NewCell[];
  /** Of all rows, the refused ones among them. */
  readonly first: InsertPlan;
}

/** Plans the rows, and again without those that cannot be written, until none is refused: who depends on a refused row falls with it. */
function planRows(register: RegisterFile, asked: ReadNewRows, today: string): Planned {
  const source = sourceOf(asked.subject);
  const { ledger } = source.table;
  const read = new Remarks();
  const rows = readNewRows(source, asked, today, read);
  const planOf = (some: readonly NewRow[], remarks: Remarks): InsertPlan => (ledger ? planRecords(register, ledger, some, remarks, asked) : planPeople(register, some, remarks, asked, today));
  const first = planOf(rows, read);
  const refused = read.refused.filter(({ row }) => row >= 0);
  let plan = first;
  let good = rows;
  for (let bad = read.bad; bad.size > 0; bad = plan.remarks.bad) {
    good = good.filter(({ at }) => !bad.has(at));
    plan = planOf(good, new Remarks());
    refused.push(...plan.remarks.refused.filter(({ row, field }) => row >= 0 && !refused.some((cell) => cell.row === row && cell.field === field)));
  }
  // Why and when they come is asked of those that do come.
  return { rows, good, plan, refused: [...plan.remarks.refused.filter(({ row }) => row < 0), ...refused], first };
}

/** What new rows would come to; nothing is written. */
export function checkNewRows(register: RegisterFile, asked: ReadNewRows, today: string): NewRowsCheck {
  const { rows, good, plan, refused, first } = planRows(register, asked, today);
  const { people, households, records } = plan;
  const inOrder = (one: NewCell, other: NewCell): number => one.row - other.row;
  return { rows: rows.length, good: good.map(({ at }) => at), people, households, records, refused: refused.toSorted(inOrder), doubts: first.remarks.doubts, following: first.following, proposed: first.proposed };
}

/** 第 3 行 · 证件号码. */
const whereOf = ({ row, field }: NewCell): string => [...(row >= 0 ? [`第 ${row + 1} 行`] : []), ...(row >= 0 && field !== '' ? [labelOf(field)] : [])].join(' · ');

/** Writes new rows: one command. */
export function writeNewRows(register: RegisterFile, asked: ReadNewRows, goodOnly: boolean, today: string): { readonly label: string; readonly rows: readonly number[]; readonly ids: readonly string[] } {
  const { good, plan, refused } = planRows(register, asked, today);
  const bad = refused.find(({ row }) => row < 0) ?? (goodOnly ? undefined : refused[0]);
  if (bad) {
    const others = refused.length > 1 ? `（另有 ${refused.length - 1} 处）` : '';
    throw new Refusal('VALUE_REFUSED', `${bad.why}${others}`, { where: whereOf(bad), remedy: bad.remedy });
  }
  if (good.length === 0) throw new Refusal('VALUE_REFUSED', '没有能新增的行', { remedy: '请先填好一行' });
  const ids = register.log.run({ kind: 'edit', label: plan.label }, (writer) => plan.write(writer));
  return { label: plan.label, rows: good.map(({ at }) => at), ids };
}
