import { Refusal } from '../../../shared/contract/errors.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import { vocabulary } from '../../../shared/register/vocabulary.ts';
import type { Field } from '../../../shared/register/field.ts';

/** Where a column of a grid comes from: table alias and column. */
export interface ColumnSource {
  readonly field: Field;
  readonly sql: string;
}

const headColumns: Readonly<Record<string, string>> = { headName: 'name', headIdentityNo: 'identityNo', headNo: 'memberNo' };
const aliases = { household: 'h', householdYear: 'hy', member: 'm', memberYear: 'my', helper: 'p', entry: 'e' } as const;

function source(field: Field): ColumnSource {
  if (field.derived === 'head') return { field, sql: `hd."${headColumns[field.key]}"` };
  return { field, sql: `${aliases[field.entity]}."${field.key}"` };
}

/** The columns of each grid, in the vocabulary's order. A person's row shows the household's columns too. */
export const tableColumns: Readonly<Record<Subject, readonly ColumnSource[]>> = {
  households: vocabulary.filter(({ entity }) => entity === 'household' || entity === 'householdYear').map(source),
  people: vocabulary.filter(({ entity }) => entity !== 'helper' && entity !== 'entry').map(source),
};

/** The tables behind a grid; parameter ?1 is the year. */
export const tableFrom: Readonly<Record<Subject, string>> = {
  households: `FROM household h
    LEFT JOIN householdYear hy ON hy.householdId = h.id AND hy.year = ?1
    LEFT JOIN member hd ON hd.id = (SELECT x.id FROM member x WHERE x.householdId = h.id AND x.relation = '户主' ORDER BY x.id LIMIT 1)`,
  people: `FROM member m
    JOIN household h ON h.id = m.householdId
    LEFT JOIN memberYear my ON my.memberId = m.id AND my.year = ?1
    LEFT JOIN householdYear hy ON hy.householdId = h.id AND hy.year = ?1
    LEFT JOIN member hd ON hd.id = (SELECT x.id FROM member x WHERE x.householdId = h.id AND x.relation = '户主' ORDER BY x.id LIMIT 1)`,
};

export const rowIdOf: Readonly<Record<Subject, string>> = { households: 'h.id', people: 'm.id' };

export function columnOf(subject: Subject, key: string): ColumnSource {
  const found = tableColumns[subject].find(({ field }) => field.key === key);
  if (!found) throw new Refusal('WRONG_USAGE', `${subject === 'people' ? '人员表' : '户表'}里没有“${key}”这一列`, { remedy: '请核对列名' });
  return found;
}
