import { textOf, type HouseholdFacts, type RecordFacts } from '../../register/facts.ts';
import { problemStateWords } from '../../register/problem-state.ts';
import { blank, here, households, number, peopleOf, ratio } from '../columns.ts';
import type { Asked, ListColumn, Report, Weigh } from '../report.ts';
import { area } from './area-columns.ts';
import { foundBy, isClosed, isLate, stateAt } from './problem-at.ts';
import { perHousehold, perRecord } from './who.ts';

const problems = (test: (record: RecordFacts, asked: Asked) => boolean = () => true): Weigh => ({ record }, asked) => (record && foundBy(record, asked) && test(record, asked) ? 1 : 0);

/** What the clerk writes beside a village or a street; it is told in the text. */
const written = [blank('problem', '存在问题'), blank('next', '下步打算')];

const place: readonly ListColumn[] = [
  { head: ['办事处'], said: ({ unit }) => unit.town, sensitivity: 'public', width: 26 },
  { head: ['村'], said: ({ unit }) => unit.village, sensitivity: 'public', width: 22 },
];
const problemColumns: readonly ListColumn[] = [
  ...place, { field: 'headName' }, { field: 'problem.class' }, { field: 'problem.text' }, { field: 'problem.source' }, { field: 'problem.lead' }, { field: 'problem.unit' }, { field: 'problem.owner' }, { field: 'problem.measure' }, { field: 'problem.due' }, { field: 'problem.progress' }, { field: 'problem.doneOn' },
  { head: ['销号'], said: ({ record }, asked) => (record ? problemStateWords[stateAt(record, asked)] : ''), sensitivity: 'public', width: 18 },
  { field: 'problem.closedBy' }, { field: 'problem.closedOn' },
];

/** Sheets of a form that were settled in the year, by the day asked for. */
const sheetOf = (household: HouseholdFacts, form: string, { year }: Asked): RecordFacts | undefined =>
  household.records['surveySheet']?.find(({ values }) => textOf(values, 'surveySheet.form') === form && textOf(values, 'surveySheet.round').startsWith(String(year)));
const byThen = (household: HouseholdFacts, form: string, key: string, asked: Asked): boolean => {
  const sheet = sheetOf(household, form, asked);
  const day = sheet ? textOf(sheet.values, key) : '';
  return day !== '' && day <= asked.until;
};

/** How far a form that is filled in household by household has come. */
const surveyReport = (key: string, form: string, title: string, note: string): Report => {
  const visited = (household: HouseholdFacts, asked: Asked): boolean => byThen(household, form, 'surveySheet.on', asked);
  const settled = (household: HouseholdFacts, asked: Asked): boolean => byThen(household, form, 'surveySheet.settledOn', asked);
  return {
    key, title: `${title}进度表`, theme: '核对排查', note, period: 'day', ledgers: ['surveySheet'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: `${title}进度`, of: 'households', by: 'village',
        columns: [
          number('households', '应查/户数', '户', households(), '在册还有人的户'),
          number('people', '应查/人数', '人', peopleOf((household) => here(household).length > 0), '这些户的在册人口'),
          number('visited', '已入户', '户', households(visited), `“${title}”表上写了调查日期的户`),
          number('settled', '已核定/户数', '户', households(settled), '两遍录入一致或已裁定的户'),
          number('settledPeople', '已核定/人数', '人', peopleOf(settled), '已核定户的在册人口'),
          number('left', '未核定', '户', households((household, asked) => !settled(household, asked)), '还没有核定的户'),
          ratio('share', '完成率', 'settled', 'households', '已核定 ÷ 应查'),
          ...written,
        ],
      },
      { kind: 'list', key: 'left', title: '未核定户名单', of: 'households', lines: perHousehold((household, asked) => !settled(household, asked)), means: '还没有核定的户，没有入户的也在内', columns: [...area, { field: 'group' }, { field: 'headName' }, { head: ['调查日期'], said: ({ unit }, asked) => (unit.household ? textOf(sheetOf(unit.household, form, asked)?.values ?? {}, 'surveySheet.on') : ''), sensitivity: 'public' }, { head: ['调查员'], said: ({ unit }, asked) => (unit.household ? textOf(sheetOf(unit.household, form, asked)?.values ?? {}, 'surveySheet.by') : ''), sensitivity: 'inside' }] },
    ],
    identities: [{ says: '已核定与未核定合起来应等于应查户数', sheet: 'sum', left: ['settled', 'left'], right: ['households'] }],
  };
};

/** Problems with who answers for them, and how far the sweep and the census are: plan of the year, S02–S04, S47–S51. */
export const checkingReports: readonly Report[] = [
  {
    key: 'problems', title: '问题整改销号台账', theme: '核对排查', note: '排查、巡视、审计、督查等发现的问题，报到某一天', period: 'day', ledgers: ['problem'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '整改情况', of: { ledger: 'problem' }, by: 'village',
        columns: [
          number('found', '问题/个数', '个', problems(), '到这一天发现的问题'),
          number('open', '未销号/待整改', '个', problems((record, asked) => stateAt(record, asked) === 'open'), '还没有整改进展的问题'),
          number('working', '未销号/整改中', '个', problems((record, asked) => stateAt(record, asked) === 'working'), '有进展、还没有报完成的问题'),
          number('proposed', '未销号/待销号', '个', problems((record, asked) => stateAt(record, asked) === 'proposed'), '已报完成或重新核对查不出、还没有复核的问题'),
          number('closed', '已销号', '个', problems(isClosed), '有佐证、由另一个人复核销号的问题'),
          number('late', '逾期', '个', problems(isLate), '过了整改期限还没有销号的问题'),
          ratio('share', '整改率', 'closed', 'found', '已销号 ÷ 问题'),
          ...written,
        ],
      },
      { kind: 'list', key: 'left', title: '未销号问题', of: { ledger: 'problem' }, lines: perRecord('problem', (record, asked) => foundBy(record, asked) && !isClosed(record, asked)), means: '到这一天发现、还没有销号的问题', columns: problemColumns },
      { kind: 'list', key: 'closed', title: '已销号问题', of: { ledger: 'problem' }, lines: perRecord('problem', (record, asked) => foundBy(record, asked) && isClosed(record, asked)), means: '到这一天已销号的问题', columns: problemColumns },
    ],
    identities: [{ says: '待整改、整改中、待销号与已销号合起来应等于问题个数', sheet: 'sum', left: ['open', 'working', 'proposed', 'closed'], right: ['found'] }],
  },
  surveyReport('sweep', 'sweep', '大排查', '方案要求3月31日前完成'),
  surveyReport('census', 'census', '脱贫质量大普查', '方案要求10月31日前完成'),
];
