import { onPaper } from '../../../../shared/papers/on-paper.ts';
import type { Paper } from '../../../../shared/papers/paper.ts';
import { ownFields } from '../../../../shared/register/own/spoken.ts';
import { labelOf } from '../../../../shared/register/show-value.ts';
import { textOf, type HouseholdFacts, type MemberFacts, type Values } from '../../../../shared/register/facts.ts';
import { ageOn, calledOf, causesOf, placeOf, present, wallPlace } from './wall-words.ts';

/** At school, at work and how long, or neither. */
function doing(member: MemberFacts): string {
  const school = onPaper(wallPlace, member.values, 'schooling');
  if (school !== '' && school !== '非在校生') return school;
  const where = onPaper(wallPlace, member.values, 'workArea');
  if (where === '' || where === '未务工') return '';
  const months = onPaper(wallPlace, member.values, 'workMonths');
  return months === '' ? where : `${where}${months}个月`;
}

function house(values: Values): string {
  const area = onPaper(wallPlace, values, 'houseArea');
  const level = onPaper(wallPlace, values, 'houseLevel');
  const danger = textOf(values, 'dangerousHouse') === '是' ? '危房' : textOf(values, 'dangerousHouse') === '否' ? '安全住房' : '';
  return [area === '' ? '' : `${area}平方米`, level, danger].filter((part) => part !== '').join('，');
}

function water(values: Values): string {
  const safe = textOf(values, 'safeWater');
  return safe === '是' ? '安全' : safe === '否' ? '未解决' : '';
}

/** What the office added about the household and said may be seen, where it has something to say. */
function ownBlock(values: Values): Paper['blocks'] {
  const said = ownFields().filter(({ entity, own }) => (entity === 'household' || entity === 'householdYear') && own?.secret === 'public');
  const pairs = said.map(({ key, label }) => ({ label, value: onPaper(wallPlace, values, key) })).filter(({ value }) => value !== '');
  return pairs.length === 0 ? [] : [{ kind: 'facts', heading: '其他情况', across: 2, pairs }];
}

/** 家庭基本情况: the family, who helps it, and how. Health is shown because the sheet hangs in the family's own house. */
export function householdPaper(household: HouseholdFacts, today: string): Paper {
  const { values } = household;
  const shown = (key: string): string => onPaper(wallPlace, values, key);
  const people = present(household);
  const pair = (key: string, label = labelOf(key)) => ({ label, value: shown(key) });
  return {
    key: 'household',
    called: calledOf(household),
    title: '贫困户家庭基本情况',
    left: `${household.year}年`,
    right: placeOf(household),
    blocks: [
      {
        kind: 'facts',
        heading: '家庭情况',
        across: 2,
        pairs: [
          pair('headName'),
          { label: '家庭人口', value: `${people.length}人` },
          pair('householdKind', '属性'),
          pair('liftState', '脱贫情况'),
          { label: '致贫原因', value: causesOf(values) },
          pair('liftYear'),
          { label: '住房', value: house(values) },
          { label: '饮水', value: water(values) },
          pair('householdPhone', '联系电话'),
          pair('standard'),
        ],
      },
      ...ownBlock(values),
      {
        kind: 'table',
        heading: '家庭成员',
        columns: [
          { head: '姓名', share: 14, align: 'center' },
          { head: '与户主关系', share: 13, align: 'center' },
          { head: '性别', share: 7, align: 'center' },
          { head: '年龄', share: 7, align: 'center' },
          { head: '健康状况', share: 18, align: 'center' },
          { head: '劳动技能', share: 19, align: 'center' },
          { head: '就学务工', share: 22, align: 'center' },
        ],
        rows: people.map((member) => [
          onPaper(wallPlace, member.values, 'name'),
          onPaper(wallPlace, member.values, 'relation'),
          onPaper(wallPlace, member.values, 'sex'),
          ageOn(member.values, today),
          onPaper(wallPlace, member.values, 'health'),
          onPaper(wallPlace, member.values, 'labour'),
          doing(member),
        ]),
      },
      {
        kind: 'facts',
        heading: '帮扶情况',
        across: 2,
        pairs: [
          ...household.helpers.flatMap((helper) => [
            { label: '帮扶责任人', value: onPaper(wallPlace, helper.values, 'helperName') },
            { label: '电话', value: onPaper(wallPlace, helper.values, 'helperPhone') },
            { label: '帮扶单位', value: onPaper(wallPlace, helper.values, 'helperUnit') },
            { label: '职务', value: onPaper(wallPlace, helper.values, 'helperPost') },
          ]),
          ...(household.helpers.length === 0 ? [{ label: '帮扶责任人', value: '', wide: true }] : []),
          { label: '帮扶措施', value: shown('helpMeasures'), wide: true },
        ],
      },
    ],
  };
}
