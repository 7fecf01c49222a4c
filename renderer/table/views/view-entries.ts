import type { RowsQuery } from '../../../shared/contract/tables.ts';
import type { FrozenList, ViewList } from '../../../shared/contract/views.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import { builtInId, builtInViews } from '../../../shared/views/built-in.ts';
import { questionOf } from '../../../shared/views/view.ts';
import { sizeText } from './view-work.ts';

/** A line of the list of views. */
export interface ViewEntry {
  readonly id: string;
  readonly kind: 'view' | 'frozen';
  readonly section: '我的' | '大家的' | '自带的' | '冻结名单';
  readonly name: string;
  readonly about: string;
  /** What is counted for it; null for a frozen list, which has its own figure. */
  readonly question: RowsQuery | null;
  readonly size: string;
}

export const sections = ['我的', '大家的', '自带的', '冻结名单'] as const;

/** Everything that a table can be looked at through, in the order in which it is listed. */
export function viewEntries(subject: Subject, year: number, list: ViewList | null, frozen: readonly FrozenList[]): ViewEntry[] {
  const saved = (list?.views ?? []).map((view): ViewEntry => ({
    id: view.id, kind: 'view', section: view.forAll ? '大家的' : '我的', name: view.name, about: `${view.madeBy} 保存`, question: questionOf(subject, year, view.body), size: '',
  }));
  const builtIn = builtInViews.filter((view) => view.subject === subject).map((view): ViewEntry => ({
    id: builtInId(view), kind: 'view', section: '自带的', name: view.label, about: view.about, question: { subject, year, filters: [...view.filters] }, size: '',
  }));
  const lists = frozen.filter((each) => each.subject === subject).map((each): ViewEntry => ({
    id: each.id, kind: 'frozen', section: '冻结名单', name: each.name, about: `${each.day}${each.reason === '' ? '' : `，${each.reason}`}`, question: null, size: sizeText(each, subject),
  }));
  return sections.flatMap((section) => [...saved, ...builtIn, ...lists].filter((entry) => entry.section === section));
}
