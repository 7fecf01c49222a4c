import { onPaper } from '../../../../shared/papers/on-paper.ts';
import { kindOf } from '../../../../shared/register/field.ts';
import { groupOfClass, measureGroups, type MeasureGroup } from '../../../../shared/register/measure-groups.ts';
import { numberOf, textOf, type HouseholdFacts, type MemberFacts, type Values } from '../../../../shared/register/facts.ts';
import { field } from '../../../../shared/register/vocabulary.ts';
import { atWork, compulsoryYears, is, isDangerous, medicallyInsured, onDibao, onPublicPost, onTekun, pensionInsured, stageOf } from '../../../../shared/register/who.ts';
import { present, wallPlace } from './wall-words.ts';

const money = (key: string, fen: number): string => `${kindOf(field(key)).show(fen).replace(/\.00$/, '')}元`;
const shown = (values: Values, key: string): string => onPaper(wallPlace, values, key);
const namesOf = (members: readonly MemberFacts[]): string => members.map(({ values }) => shown(values, 'name')).join('、');

/** A line where there is somebody: 王甲、李乙在校就读. */
const some = (members: readonly MemberFacts[], what: string): string[] => (members.length === 0 ? [] : [`${namesOf(members)}${what}`]);

type Told = (household: HouseholdFacts, people: readonly MemberFacts[]) => readonly string[];

/** What the register itself tells of a group, besides the ledger of measures. */
const told: Readonly<Record<MeasureGroup, Told>> = {
  产业帮扶: ({ values }) => {
    const dividend = numberOf(values, 'assetDividend') ?? 0;
    return [shown(values, 'industryHelp'), dividend > 0 ? `资产收益分红${money('assetDividend', dividend)}` : ''];
  },
  就业帮扶: (_, people) => people.filter(atWork).map(({ values }) => `${shown(values, 'name')}${shown(values, 'workArea')}${shown(values, 'workMonths') === '' ? '' : `${shown(values, 'workMonths')}个月`}`),
  公益岗位帮扶: (_, people) => people.filter(onPublicPost).map(({ values }) => `${shown(values, 'name')}：${shown(values, 'publicPost')}`),
  金融帮扶: ({ records, year }) => (records['microLoan'] ?? []).filter((loan) => loan.year === year).map(({ values }) => `小额信贷${money('microLoan.amount', numberOf(values, 'microLoan.amount') ?? 0)}`),
  健康帮扶: (_, people) => some(people.filter(medicallyInsured), '参加基本医疗保险'),
  教育帮扶: (_, people) => (['学前', '高中', '中职', '高等'] as const).flatMap((stage) => some(people.filter((member) => stageOf(member) === stage), `（${stage}）`)),
  义务教育保障: (_, people) => some(people.filter(is('schooling', ...compulsoryYears)), '在校就读'),
  住房安全保障: (household) => (isDangerous(household) ? ['危房，列入改造'] : textOf(household.values, 'dangerousHouse') === '否' ? ['住房安全'] : []),
  饮水安全保障: ({ values }) => (textOf(values, 'safeWater') === '是' ? ['饮水安全'] : textOf(values, 'safeWater') === '否' ? ['饮水未解决'] : []),
  搬迁: ({ records }) => (records['relocation'] ?? []).map(({ values }) => [shown(values, 'relocation.manner'), shown(values, 'relocation.settled'), shown(values, 'relocation.place')].filter((part) => part !== '').join('，')),
  综合保障: (_, people) => [...some(people.filter(onDibao), '享受低保'), ...some(people.filter(onTekun), '特困供养'), ...some(people.filter(pensionInsured), '参加养老保险')],
  社会帮扶: () => [],
  基础设施: ({ values }) => (shown(values, 'roadKind') === '' ? [] : [`入户路：${shown(values, 'roadKind')}`]),
  生产生活条件改善: ({ values }) => [
    ['toilet', '有卫生厕所'],
    ['livingPower', '通生活用电'],
    ['broadcast', '通广播电视'],
  ].flatMap(([key = '', word = '']) => (textOf(values, key) === '是' ? [word] : [])),
};

/** One measure of the ledger in a line: 雨露计划（李乙）3000元，2020-03. */
function lineOf(values: Values): string {
  const person = shown(values, 'measure.person');
  const amount = numberOf(values, 'measure.amount');
  const name = shown(values, 'measure.name') || shown(values, 'measure.kind') || shown(values, 'measure.class');
  return `${name}${person === '' ? '' : `（${person}）`}${amount === null ? '' : money('measure.amount', amount)}${shown(values, 'measure.from') === '' ? '' : `，${shown(values, 'measure.from')}`}`;
}

/** Ledgers that tell of measures. */
export const measureLedgers = ['measure', 'monitoring', 'microLoan', 'relocation'] as const;

/** What a household gets, by group: the ledger of measures first, then what the register tells. A class that no word knows stands under 社会帮扶 with its own name. */
export function measuresOf(household: HouseholdFacts): ReadonlyMap<MeasureGroup, readonly string[]> {
  const people = present(household);
  const found = new Map<MeasureGroup, string[]>(measureGroups.map((group) => [group, []]));
  for (const { values, year } of household.records['measure'] ?? []) {
    if (year !== null && year !== household.year) continue;
    const written = textOf(values, 'measure.class');
    const group = groupOfClass(written) ?? groupOfClass(textOf(values, 'measure.name'));
    found.get(group ?? '社会帮扶')?.push(group === null && written !== '' ? `${shown(values, 'measure.class')}：${lineOf(values)}` : lineOf(values));
  }
  const [monitored] = household.records['monitoring'] ?? [];
  measureGroups.forEach((group, at) => {
    const lines = found.get(group);
    if (monitored) lines?.push(shown(monitored.values, `monitoring.measure${at + 1}`));
    lines?.push(...told[group](household, people));
  });
  return new Map([...found].map(([group, lines]) => [group, [...new Set(lines.filter((line) => line !== ''))]]));
}
