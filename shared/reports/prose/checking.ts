import type { Prose } from '../prose.ts';

const written = [
  { heading: '存在问题。', sentences: [], written: 'problem' },
  { heading: '下步打算。', sentences: [], written: 'next' },
] as const;

/** How far the putting right of problems has come, on a day. */
const problemsProse: Prose = {
  report: 'problems',
  title: '问题整改进展情况',
  paragraphs: [
    { heading: '总体情况。', sentences: ['到这一天共发现问题{sum/合计/found}。', '已销号{sum/合计/closed}，整改率{sum/合计/closed÷sum/合计/found}。', '没有销号的，待整改{sum/合计/open}，整改中{sum/合计/working}，待销号{sum/合计/proposed}。', '过了整改期限还没有销号的{sum/合计/late}。'] },
    { heading: '各办事处。', sentences: [], each: { sheet: 'sum', sentence: '{*}发现{found}，已销号{closed}，整改率{closed÷found}，逾期{late}' } },
    ...written,
  ],
};

/** How far a form that is filled in household by household has come, on a day. */
const surveyProse = (report: string, title: string): Prose => ({
  report,
  title: `${title}工作进展情况`,
  paragraphs: [
    { heading: '总体情况。', sentences: ['应查{sum/合计/households}、{sum/合计/people}。', '已入户{sum/合计/visited}，已核定{sum/合计/settled}、{sum/合计/settledPeople}，完成率{sum/合计/settled÷sum/合计/households}。', '还没有核定的{sum/合计/left}。'] },
    { heading: '各办事处。', sentences: [], each: { sheet: 'sum', sentence: '{*}应查{households}，已入户{visited}，已核定{settled}，完成率{settled÷households}' } },
    ...written,
  ],
});

export const checkingProse: readonly Prose[] = [surveyProse('sweep', '大排查'), problemsProse, surveyProse('census', '脱贫质量大普查')];
