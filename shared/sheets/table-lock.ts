import type { Field } from '../register/field.ts';
import { field as fieldOf } from '../register/vocabulary.ts';
import type { Table } from './table.ts';

/** Why a column cannot be written in a table, and where it can. */
export interface Lock {
  readonly what: string;
  readonly remedy: string;
}

const ofTheHead: Lock = { what: '户主信息来自户主本人那一行', remedy: '请在“人”里改户主那一行' };

/** Columns that the program writes, and where what they tell is done. */
const madeBy: Readonly<Record<string, (label: string) => Lock>> = {
  document: (label) => ({ what: `“${label}”由存进来的文件决定，不能手改`, remedy: '请在户卡片的“材料”里另存一份，再去掉这一份' }),
  problem: (label) => ({ what: `“${label}”要有佐证和第二个人，不能在表格里填`, remedy: '请在“核对”的“整改台账”里报完成、销号' }),
};

/** Null where the column is written in the table itself. */
export function lockOf({ subject, ledger }: Table, field: Field): Lock | null {
  if (field.derived) return ofTheHead;
  if (subject === 'helpers' && field.entity === 'household') return { what: `“${field.label}”来自户表，这里只看不改`, remedy: '请在“户”里改这一户' };
  if (!ledger) return null;
  if (field.entity === 'household') return { what: `“${field.label}”来自户表，台账里只看不改`, remedy: '请在“户”里改这一户' };
  if (field.entity === 'member') return { what: `“${field.label}”来自人员表，台账里只看不改`, remedy: '请在“人”里改这个人' };
  if (ledger.made.includes(field.key)) return madeBy[ledger.key]?.(field.label) ?? { what: `“${field.label}”由程序写，不能手改`, remedy: '请在记下它的画面里改' };
  if (field.key === 'year' && typeof ledger.year === 'object') {
    const { label } = fieldOf(ledger.year.of);
    return { what: `年度跟着“${label}”走`, remedy: `请改“${label}”` };
  }
  return null;
}
