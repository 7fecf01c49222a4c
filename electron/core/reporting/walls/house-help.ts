import { helpsOn } from '../../../../shared/register/helping.ts';
import { withoutNumbers } from '../../../../shared/papers/gate.ts';
import { onPaper } from '../../../../shared/papers/on-paper.ts';
import type { Paper } from '../../../../shared/papers/paper.ts';
import { measureGroups } from '../../../../shared/register/measure-groups.ts';
import { type HouseholdFacts, type Values } from '../../../../shared/register/facts.ts';
import { measuresOf } from './measures-of.ts';
import { calledOf, placeOf, wallPlace } from './wall-words.ts';

const shown = (values: Values, key: string): string => onPaper(wallPlace, values, key);

/** 帮扶责任人和脱贫措施: who helps, and what the household gets in each of the fourteen groups. */
export function helpPaper(household: HouseholdFacts, today: string): Paper {
  const now = household.helpers.filter((helper) => helpsOn(helper, today));
  const measures = measuresOf(household);
  return {
    key: 'help',
    called: calledOf(household),
    title: '帮扶责任人和脱贫措施',
    left: `户主：${shown(household.values, 'headName')}　${household.year}年`,
    right: placeOf(household),
    blocks: [
      {
        kind: 'table',
        heading: '帮扶责任人',
        columns: [
          { head: '姓名', share: 15, align: 'center' },
          { head: '单位', share: 36, align: 'left' },
          { head: '职务', share: 19, align: 'center' },
          { head: '电话', share: 30, align: 'center' },
        ],
        rows: now.length === 0 ? [['', '', '', '']] : now.map(({ values }) => ['helperName', 'helperUnit', 'helperPost', 'helperPhone'].map((key) => shown(values, key))),
      },
      {
        kind: 'table',
        heading: '脱贫措施',
        columns: [
          { head: '序号', share: 9, align: 'center' },
          { head: '类别', share: 27, align: 'center' },
          { head: '本户享受的措施', share: 64, align: 'left' },
        ],
        rows: measureGroups.map((group, at) => [String(at + 1), group, withoutNumbers((measures.get(group) ?? []).join('；'))]),
      },
    ],
  };
}
