import { onPaper } from '../../../../shared/papers/on-paper.ts';
import { type Paper, toSign } from '../../../../shared/papers/paper.ts';
import { field } from '../../../../shared/register/vocabulary.ts';
import type { HouseholdFacts, Values } from '../../../../shared/register/facts.ts';
import { calledOf, placeOf, wallPlace } from './wall-words.ts';

/** The lines of the sheet: a sum of its own, or a part of the line above it. */
const lines: readonly { readonly key: string; readonly mark: string }[] = [
  { key: 'wageIncome', mark: '一、' },
  { key: 'businessIncome', mark: '二、' },
  { key: 'propertyIncome', mark: '三、' },
  { key: 'assetDividend', mark: '　其中：' },
  { key: 'otherProperty', mark: '　　　　' },
  { key: 'transferIncome', mark: '四、' },
  { key: 'familyPlanningMoney', mark: '　其中：' },
  { key: 'dibaoMoney', mark: '　　　　' },
  { key: 'tekunMoney', mark: '　　　　' },
  { key: 'pensionMoney', mark: '　　　　' },
  { key: 'ecologyMoney', mark: '　　　　' },
  { key: 'otherTransfer', mark: '　　　　' },
  { key: 'totalIncome', mark: '五、' },
  { key: 'businessCost', mark: '六、' },
  { key: 'netIncome', mark: '七、' },
  { key: 'perCapitaIncome', mark: '八、' },
];

const amount = (values: Values, key: string): string => onPaper(wallPlace, values, key);

/** 家庭收支: this year's income and cost beside last year's, item by item, to be signed. */
export function incomePaper(household: HouseholdFacts): Paper {
  const { year, values, lastYear } = household;
  return {
    key: 'income',
    called: calledOf(household),
    title: '家庭收支情况',
    left: `户主：${onPaper(wallPlace, values, 'headName')}　家庭人口：${onPaper(wallPlace, values, 'householdSize')}人`,
    right: placeOf(household),
    blocks: [
      {
        kind: 'table',
        heading: '收入和支出（单位：元）',
        columns: [
          { head: '项目', share: 52, align: 'left' },
          { head: `${year - 1}年`, share: 24, align: 'right' },
          { head: `${year}年`, share: 24, align: 'right' },
        ],
        rows: lines.map(({ key, mark }) => [`${mark}${field(key).label}`, amount(lastYear, key), amount(values, key)]),
        summed: true,
      },
      { kind: 'note', text: '五 = 一 + 二 + 三 + 四；七 = 五 − 六；八 = 七 ÷ 家庭人口。' },
      {
        kind: 'facts',
        across: 2,
        pairs: [
          { label: '户主签字', value: toSign },
          { label: '帮扶责任人\n签字', value: toSign },
        ],
      },
    ],
  };
}
