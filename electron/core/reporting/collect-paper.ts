import type { CollectSheet } from '../../../shared/contract/collecting.ts';
import type { CollectItem } from '../../../shared/checks/collect.ts';
import { passed } from '../../../shared/papers/gate.ts';
import { layOut, type Page } from '../../../shared/papers/lay-out.ts';
import { toSign, type Block, type Paper } from '../../../shared/papers/paper.ts';
import type { HouseholdFacts } from '../../../shared/register/facts.ts';
import { field as fieldOf } from '../../../shared/register/vocabulary.ts';
import { isHere } from '../../../shared/register/who.ts';
import { countedPages } from './counted-pages.ts';

/** Carried by the office to the family: what numbers the register holds stand on it with head and tail. */
const level = 'reduced';
const mostChoices = 6;
/** A hand writes larger than a printer. */
const toWrite = '\u3000\n\u3000';

/** Where there are few answers they are ticked, else there is room to write. */
function blank(key: string): string {
  const { kind, codes, unit } = fieldOf(key);
  const choices = kind === 'yesNo' ? ['是', '否'] : (codes?.values.map(({ value }) => value) ?? []);
  if (choices.length > 0 && choices.length <= mostChoices) return choices.map((choice) => `□${choice}`).join(' ');
  return unit === undefined ? toWrite : `${toWrite}${'\u3000'.repeat(5)}${unit}`;
}

const rowOf = ({ field, whose, why, says, value }: CollectItem, at: number): string[] => [
  String(at + 1), whose === '' ? '本户' : whose, fieldOf(field).label, why === 'missing' ? '（空着）' : passed(fieldOf(field), value, level), why === 'missing' && says === '' ? '没有填写' : says, blank(field),
];

/** 补采单: only what is missing or doubtful of one household, with blanks to write in. */
export function collectPaper({ facts, sheet }: { readonly facts: HouseholdFacts; readonly sheet: CollectSheet }): Paper {
  const { items, others } = sheet;
  const said = (key: string): string => passed(fieldOf(key), facts.values[key] ?? null, level);
  const more: Block[] = others.length === 0 ? [] : [{
    kind: 'table', heading: '还要问清的',
    columns: [{ head: '谁', share: 12, align: 'center' }, { head: '问题', share: 40, align: 'left' }, { head: '怎么办', share: 26, align: 'left' }, { head: '填写', share: 22, align: 'left' }],
    rows: others.map(({ person, message, remedy }) => [person === '' ? '本户' : person, message, remedy, toWrite]),
  }];
  return {
    key: 'collect', title: '信息补采单', called: sheet.head || sheet.household, left: `${facts.year}年　${sheet.town}${sheet.village}${sheet.group}`, right: `户编号 ${sheet.household}`, largest: 12, smallest: 9,
    blocks: [
      { kind: 'facts', across: 3, pairs: [{ label: '户主', value: said('headName') }, { label: '家庭人口', value: `${facts.members.filter(isHere).length}人` }, { label: '联系电话', value: said('householdPhone') }] },
      ...(items.length === 0 ? [] : [{
        kind: 'table',
        columns: [{ head: '序号', share: 6, align: 'center' }, { head: '谁', share: 11, align: 'center' }, { head: '项目', share: 17, align: 'left' }, { head: '登记册里的', share: 17, align: 'left' }, { head: '为什么问', share: 24, align: 'left' }, { head: '填写', share: 25, align: 'left' }],
        rows: items.map(rowOf),
      } satisfies Block]),
      ...more,
      { kind: 'facts', across: 3, pairs: [{ label: '采集人', value: toSign }, { label: '采集日期', value: toSign }, { label: '受访人签字', value: toSign }] },
      { kind: 'note', text: '录入时照序号的先后录；没有变的不填。' },
    ],
  };
}

/** A page a household in walking order; in front of several the list of them, to tick off. */
export function collectPages(sheets: readonly { readonly facts: HouseholdFacts; readonly sheet: CollectSheet }[], year: number): Page[] {
  const made = sheets.map((each) => ({ ...each, pages: layOut(collectPaper(each)) }));
  const index = made.length < 2 ? [] : countedPages((own) => {
    let next = own + 1;
    const rows = made.map(({ sheet, pages }, at) => {
      const first = next;
      next += pages.length;
      return [String(at + 1), `${sheet.town}${sheet.village}${sheet.group}`, sheet.head || sheet.household, String(sheet.items.length + sheet.others.length), String(first), '', ''];
    });
    return layOut({
      key: 'collectIndex', title: '补采单目录', called: '补采单目录', left: `${year}年`, right: `共${made.length}户`, largest: 14, smallest: 11,
      blocks: [{ kind: 'table', columns: [{ head: '序号', share: 9, align: 'center' }, { head: '在哪里', share: 35, align: 'left' }, { head: '户主', share: 16, align: 'center' }, { head: '项数', share: 9, align: 'center' }, { head: '页', share: 9, align: 'center' }, { head: '已采', share: 11, align: 'center' }, { head: '已录', share: 11, align: 'center' }], rows }],
    });
  });
  return [...index, ...made.flatMap(({ pages }) => pages)];
}
