import { layOut, type Page } from '../../../../shared/papers/lay-out.ts';
import type { Paper } from '../../../../shared/papers/paper.ts';
import { isHere } from '../../../../shared/register/who.ts';
import { countedPages } from '../counted-pages.ts';
import { calledOf } from '../walls/wall-words.ts';
import { column, said, type DossierGround } from './dossier-section.ts';
import { dossierSections } from './dossier-sections.ts';

/** Read at a desk, not on a wall. */
const sized = { largest: 12, smallest: 10 } as const;
const headPhotos = ['户主照片', '家庭照片'];

export const placeIn = (ground: DossierGround): string => ['town', 'village', 'group'].map((key) => said(ground, ground.household.values, key)).join('');

function coverPaper(ground: DossierGround, office: string, today: string): Paper {
  const { household, pictures, level } = ground;
  const photo = pictures.find(({ kind }) => headPhotos.includes(kind));
  const own = (key: string): string => said(ground, household.values, key);
  return {
    key: 'dossierCover', title: '建档立卡贫困户档案', left: '一户一档', right: `${household.year}年`, called: calledOf(household),
    blocks: [
      ...(photo ? [{ kind: 'pictures', pictures: [{ source: photo.source, words: '' }] } as const] : []),
      {
        kind: 'facts', across: 1,
        pairs: [
          { label: '户主', value: own('headName') },
          { label: '户编号', value: own('householdNo') },
          { label: '住址', value: placeIn(ground) },
          { label: '家庭人口', value: `${household.members.filter(isHere).length}人` },
          { label: '贫困户属性', value: own('householdKind') },
          { label: '脱贫属性', value: own('liftState') },
          { label: '致贫原因', value: ['mainCause', 'secondCause', 'thirdCause'].map(own).filter((cause) => cause !== '').join('、') },
          { label: '制作单位', value: office },
          { label: '制作日期', value: today },
        ],
      },
      { kind: 'note', text: level === 'full' ? '本档案含完整号码，限机关内部使用，不得张贴、外传。' : '本档案限机关内部使用，证件号码、电话和银行卡号只印头尾。' },
    ],
  };
}

/** One household's dossier: cover, contents, and its parts, each beginning on a page of its own. `before`: pages of the printing in front of it. */
export function dossierPages(ground: DossierGround, { office, today, before }: { readonly office: string; readonly today: string; readonly before: number }): Page[] {
  const called = calledOf(ground.household);
  const heads = { left: placeIn(ground), right: `户主：${said(ground, ground.household.values, 'headName')}`, called, ...sized };
  const parts = dossierSections.map(({ key, title, blocks }) => {
    const made = blocks(ground);
    return { title, pages: made.length === 0 ? [] : layOut({ key: `dossier/${key}`, title, blocks: made, ...heads }) };
  });
  const cover = layOut(coverPaper(ground, office, today));
  const contents = countedPages((own) => {
    let next = before + cover.length + own + 1;
    const rows = parts.map(({ title, pages }, at) => {
      const first = next;
      next += pages.length;
      return [String(at + 1), title, pages.length === 0 ? '登记册里没有' : String(first)];
    });
    return layOut({ key: 'dossierContents', title: '目录', ...heads, largest: 14, blocks: [{ kind: 'table', columns: [column('序号', 12), column('内容', 60, 'left'), column('页', 28)], rows }] });
  });
  return [...cover, ...contents, ...parts.flatMap(({ pages }) => pages)];
}

/** Which page each household's dossier begins at, in front of several. */
export function dossierIndex(entries: readonly { readonly where: string; readonly called: string; readonly pages: number }[], today: string): Page[] {
  return countedPages((own) => {
    let next = own + 1;
    const rows = entries.map(({ where, called, pages }, at) => {
      const first = next;
      next += pages;
      return [String(at + 1), where, called, String(pages), String(first)];
    });
    return layOut({ key: 'dossierIndex', title: '一户一档总目录', left: `共${entries.length}户`, right: today, called: '总目录', largest: 14, smallest: 11, blocks: [{ kind: 'table', columns: [column('序号', 10), column('住址', 44, 'left'), column('户主', 20), column('页数', 12), column('起始页', 14)], rows }] });
  });
}
