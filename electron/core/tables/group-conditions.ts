import { sql } from 'kysely';
import { Refusal } from '../../../shared/contract/errors.ts';
import { goneStates } from '../../../shared/register/member-state.ts';
import { compulsoryYears, notAtSchool } from '../../../shared/register/who.ts';
import { canAsk, groupConditions, type GroupKey } from '../../../shared/views/conditions.ts';
import type { GroupFilter } from '../../../shared/views/view.ts';
import { changedThisMonth } from './changed-this-month.ts';
import { paperOf } from '../storage/record-papers.ts';
import type { Condition } from './filter-condition.ts';
import type { TableSource } from './sources.ts';

interface Asked {
  readonly source: TableSource;
  readonly year: number;
  readonly of: string;
}

const disabled: Condition = sql`(x.disabilityKind IS NOT NULL OR xy.health LIKE '%残疾%')`;

/** The words of shared/register/who.ts as SQL, asked of somebody: `x` is the person, `xy` the person's year. */
const ofPerson: Partial<Record<GroupKey, (asked: Asked) => Condition>> = {
  ageFrom: ({ of, year }) => sql`x.birthDate <= ${`${year - ageOf(of)}-12-31`}`,
  ageUnder: ({ of, year }) => sql`x.birthDate > ${`${year - ageOf(of)}-12-31`}`,
  atSchool: () => sql`xy.schooling IS NOT NULL AND xy.schooling NOT IN (${sql.join([...notAtSchool])})`,
  compulsory: () => sql`xy.schooling IN (${sql.join([...compulsoryYears])})`,
  disabled: () => disabled,
  disabledHousehold: () => disabled,
  secured: () => sql`(xy.dibao = '是' OR xy.tekun = '是')`,
};

function ageOf(of: string): number {
  if (!/^\d{1,3}$/.test(of)) throw new Refusal('WRONG_USAGE', `“${of}”不是年龄`, { remedy: '请写成 60 这样的整数' });
  return Number(of);
}

const gone = sql.join([...goneStates]);

/** Somebody who is still there: the row's own person, or anybody of its household. */
function somebody(key: GroupKey, asked: Asked, holds: Condition): Condition {
  const { source, year } = asked;
  const whole = groupConditions[key].whose === 'household' || source.memberId === 'NULL';
  const tie = sql.raw(whole ? `x.householdId = ${source.householdId}` : `x.id = ${source.memberId}`);
  return sql`EXISTS (SELECT 1 FROM member x LEFT JOIN memberYear xy ON xy.memberId = x.id AND xy.year = ${year} WHERE ${tie} AND coalesce(x.memberState, '') NOT IN (${gone}) AND ${holds})`;
}

/** What the last check found; the table is filled by core/checking/finding-marks.ts before the question is asked. */
function withFindings({ source, of }: Asked): Condition {
  const [row, column] = source.memberId === 'NULL' ? [source.householdId, 'householdId'] : [source.memberId, 'memberId'];
  const graded = of === '' ? sql`` : sql` AND grade = ${of}`;
  return sql`${sql.raw(row)} IN (SELECT ${sql.raw(column)} FROM temp.findingMark WHERE ${sql.raw(column)} IS NOT NULL${graded})`;
}

/** One condition that no column says. Every text is SQL of its own; what the page gives is a parameter. */
export function groupCondition(source: TableSource, { group, of = '', not = false }: GroupFilter, year: number): Condition {
  const asked: Asked = { source, year, of };
  if (!canAsk(group, source.table.subject)) throw new Refusal('WRONG_USAGE', `“${source.table.title}”里不能按“${groupConditions[group].label(of)}”筛选`, { remedy: '请去掉这个条件' });
  const condition = conditionOf(group, asked);
  return not ? sql`NOT coalesce((${condition}), 0)` : condition;
}

function conditionOf(group: GroupKey, asked: Asked): Condition {
  const { source, year, of } = asked;
  const person = ofPerson[group];
  if (person) return somebody(group, asked, person(asked));
  switch (group) {
    case 'monitored':
      return sql`EXISTS (SELECT 1 FROM householdYear xh WHERE xh.householdId = ${sql.raw(source.householdId)} AND xh.year = ${year} AND xh.monitoredKind IS NOT NULL AND coalesce(xh.riskCleared, '') <> '是')`;
    case 'changedThisMonth':
      return changedThisMonth(source);
    case 'findings':
      return withFindings(asked);
    case 'papers':
      return sql`${sql.raw(source.id)} IN (SELECT ${sql.raw(paperOf)} FROM entry WHERE ledger = 'document')`;
    case 'frozenList':
      return sql`${sql.raw(source.id)} IN (SELECT rowId FROM frozenRow WHERE list = ${of})`;
    default:
      throw new Error(`No way to ask ${group}`);
  }
}
