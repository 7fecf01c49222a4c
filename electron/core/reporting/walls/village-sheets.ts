import { helpsOn } from '../../../../shared/register/helping.ts';
import { onPaper } from '../../../../shared/papers/on-paper.ts';
import { type Paper, type TableColumn, toSign } from '../../../../shared/papers/paper.ts';
import { numberOf, type Values } from '../../../../shared/register/facts.ts';
import type { Place, WallGround } from './wall-sheet.ts';
import { present } from './wall-words.ts';

const shown = (values: Values, key: string): string => onPaper('public', values, key);
const order: TableColumn = { head: '序号', share: 11, align: 'center' };

const stamp = {
  kind: 'facts',
  across: 2,
  passing: true,
  pairs: [
    { label: '村委会\n盖章', value: toSign },
    { label: '张贴日期', value: '　年　月　日' },
  ],
} as const;

const sizeOf = (place: Place): number => place.households.reduce((sum, household) => sum + (numberOf(household.values, 'householdSize') ?? present(household).length), 0);
const told = (place: Place): string => `共${place.households.length}户${sizeOf(place)}人。有不同意见的，请向村委会反映，或拨打扶贫监督电话 12317。`;
const county = (place: Place): string => `${shown(place.households[0]?.values ?? {}, 'county')}${place.where}`;

/** The list of households, twice side by side: number, group, head, how many. */
export function villageList(place: Place, ground: WallGround): Paper {
  return {
    key: 'villageList',
    called: place.called,
    title: `${place.called}建档立卡贫困户名单`,
    left: county(place),
    right: `${ground.year}年`,
    blocks: [
      {
        kind: 'table',
        twice: true,
        columns: [order, { head: '村民\n小组', share: 13, align: 'center' }, { head: '户主\n姓名', share: 15, align: 'center' }, { head: '家庭\n人口', share: 11, align: 'center' }],
        rows: place.households.map((household, at) => [String(at + 1), shown(household.values, 'group'), shown(household.values, 'headName'), shown(household.values, 'householdSize') || String(present(household).length)]),
      },
      { kind: 'note', text: told(place) },
      stamp,
    ],
  };
}

/** Who helps which household; telephones are not for the public. */
export function villageHelpers(place: Place, ground: WallGround): Paper {
  const rows = place.households.flatMap((household) => {
    const helpers = household.helpers.filter((helper) => helpsOn(helper, ground.today));
    const of = (values: Values): string[] => [shown(household.values, 'group'), shown(household.values, 'headName'), shown(values, 'helperName'), shown(values, 'helperUnit'), shown(values, 'helperPost')];
    return helpers.length === 0 ? [of({})] : helpers.map(({ values }) => of(values));
  });
  return {
    key: 'villageHelpers',
    called: place.called,
    title: `${place.called}帮扶责任人一览`,
    left: county(place),
    right: `${ground.year}年`,
    blocks: [
      {
        kind: 'table',
        columns: [order, { head: '村民\n小组', share: 13, align: 'center' }, { head: '户主', share: 16, align: 'center' }, { head: '帮扶\n责任人', share: 16, align: 'center' }, { head: '帮扶单位', share: 32, align: 'left' }, { head: '职务', share: 17, align: 'center' }],
        rows: rows.map((row, at) => [String(at + 1), ...row]),
      },
      { kind: 'note', text: told(place) },
      stamp,
    ],
  };
}
