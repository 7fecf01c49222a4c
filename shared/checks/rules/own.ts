import { kindOf, type Field } from '../../register/field.ts';
import { ownFields } from '../../register/own/spoken.ts';
import type { Home } from '../home.ts';
import { nothing, type Problem, type Rule } from '../rule.ts';
import type { Valued } from '../valued.ts';

/** Asks every own column of the household and of everybody who belongs to it. */
function ofEach(home: Home, test: (field: Field, of: Valued) => string | null): readonly Problem[] {
  const fields = ownFields();
  if (fields.length === 0) return nothing;
  return fields.flatMap((field): Problem[] => {
    if (field.entity === 'entry') return [];
    const ofHousehold = field.entity === 'household' || field.entity === 'householdYear';
    return (ofHousehold ? [home] : home.present).flatMap((asked): Problem[] => {
      const message = test(field, asked);
      return message === null ? [] : [{ field: field.key, message, ...('relation' in asked ? { member: asked } : {}) }];
    });
  });
}

function outside(field: Field, of: Valued): string | null {
  const { key, label, own } = field;
  if (!own || (own.least === null && own.most === null)) return null;
  const value = of.number(key);
  if (value === null) return null;
  const show = (number: number): string => kindOf(field).show(number);
  if (own.least !== null && value < own.least) return `“${label}”是 ${show(value)}，小于 ${show(own.least)}`;
  return own.most !== null && value > own.most ? `“${label}”是 ${show(value)}，大于 ${show(own.most)}` : null;
}

/** What the office itself wants of the columns that it added. */
export const ownRules: readonly Rule[] = [
  {
    id: 'Z001', grade: 'W', title: '自设列空着', why: '设这一列时说了空着要提醒', remedy: '请补上，或在“设置 → 自设列”里取消提醒', source: '本单位', reads: [],
    problems: (home) => ofEach(home, ({ key, label, own }, of) => (own?.wanted === true && of.blank(key) ? `“${label}”空着` : null)),
  },
  {
    id: 'Z002', grade: 'W', title: '自设列的数超出范围', why: '设这一列时定了上下限', remedy: '请核对；上下限在“设置 → 自设列”里改', source: '本单位', reads: [],
    problems: (home) => ofEach(home, outside),
  },
];
