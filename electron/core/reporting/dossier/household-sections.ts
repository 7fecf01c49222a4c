import type { Block } from '../../../../shared/papers/paper.ts';
import { ageOn } from '../../../../shared/register/age.ts';
import type { MemberFacts } from '../../../../shared/register/facts.ts';
import { labelOf } from '../../../../shared/register/show-value.ts';
import { field, storedFields } from '../../../../shared/register/vocabulary.ts';
import { column, mostYears, pairsOf, said, saidOf, tableOf, withUnit, type DossierGround } from './dossier-section.ts';

/** Where it lives, what it is, since when, and the account: all of the household that no year changes, and the state of the year. */
export function householdBlocks(ground: DossierGround): Block[] {
  const { values } = ground.household;
  const fixed = [field('headName'), field('headIdentityNo'), ...storedFields('household')];
  const state = storedFields('householdYear').filter(({ group, own }) => group === '状态' || own !== undefined);
  return [
    { kind: 'facts', heading: '基本情况', across: 2, pairs: pairsOf(ground, fixed, values) },
    { kind: 'facts', heading: `${ground.household.year}年的情况`, across: 2, pairs: pairsOf(ground, state, values) },
  ].filter(({ pairs }) => pairs.length > 0) as Block[];
}

const listed = ['name', 'relation', 'sex', 'identityNo', 'health', 'labour', 'memberState'] as const;

/** Members whose columns stand beside one another. */
const abreast = 4;

/** The members in a table, and beside one another what else is filled in of them. */
export function memberBlocks(ground: DossierGround): Block[] {
  const { members } = ground.household;
  const age = ({ values }: MemberFacts): string => String(ageOn(values, ground.day) ?? '');
  const shown = new Set<string>(listed);
  const others = [...storedFields('member'), ...storedFields('memberYear')].filter(({ key }) => !shown.has(key));
  return [
    ...tableOf(
      undefined,
      [column('姓名', 13), column('与户主关系', 12), column('性别', 7), column('年龄', 7), column('证件号码', 25), column('健康状况', 13), column('劳动技能', 13), column('有效状态', 10)],
      members.map((member) => [said(ground, member.values, 'name'), said(ground, member.values, 'relation'), said(ground, member.values, 'sex'), age(member), ...listed.slice(3).map((key) => said(ground, member.values, key))]),
    ),
    ...Array.from({ length: Math.ceil(members.length / abreast) }, (_, at) => members.slice(at * abreast, (at + 1) * abreast)).flatMap((some): Block[] => {
      const rows = others.map((each) => [withUnit(each), ...some.map(({ values }) => saidOf(ground, each, values[each.key]))]).filter(([, ...texts]) => texts.some((text) => text !== ''));
      return tableOf('各人情况', [column('项目', 32, 'left'), ...some.map(({ values }) => column(said(ground, values, 'name'), 68 / some.length))], rows);
    }),
  ];
}

/** What the sheet says of each year's income, and under it what follows by the arithmetic where that is another figure. */
export function incomeBlocks(ground: DossierGround): Block[] {
  const told = ground.income.filter(({ lines }) => lines.some(({ stored, months }) => stored !== null || months !== null)).slice(0, mostYears);
  const [first] = told;
  if (!first) return [];
  const money = (key: string, fen: number | null): string => saidOf(ground, field(key), fen);
  const cell = (key: string, of: (typeof told)[number]): string => {
    const line = of.lines.find((each) => each.key === key);
    if (!line) return '';
    const stored = money(key, line.stored);
    return line.difference === null ? stored : `${stored}\n（算得 ${money(key, line.counted)}）`;
  };
  const lines = first.lines.filter(({ key, role }) => !['item', 'besides'].includes(role) || told.some((of) => cell(key, of) !== ''));
  const rows = lines.map(({ key, role }) => [`${role === 'item' ? '　其中：' : ''}${labelOf(key)}`, ...told.map((of) => cell(key, of))]);
  return [
    ...tableOf('单位：元', [column('项目', 40, 'left'), ...told.map(({ year }) => column(`${year}年`, 60 / told.length, 'right'))], [...rows, ['计算人口（人）', ...told.map(({ size }) => (size ? String(size.people) : ''))]]),
    { kind: 'note', text: `收入年度：${told.map(({ period }) => period).join('；')}。` },
  ];
}

/** Conditions of production and living by year, side by side: those that any of the years tells. */
export function livingBlocks(ground: DossierGround): Block[] {
  const years = ground.years.slice(0, mostYears);
  const of = (group: string): string[][] =>
    storedFields('householdYear').filter((each) => each.group === group).map((each) => [withUnit(each), ...years.map(({ values }) => saidOf(ground, each, values[each.key]))]).filter(([, ...texts]) => texts.some((text) => text !== ''));
  const columns = [column('项目', 46, 'left'), ...years.map(({ year }) => column(`${year}年`, 54 / years.length))];
  return [...tableOf('住房、饮水和生活条件', columns, of('生活条件')), ...tableOf('生产条件', columns, of('生产条件'))];
}
