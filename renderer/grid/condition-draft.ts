import type { Filter } from '../../shared/contract/tables.ts';
import type { Stored } from '../../shared/fields/reading.ts';
import { kindOf, type Field } from '../../shared/register/field.ts';

/** The tests that a column can be put to. */
export type Test = Exclude<Filter['test'], 'group' | 'in' | 'notIn' | 'inPeriods' | 'notInPeriods'>;

type Choices = readonly (readonly [Test, string])[];

const textTests: Choices = [['contains', '包含'], ['notContains', '不包含'], ['equals', '等于'], ['startsWith', '开头是'], ['endsWith', '结尾是'], ['blank', '空着'], ['notBlank', '不空']];
const dayTests: Choices = [['less', '早于'], ['lessOrEqual', '不晚于'], ['equals', '等于'], ['notEquals', '不等于'], ['greaterOrEqual', '不早于'], ['greater', '晚于'], ['between', '介于'], ['blank', '空着'], ['notBlank', '不空']];
const sizeTests: Choices = [['less', '小于'], ['lessOrEqual', '不大于'], ['equals', '等于'], ['notEquals', '不等于'], ['greaterOrEqual', '不小于'], ['greater', '大于'], ['between', '介于'], ['blank', '空着'], ['notBlank', '不空']];

const sized = new Set<Field['kind']>(['money', 'count', 'measure', 'year']);

/** Days and months: ticked as years with their months and days. */
export const ofDays = (field: Field): boolean => field.kind === 'date' || field.kind === 'month';

export const testsOf = (field: Field): Choices => (ofDays(field) ? dayTests : sized.has(field.kind) ? sizeTests : textTests);

/** A condition on a column while it is being typed. */
export interface Draft {
  readonly test: Test;
  readonly text: string;
  readonly until: string;
}

export function draftOf(model: Filter | null, field: Field): Draft {
  const edit = (value: Stored): string => kindOf(field).edit(value);
  const empty = { test: sized.has(field.kind) || ofDays(field) ? ('less' as const) : ('contains' as const), text: '', until: '' };
  if (!model || model.test === 'group' || 'values' in model || 'periods' in model) return empty;
  if ('text' in model) return { test: model.test, text: model.text, until: '' };
  if (model.test === 'between') return { test: model.test, text: edit(model.from), until: edit(model.to) };
  if ('value' in model) return { test: model.test, text: edit(model.value), until: '' };
  return { ...empty, test: model.test };
}

/** The condition that was typed; null where nothing was; a text says what is wrong with it. */
export function conditionOf(field: Field, { test, text, until }: Draft): Filter | null | string {
  if (test === 'blank' || test === 'notBlank') return { field: field.key, test };
  if (text.trim() === '') return null;
  if (test === 'contains' || test === 'notContains' || test === 'startsWith' || test === 'endsWith') return { field: field.key, test, text: text.trim() };
  const read = (typed: string): Stored | undefined => {
    const reading = kindOf(field).read(typed, { today: '9999-12-31' });
    return reading.ok && reading.value !== null ? reading.value : undefined;
  };
  const from = read(text);
  if (from === undefined) return `“${text}”不是${field.label}的值`;
  if (test !== 'between') return { field: field.key, test, value: from };
  const to = read(until);
  return to === undefined ? `“${until}”不是${field.label}的值` : { field: field.key, test, from, to };
}
