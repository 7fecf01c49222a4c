import type { Paper, TableBlock } from '../../../shared/papers/paper.ts';
import { onPaper } from '../../../shared/papers/on-paper.ts';
import type { HouseholdFacts } from '../../../shared/register/facts.ts';
import type { Form, FormItem } from '../../../shared/sweeps/form.ts';
import { calledOf, placeOf, present, wallPlace } from './walls/wall-words.ts';

export interface AskedItem {
  readonly item: FormItem;
  /** What the register knows, as it may stand on a paper that is carried to the family. */
  readonly known: string;
}

const columns: TableBlock['columns'] = [
  { head: '内容', share: 11, align: 'center' },
  { head: '核查项目', share: 25, align: 'left' },
  { head: '登记册里的', share: 27, align: 'left' },
  { head: '核查结果', share: 20, align: 'left' },
  { head: '说明', share: 17, align: 'left' },
];

/** A form with what is known, to be filled in at the family's table: one page a household. */
export function surveyPaper(form: Form, round: string, household: HouseholdFacts, items: readonly AskedItem[]): Paper {
  const shown = (key: string): string => onPaper(wallPlace, household.values, key);
  return {
    key: form.key,
    title: `${form.title}表`,
    left: `${/^\d{4}$/.test(round) ? `${round}年` : round}　${placeOf(household)}`,
    right: `户编号 ${shown('householdNo')}`,
    called: calledOf(household),
    largest: 12,
    smallest: 9,
    blocks: [
      {
        kind: 'facts', across: 3,
        pairs: [
          { label: '户主', value: shown('headName') },
          { label: '家庭人口', value: `${present(household).length}人` },
          { label: '联系电话', value: shown('householdPhone') },
          { label: '家庭成员', value: present(household).map(({ values }) => `${onPaper(wallPlace, values, 'name')}（${onPaper(wallPlace, values, 'relation')}）`).join('、'), wide: true },
        ],
      },
      { kind: 'table', columns, rows: items.map(({ item, known }) => [item.group, item.label, known, item.choices ? item.choices.map((choice) => `□${choice}`).join(' ') : '', '']) },
      { kind: 'note', text: '受访人签字：　　　　　　　　　调查员签字：　　　　　　　　　调查日期：　　　年　　月　　日' },
      { kind: 'note', text: '录入人：　　　　　　　　　　　复核录入人：' },
    ],
  };
}
