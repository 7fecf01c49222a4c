import { dayWords } from '../../../../shared/fields/day-words.ts';
import { Refusal } from '../../../../shared/contract/errors.ts';
import { wallSetWords } from '../../../../shared/papers/wall-sets.ts';
import { layOut, type Page } from '../../../../shared/papers/lay-out.ts';
import { type Paper, toSign } from '../../../../shared/papers/paper.ts';
import { countedPages } from '../counted-pages.ts';
import { editionCode } from './editions.ts';
import type { Asked, MadeSheet } from './made-walls.ts';

/** Everything of one printing, page by page as it comes out of the printer. */
export interface Batch {
  readonly pages: readonly Page[];
  readonly sheets: readonly MadeSheet[];
  /** The edition of the whole: on its index. */
  readonly code: string;
}

function laidOut({ paper, place }: MadeSheet): Page[] {
  const pages = layOut(paper);
  if (pages.some(({ over }) => over)) throw new Refusal('NOTHING_TO_PRINT', `“${paper.title}”有一处内容太多，一页也放不下`, { where: `${place.where} ${place.called}`, remedy: '请改用 A3 纸，或者缩短这一处的文字' });
  return pages;
}

/** Sheets of one place together, in their order. */
function byPlace(sheets: readonly MadeSheet[]): MadeSheet[][] {
  const groups: MadeSheet[][] = [];
  for (const made of sheets) {
    const open = groups.at(-1);
    if (open?.[0]?.place === made.place) open.push(made);
    else groups.push([made]);
  }
  return groups;
}

const column = (head: string, share: number, align: 'left' | 'center' = 'center') => ({ head, share, align });

function listPaper(key: string, title: string, asked: Asked, rows: string[][], columns: ReturnType<typeof column>[], note: string, edition?: string): Paper {
  return { key, title, called: title, left: `${wallSetWords[asked.set]}　${asked.year}年`, right: `打印日期：${dayWords(asked.today)}`, smallest: 12, ...(edition === undefined ? {} : { edition }), blocks: [{ kind: 'table', columns, rows }, { kind: 'note', text: note }] };
}

/** A house is told by its place and its head, everything else by its place alone. */
const whereOf = ({ set }: Asked, { place }: MadeSheet): string[] => (set === 'house' ? [place.where, place.called] : [place.where]);
const whereColumns = ({ set }: Asked, where: number, called: number) => (set === 'house' ? [column('在哪里', where, 'left'), column('户主', called)] : [column('在哪里', where + called, 'left')]);
const signedBy: Readonly<Record<Asked['set'], string>> = { house: '户主签字', village: '村委会签字', board: '签收人' };

/** Which page each place begins at. */
function indexPages(asked: Asked, groups: readonly { readonly first: MadeSheet; readonly count: number; readonly at: number }[], code: string): Page[] {
  const paper = (offset: number): Paper =>
    listPaper('index', '上墙表目录', asked, groups.map(({ first, count, at }, order) => [String(order + 1), ...whereOf(asked, first), String(count), String(at + offset + 1)]), [column('序号', 10), ...whereColumns(asked, 40, 24), column('张数', 12), column('起始页', 14)], `共${groups.length}处。每张纸下边的版次就是纸上内容的编号，内容变了版次才变。`, code);
  return countedPages((own) => layOut(paper(own)));
}

const signPages = (asked: Asked, groups: readonly { readonly first: MadeSheet; readonly count: number }[]): Page[] =>
  layOut(listPaper('signOff', '上墙表张贴签收单', asked, groups.map(({ first, count }, order) => [String(order + 1), ...whereOf(asked, first), String(count), toSign, '', '']), [column('序号', 8), ...whereColumns(asked, 27, 15), column('张数', 8), column('张贴日期', 14), column(signedBy[asked.set], 15), column('张贴人', 13)], '旧的上墙表撕下收回。'));

/** The pages of a printing: its index, the sheets place by place, and the list to sign that they were hung. Lists come with more than one place. */
export function batchOf(sheets: readonly MadeSheet[], asked: Asked): Batch {
  if (sheets.length === 0) throw new Refusal('NOTHING_TO_PRINT', asked.changedSince === undefined ? '没有要打印的上墙表' : '没有要补打的上墙表，墙上的都和登记册一致', { remedy: asked.changedSince === undefined ? '请换一种上墙表，或者换一个范围' : '要重打已经贴好的，请选“全部打印”' });
  const pages: Page[] = [];
  const groups = byPlace(sheets).map((made) => {
    const at = pages.length;
    for (const each of made) pages.push(...laidOut(each));
    const [first] = made;
    if (!first) throw new Error('A place without sheets');
    return { first, count: pages.length - at, at };
  });
  const code = editionCode(sheets.map(({ edition }) => edition).join(' '));
  if (!asked.lists || groups.length < 2) return { pages, sheets, code };
  return { pages: [...indexPages(asked, groups, code), ...pages, ...signPages(asked, groups)], sheets, code };
}
