import { dayWords } from '../../../../shared/fields/day-words.ts';
import { onPaper } from '../../../../shared/papers/on-paper.ts';
import { type Paper, toSign } from '../../../../shared/papers/paper.ts';
import { textOf, type RecordFacts, type Values } from '../../../../shared/register/facts.ts';
import type { Place, WallGround, WallSheet } from './wall-sheet.ts';

/** Days that projects and money must hang in a village or street, at least: walls-and-forms.md §4.3. */
export const noticeDays = 10;

const shown = (values: Values, key: string): string => onPaper('public', values, `project.${key}`);
const joined = (parts: readonly string[], between = '；'): string => parts.filter((part) => part !== '').join(between);

function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}


const sources = [['higher', '中省资金'], ['city', '市级资金'], ['township', '镇村配套'], ['own', '群众自筹']] as const;

/** The seven contents that a notice must have, in the order of the rule. */
function contents(values: Values): { label: string; value: string; wide: true }[] {
  const amount = (key: string, word: string): string => (shown(values, key) === '' ? '' : `${word}${shown(values, key)}万元`);
  const pairs = [
    ['项目名称', shown(values, 'name')],
    ['实施地点', shown(values, 'place') || shown(values, 'villages')],
    ['建设任务和补助标准', joined([shown(values, 'content'), shown(values, 'rate')])],
    ['资金来源和规模', joined([amount('planned', '总投资'), ...sources.map(([key, word]) => amount(key, word)), amount('granted', '其中政府补助')], '，')],
    ['实施期限', joined([shown(values, 'from'), shown(values, 'until')], ' 至 ')],
    ['实施单位和责任人', joined([shown(values, 'unit'), shown(values, 'leader')], '，')],
    ['绩效目标和带贫减贫机制', joined([shown(values, 'goal'), shown(values, 'mechanism'), shown(values, 'households') === '' ? '' : `受益贫困户${shown(values, 'households')}户`, shown(values, 'people') === '' ? '' : `受益贫困人口${shown(values, 'people')}人`])],
  ] as const;
  return pairs.map(([label, value]) => ({ label, value: value === '' ? toSign : value, wide: true }));
}

/** 项目与资金公告公示: what the project is, how long it hangs, and a log of those days. */
function noticePaper(project: RecordFacts, place: Place, { today }: WallGround): Paper {
  const { values } = project;
  const days = Array.from({ length: noticeDays }, (_, at) => dayAfter(today, at));
  return {
    key: 'notice',
    called: place.called,
    title: '扶贫项目和资金公告公示',
    left: place.where || place.called,
    right: project.year === null ? '' : `${project.year}年`,
    blocks: [
      { kind: 'facts', across: 1, pairs: contents(values) },
      { kind: 'note', passing: true, text: `公示期${noticeDays}天：${dayWords(today)}至${dayWords(days.at(-1) ?? today)}。有不同意见的，请在公示期内向村委会或乡镇（街道）反映。监督电话 12317。` },
      {
        kind: 'table',
        passing: true,
        heading: '张贴记录',
        columns: [
          { head: '第几天', share: 13, align: 'center' },
          { head: '日期', share: 17, align: 'center' },
          { head: '查看人', share: 20, align: 'center' },
          { head: '第几天', share: 13, align: 'center' },
          { head: '日期', share: 17, align: 'center' },
          { head: '查看人', share: 20, align: 'center' },
        ],
        rows: Array.from({ length: noticeDays / 2 }, (_, at) => [at, at + noticeDays / 2].flatMap((day) => [`第${day + 1}天`, dayWords(days[day] ?? today).slice(5), ''])),
      },
      { kind: 'facts', across: 2, passing: true, pairs: [{ label: '张贴单位（盖章）', value: toSign }, { label: '异议情况', value: toSign }] },
    ],
  };
}

const namesPlace = (values: Values, village: string): boolean => village !== '' && ['project.place', 'project.villages'].some((key) => textOf(values, key).includes(village));

const notices = (place: Place, ground: WallGround, projects: readonly RecordFacts[]): ReturnType<WallSheet['make']> =>
  projects.filter(({ year }) => year === null || year === ground.year).map((project) => ({ part: project.id, paper: noticePaper(project, place, ground) }));

/** Projects whose place or villages name this one. */
export const villageNotices = (place: Place, ground: WallGround): ReturnType<WallSheet['make']> => notices(place, ground, ground.projects.filter(({ values }) => namesPlace(values, place.called)));

/** Projects that name no village of the register hang at the district. */
export function districtNotices(place: Place, ground: WallGround): ReturnType<WallSheet['make']> {
  const villages = place.parts.flatMap(({ parts }) => parts.map(({ called }) => called));
  return notices(place, ground, ground.projects.filter(({ values }) => !villages.some((village) => namesPlace(values, village))));
}
