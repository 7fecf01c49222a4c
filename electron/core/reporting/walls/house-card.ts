import { onPaper } from '../../../../shared/papers/on-paper.ts';
import { type Paper, toSign } from '../../../../shared/papers/paper.ts';
import { itemOfClass } from '../../../../shared/register/income/monthly-classes.ts';
import { kindOf } from '../../../../shared/register/field.ts';
import { field } from '../../../../shared/register/vocabulary.ts';
import { ageOn } from '../../../../shared/register/age.ts';
import { numberOf, textOf, type HouseholdFacts, type MemberFacts } from '../../../../shared/register/facts.ts';
import { compulsoryYears, is, isDangerous, medicallyInsured } from '../../../../shared/register/who.ts';
import { calledOf, causesOf, placeOf, present, wallPlace } from './wall-words.ts';

const incomes = [
  ['wageIncome', '工资性'],
  ['businessIncome', '生产经营性'],
  ['propertyIncome', '财产性'],
  ['transferIncome', '转移性'],
  ['businessCost', '经营支出'],
  ['netIncome', '纯收入'],
  ['perCapitaIncome', '人均纯收入'],
] as const;

const shownMoney = (key: string, fen: number | null): string => (fen === null ? '' : kindOf(field(key)).show(fen));

/** What the twelve-month register adds up to in each quarter, or blanks to be filled by hand. */
function quarters(household: HouseholdFacts, key: string): string[] {
  const record = (household.records['monthlyIncome'] ?? []).find(({ year, values }) => year === household.year && itemOfClass(textOf(values, 'monthlyIncome.class')) === key);
  return [0, 1, 2, 3].map((quarter) => {
    if (!record) return '';
    const months = [1, 2, 3].map((month) => numberOf(record.values, `monthlyIncome.month${quarter * 3 + month}`));
    return months.every((month) => month === null) ? '' : shownMoney(key, months.reduce<number>((sum, month) => sum + (month ?? 0), 0));
  });
}

const said = (good: boolean | null, yes: string, no: string): string => (good === null ? '' : good ? yes : no);

/** 两不愁三保障 and water, as far as the register tells; blank where it does not. */
function assured(household: HouseholdFacts, people: readonly MemberFacts[], today: string): string[][] {
  const pupils = people.filter(({ values }) => {
    const age = ageOn(values, today);
    return age !== null && age >= 6 && age <= 15;
  });
  const atSchool = is('schooling', ...compulsoryYears);
  const insured = people.filter(medicallyInsured).length;
  const danger = textOf(household.values, 'dangerousHouse');
  const water = textOf(household.values, 'safeWater');
  return [
    ['不愁吃、不愁穿', '', ''],
    ['义务教育', said(pupils.every(atSchool), '有保障', '未保障'), pupils.length === 0 ? '没有义务教育阶段的孩子' : `应上学${pupils.length}人，在校${pupils.filter(atSchool).length}人`],
    ['基本医疗', said(people.length === 0 ? null : insured === people.length, '有保障', '未保障'), `${people.length}人中${insured}人参保`],
    ['住房安全', said(danger === '' ? null : !isDangerous(household), '安全', '不安全'), ''],
    ['饮水安全', said(water === '' ? null : water === '是', '安全', '不安全'), ''],
  ];
}

/** 脱贫明白卡: how the household stands, what it earns quarter by quarter, and that it knows. */
export function cardPaper(household: HouseholdFacts, today: string): Paper {
  const { values, year } = household;
  const people = present(household);
  const shown = (key: string): string => onPaper(wallPlace, values, key);
  const [helper] = household.helpers;
  return {
    key: 'card',
    called: calledOf(household),
    title: '脱贫明白卡',
    left: `${year}年`,
    right: placeOf(household),
    blocks: [
      {
        kind: 'facts',
        across: 2,
        pairs: [
          { label: '户主', value: shown('headName') },
          { label: '家庭人口', value: `${people.length}人` },
          { label: '属性', value: shown('householdKind') },
          { label: '脱贫情况', value: shown('liftState') },
          { label: '致贫原因', value: causesOf(values) },
          { label: '帮扶责任人', value: helper ? [onPaper(wallPlace, helper.values, 'helperName'), onPaper(wallPlace, helper.values, 'helperPhone')].filter((part) => part !== '').join(' ') : '' },
        ],
      },
      {
        kind: 'table',
        heading: '两不愁三保障',
        columns: [
          { head: '项目', share: 28, align: 'center' },
          { head: '情况', share: 20, align: 'center' },
          { head: '说明', share: 52, align: 'left' },
        ],
        rows: assured(household, people, today),
      },
      {
        kind: 'table',
        heading: '收入（单位：元）',
        columns: [
          { head: '项目', share: 24, align: 'left' },
          ...['一季度', '二季度', '三季度', '四季度'].map((head) => ({ head, share: 17, align: 'right' as const })),
          { head: '全年', share: 21, align: 'right' },
        ],
        rows: incomes.map(([key, label]) => [label, ...quarters(household, key), shown(key)]),
      },
      { kind: 'facts', across: 2, pairs: [{ label: '户主签字', value: toSign }, { label: '帮扶责任人\n签字', value: toSign }] },
    ],
  };
}
