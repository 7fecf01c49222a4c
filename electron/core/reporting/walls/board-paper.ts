import type { Paper } from '../../../../shared/papers/paper.ts';
import { isLow } from '../../../../shared/plan/low-income.ts';
import { numberOf, textOf, type HouseholdFacts, type MemberFacts } from '../../../../shared/register/facts.ts';
import { atSchool, atWork, isDangerous, isHere, medicallyInsured, onPublicPost, onSupport, type Who } from '../../../../shared/register/who.ts';
import type { Place, WallGround } from './wall-sheet.ts';

const lifted = ({ values }: HouseholdFacts): boolean => textOf(values, 'liftState').startsWith('已脱贫');
const thirsty = ({ values }: HouseholdFacts): boolean => textOf(values, 'safeWater') === '否' || textOf(values, 'waterDifficulty') === '是';
const people = (place: Place): MemberFacts[] => place.households.flatMap(({ members }) => members.filter(isHere));

/** Bounds of net income a head, in fen: the line of the plan and steps around it. */
const steps: readonly (readonly [label: string, from: number, until: number])[] = [
  ['4000元以下', -Infinity, 400_000],
  ['4000—6000元', 400_000, 600_000],
  ['6000—8000元', 600_000, 800_000],
  ['8000—10000元', 800_000, 1_000_000],
  ['10000元以上', 1_000_000, Infinity],
];

const bar = (label: string, value: number, unit: string) => ({ label, value, said: `${value}${unit}` });

function causes(place: Place) {
  const counts = new Map<string, number>();
  for (const { values } of place.households) {
    const cause = textOf(values, 'mainCause') || '未填';
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a);
  const rest = sorted.slice(7).reduce((sum, [, count]) => sum + count, 0);
  return [...sorted.slice(0, 7).map(([cause, count]) => bar(cause, count, '户')), ...(rest > 0 ? [bar('其余', rest, '户')] : [])];
}

function incomes(place: Place) {
  const heads = place.households.map(({ values }) => numberOf(values, 'perCapitaIncome'));
  const unknown = heads.filter((fen) => fen === null).length;
  return [...steps.map(([label, from, until]) => bar(label, heads.filter((fen) => fen !== null && fen >= from && fen < until).length, '户')), ...(unknown > 0 ? [bar('未填', unknown, '户')] : [])];
}

/** What reaches people, a bar for each of the groups of the plan that the register can count. */
function reached(place: Place) {
  const here = people(place);
  const count = (test: Who): number => here.filter(test).length;
  return [
    bar('产业分红', place.households.filter(({ values }) => (numberOf(values, 'assetDividend') ?? 0) > 0).reduce((sum, { members }) => sum + members.filter(isHere).length, 0), '人'),
    bar('务工就业', count(atWork), '人'),
    bar('公益岗位', count(onPublicPost), '人'),
    bar('在校学生', count(atSchool), '人'),
    bar('医保参保', count(medicallyInsured), '人'),
    bar('低保特困', count(onSupport), '人'),
  ];
}

const figuresOf = (place: Place): string[] => {
  const here = people(place);
  const households = (test: (household: HouseholdFacts) => boolean): string => String(place.households.filter(test).length);
  return [String(place.households.length), String(here.length), households(lifted), households(isLow), households(isDangerous), households(thirsty), String(here.filter(atSchool).length), String(here.filter(onSupport).length)];
};

const heads = ['户数', '人数', '已脱贫户', '6000元以下户', '危房户', '饮水未解决户', '在校生', '低保特困人数'] as const;
const partWords = { district: '乡镇（街道）', town: '村', village: '村民小组', household: '户' } as const;

/** 作战图: how many, why poor, how much they earn, whom the help reaches, and the same by part. Counts alone; it hangs in an office. */
export function boardPaper(place: Place, ground: WallGround): Paper {
  const incomesKnown = place.households.flatMap(({ values }) => numberOf(values, 'netIncome') ?? []);
  const size = people(place).length;
  const average = size === 0 || incomesKnown.length === 0 ? '' : Math.round(incomesKnown.reduce((sum, fen) => sum + fen, 0) / size / 100).toLocaleString('zh-CN');
  const [households = '', members = '', out = '', low = ''] = figuresOf(place);
  return {
    key: `${place.kind}Board`,
    called: place.called,
    size: 'a3Wide',
    title: `${place.called}脱贫攻坚作战图`,
    left: place.kind === 'district' ? '' : place.where,
    right: `${ground.year}年`,
    blocks: [
      {
        kind: 'figures',
        figures: [
          { label: '建档立卡户', value: households, unit: '户' },
          { label: '建档立卡人口', value: members, unit: '人' },
          { label: '已脱贫', value: out, unit: '户' },
          { label: '人均6000元以下', value: low, unit: '户' },
          ...(average === '' ? [] : [{ label: '人均纯收入', value: average, unit: '元' }]),
        ],
      },
      {
        kind: 'side',
        columns: [
          [{ kind: 'chart', heading: '主要致贫原因', bars: causes(place) }],
          [{ kind: 'chart', heading: '人均纯收入', bars: incomes(place) }],
          [{ kind: 'chart', heading: '政策惠及', bars: reached(place) }],
        ],
      },
      ...(place.parts.length === 0 ? [] : [{
        kind: 'table' as const,
        heading: `各${partWords[place.kind]}情况`,
        columns: [{ head: partWords[place.kind], share: 20, align: 'center' as const }, ...heads.map((head) => ({ head, share: 11, align: 'right' as const }))],
        rows: [...place.parts.map((part) => [part.called, ...figuresOf(part)]), ['合计', ...figuresOf(place)]],
        summed: true,
      }]),
    ],
  };
}
