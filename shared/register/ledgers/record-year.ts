import { fieldsOf } from '../field.ts';

/** The year that a record of a ledger belongs to. It is stored beside the ledger's own fields, under the same name for all. */
export const recordYear = fieldsOf('entry', '年度')('year', '年度', 'year', { also: ['年份'], secret: 'public' });
