import type { Stored } from '../../fields/reading.ts';
import { kindOf } from '../../register/field.ts';
import { labelOf, shown } from '../../register/show-value.ts';
import { findField } from '../../register/vocabulary.ts';
import { isLimitKey, limits } from '../limits.ts';
import type { Person } from '../person.ts';
import { type Around, ofHomes, ofPeople, type Rule } from '../rule.ts';
import type { Valued } from '../valued.ts';
import { partOf } from '../words.ts';
import { fieldsIn, type Comparison, type Condition } from './condition.ts';
import type { SimpleRule } from './simple-rule.ts';

/** Null: not known, for a value is blank. What is not known neither breaks a rule nor, turned round, breaks its opposite. */
type Truth = boolean | null;
type Test = (row: Row, around: Pick<Around, 'limits'>) => Truth;

interface Row {
  value(key: string): Stored;
}

/** What is wrong with a rule that is data, in the clerk's words. */
export class RuleFault extends Error {}

const ageLabel = '年龄';
export const conditionLabel = (key: string): string => (key === 'age' ? ageLabel : labelOf(key));

const entitiesOf = { households: ['household', 'householdYear'], people: ['household', 'householdYear', 'member', 'memberYear'] } as const;

/** Whether a field may be named in a rule of a scope. */
export function mayName(scope: SimpleRule['scope'], key: string): boolean {
  if (key === 'age') return scope === 'people';
  const field = findField(key);
  return field !== undefined && entitiesOf[scope].some((entity) => entity === field.entity);
}

const isNumber = (key: string): boolean => key === 'age' || (findField(key) !== undefined && kindOf(mustField(key)).column !== 'TEXT');

function mustField(key: string) {
  const field = findField(key);
  if (!field) throw new RuleFault(`没有“${key}”这一列`);
  return field;
}

/** A value as the clerk writes it, as the register stores it. */
function stored(key: string, written: string): Stored {
  if (key === 'age') {
    if (!/^\d{1,3}$/.test(written)) throw new RuleFault(`年龄要写成岁数，写的是“${written}”`);
    return Number(written);
  }
  const read = kindOf(mustField(key)).read(written, { today: '9999-12-31' });
  if (!read.ok) throw new RuleFault(`${labelOf(key)}：${read.refused.message}`);
  if (read.value === null) throw new RuleFault(`${labelOf(key)}：要比较的值空着`);
  return read.value;
}

const holds: Readonly<Record<Comparison, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '=': (order) => order === 0,
  '≠': (order) => order !== 0,
  '>=': (order) => order >= 0,
  '>': (order) => order > 0,
};

/** Dates, months and years are held against each other as far as both go: 2020-03 and 2020. */
function order(one: Stored, other: Stored): number | null {
  if (one === null || other === null) return null;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [a, b] = [String(one), String(other)];
  const dated = /^\d{4}(-\d{2}){0,2}$/;
  const length = dated.test(a) && dated.test(b) ? Math.min(a.length, b.length) : Math.max(a.length, b.length);
  const [left, right] = [a.slice(0, length), b.slice(0, length)];
  return left === right ? 0 : left < right ? -1 : 1;
}

function compileCondition(condition: Condition): Test {
  if ('all' in condition || 'any' in condition) {
    const decides = 'any' in condition;
    const tests = ('any' in condition ? condition.any : condition.all).map(compileCondition);
    return (row, around) => {
      let known: Truth = !decides;
      for (const test of tests) {
        const truth = test(row, around);
        if (truth === decides) return decides;
        if (truth === null) known = null;
      }
      return known;
    };
  }
  if ('not' in condition) {
    const test = compileCondition(condition.not);
    return (row, around) => {
      const truth = test(row, around);
      return truth === null ? null : !truth;
    };
  }
  const { field: key } = condition;
  if (key !== 'age') mustField(key);
  if ('is' in condition) {
    const blank = condition.is === 'blank';
    return (row) => (row.value(key) === null) === blank;
  }
  if ('in' in condition) {
    const values = new Set(condition.in.map((written) => stored(key, written)));
    return (row) => {
      const value = row.value(key);
      return value === null ? null : values.has(value);
    };
  }
  if ('contains' in condition) {
    const part = condition.contains;
    return (row) => {
      const value = row.value(key);
      return value === null ? null : String(value).includes(part);
    };
  }
  return compileComparison(condition);
}

