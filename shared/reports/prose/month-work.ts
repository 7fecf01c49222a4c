import type { Prose } from '../prose.ts';

/** The month's work told for those above and for the meeting at its end. */
export const monthWorkProse: Prose = {
  report: 'month-work',
  title: '脱贫攻坚工作总结',
  paragraphs: [
    { heading: '走访帮扶。', sentences: ['本月走访{items/visited/month}、{items/visits/month}；今年累计走访{items/visited/total}、{items/visits/total}，占在册户的{items/visited/total÷items/visited/target}。', '本月慰问{items/greeted/month}，慰问金{items/gifts/month}。'] },
    { heading: '会议督查。', sentences: ['本月开会{items/meetings/month}，今年累计{items/meetings/total}。', '督查考核本月{items/inspections/month}，累计{items/inspections/total}。', '宣传报道本月{items/publicity/month}，累计{items/publicity/total}。'] },
    { heading: '资金。', sentences: ['本月资金到账{items/arrived/month}，今年累计{items/arrived/total}。', '本月下拨{items/sent/month}，累计{items/sent/total}。', '本月发放到户{items/paid/month}，累计{items/paid/total}。'] },
    { heading: '问题整改。', sentences: ['本月新发现问题{items/found/month}，销号{items/closed/month}。', '累计发现{items/found/total}，已销号{items/closed/total}，整改率{items/closed/total÷items/found/total}；逾期没有销号的{items/late/total}。'] },
    { heading: '人口变动。', sentences: ['本月增加{items/joined/month}，减少{items/gone/month}；今年累计增加{items/joined/total}，减少{items/gone/total}。'] },
    { heading: '存在问题。', sentences: [], written: 'problem' },
    { heading: '下步打算。', sentences: [], written: 'next' },
  ],
};
