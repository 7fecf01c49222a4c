import { grades } from '../../../../shared/wording/grades.ts';
import type { Block } from '../../../../shared/papers/paper.ts';
import { problemStateWords } from '../../../../shared/register/problem-state.ts';
import { findField } from '../../../../shared/register/vocabulary.ts';
import { column, said, tableOf, type DossierGround } from './dossier-section.ts';

const states = { stored: '有', paper: '只有纸质件', missing: '缺' } as const;

/** What lies in the household's file: of each paper what it is, whose, of when, and where. */
export const documentBlocks = (ground: DossierGround): Block[] =>
  tableOf(
    undefined,
    [column('序号', 7), column('材料种类', 18), column('材料名称', 25, 'left'), column('所属人', 12), column('日期', 15), column('电子件', 9), column('纸质存放处', 14, 'left')],
    ground.documents.map(({ values }, at) => [String(at + 1), said(ground, values, 'document.kind'), said(ground, values, 'document.title') || said(ground, values, 'document.about'), ...['whose', 'on'].map((key) => said(ground, values, `document.${key}`)), (values['document.sha'] ?? null) === null ? '无' : '有', said(ground, values, 'document.place')]),
  );

export function pictureBlocks({ pictures, closed, unseen }: DossierGround): Block[] {
  const notes = [
    closed === 0 ? '' : `另有 ${closed} 张照片（证件、证书、存折等）可能带号码，遮不住，没有印在这里。`,
    unseen === 0 ? '' : `另有 ${unseen} 张照片是 HEIC、TIFF 格式，印不出来；转成 JPG 再存入就能印。`,
  ].flatMap((text): Block[] => (text === '' ? [] : [{ kind: 'note', text }]));
  return pictures.length === 0 ? notes : [{ kind: 'pictures', pictures: pictures.map(({ source, words }) => ({ source, words })) }, ...notes];
}

/** The papers that the file must hold, and what is missing of them. */
export function completenessBlocks({ papers }: DossierGround): Block[] {
  const missing = papers.filter(({ state }) => state === 'missing').length;
  if (papers.length === 0) return [];
  return [
    { kind: 'note', text: missing === 0 ? `应有 ${papers.length} 样，都齐了。` : `应有 ${papers.length} 样，缺 ${missing} 样。` },
    ...tableOf(undefined, [column('应有的材料', 26, 'left'), column('谁的', 16), column('为什么要有', 42, 'left'), column('情况', 16)], papers.map(({ label, who, why, state }) => [label, who, why, states[state]])),
  ];
}

/** What the rules find at the household now, and what is being put right. */
export function findingBlocks(ground: DossierGround): Block[] {
  const { findings, problems } = ground;
  return [
    ...tableOf(
      '核对出的疑点',
      [column('轻重', 9), column('谁', 13), column('哪一项', 17), column('问题', 33, 'left'), column('怎么办', 28, 'left')],
      findings.map(({ grade, person, field, message, remedy }) => [grades[grade].word, person, findField(field)?.label ?? '', message, remedy]),
    ),
    ...tableOf(
      '整改台账',
      [column('问题', 34, 'left'), column('来源', 12), column('发现日期', 14), column('责任人', 13), column('期限', 14), column('情况', 13)],
      problems.map(({ values, state }) => [said(ground, values, 'problem.text'), said(ground, values, 'problem.source'), said(ground, values, 'problem.foundOn'), said(ground, values, 'problem.owner') || said(ground, values, 'problem.unit'), said(ground, values, 'problem.due'), problemStateWords[state]]),
    ),
  ];
}