function compileComparison(condition: Extract<Condition, { than: Comparison }>): Test {
  const { field: key, than } = condition;
  const decide = holds[than];
  const ordered = than !== '=' && than !== '≠';
  if (ordered && !isNumber(key) && !['date', 'month'].includes(mustField(key).kind)) throw new RuleFault(`${conditionLabel(key)}不能比大小`);
  const tell = (one: Stored, other: Stored): Truth => {
    const found = order(one, other);
    return found === null ? null : decide(found);
  };
  if ('value' in condition) {
    const value = stored(key, condition.value);
    return (row) => tell(row.value(key), value);
  }
  if ('other' in condition) {
    const { other } = condition;
    if (other !== 'age') mustField(other);
    if (isNumber(key) !== isNumber(other)) throw new RuleFault(`${conditionLabel(key)}和${conditionLabel(other)}不是一类，不能比较`);
    return (row) => tell(row.value(key), row.value(other));
  }
  const { limit } = condition;
  if (!isLimitKey(limit)) throw new RuleFault(`没有“${limit}”这个标准`);
  if (!isNumber(key) || (limits[limit].unit === '元') !== (key !== 'age' && mustField(key).kind === 'money')) throw new RuleFault(`${conditionLabel(key)}和“${limits[limit].label}”单位不同，不能比较`);
  return (row, around) => tell(row.value(key), around.limits[limit]);
}

const secret = new Set(['identity', 'phone', 'card', 'digits']);
function told(key: string, row: Row): string {
  const value = row.value(key);
  if (key === 'age') return value === null ? '空' : `${value} 岁`;
  const text = shown(key, value);
  return secret.has(mustField(key).kind) ? partOf(text) : text;
}

const ofPerson = (person: Person): Row => ({
  value: (key) => (key === 'age' ? person.age : (person.values[key] ?? person.home.values[key] ?? null)),
});
const ofValues = ({ values }: Valued): Row => ({ value: (key) => values[key] ?? null });

/** A condition over a household's own fields, for what is no rule; null where it is not known. */
export function householdTest(condition: Condition): (household: Valued, around: Pick<Around, 'limits'>) => Truth {
  for (const key of fieldsIn(condition)) if (!mayName('households', key)) throw new RuleFault(`${conditionLabel(key)}不是户的项目`);
  const test = compileCondition(condition);
  return (household, around) => test(ofValues(household), around);
}

/** Makes a rule of its declaration; throws a RuleFault that says what is wrong with it. */
export function compileRule({ id, grade, title, why, remedy, source, scope, when, field, message, reads, years }: SimpleRule): Rule {
  const named = fieldsIn(when);
  const templated = [...(message ?? '').matchAll(/\{([^}]*)\}/g)].map(([, key]) => key ?? '');
  for (const key of [...named, field, ...templated]) {
    if (key !== 'age') mustField(key);
    if (!mayName(scope, key)) throw new RuleFault(`${conditionLabel(key)}不能用在${scope === 'people' ? '人' : '户'}的规则里`);
  }
  const test = compileCondition(when);
  const say = (row: Row): string =>
    message === undefined ? named.map((key) => `${conditionLabel(key)}：${told(key, row)}`).join('，') : message.replaceAll(/\{([^}]*)\}/g, (_, key: string) => told(key, row));
  const needed = named.flatMap((key) => (key === 'age' ? ['birthDate|identityNo'] : [key]));
  const head = { id, grade, title, why, remedy, source, reads: reads ?? needed, may: named.filter((key) => key !== 'age'), ...(years ? { years } : {}) };
  const at = field === 'age' ? 'birthDate' : field;
  if (scope === 'households') return ofHomes({ ...head, problem: (home, around) => (test(ofValues(home), around) === true ? { field: at, message: say(ofValues(home)) } : undefined) });
  return ofPeople({
    ...head,
    problem(person, around) {
      const row = ofPerson(person);
      return test(row, around) === true ? { field: at, message: say(row) } : undefined;
    },
  });
}
