import type { Prose } from '../prose.ts';

/** The month's paragraph of the six special tasks, in the order of the table. */
export const fiveGroupsProse: Prose = {
  report: 'five-groups',
  title: '“五个一批”工作情况',
  paragraphs: [
    { heading: '产业扶贫。', sentences: ['在册{items/industry/target}中，产业项目已覆盖{items/industry/total}。', '本年度产业收益已分配{items/yield/total}。', '人均纯收入6000元以下的{items/stacked/target}中，{items/stacked/total}享受两项以上扶持。'] },
    { heading: '健康扶贫。', sentences: ['参加基本医保{items/medical/total}，参加大病保险{items/serious/total}。', '家庭医生签约本月新增{items/contract/month}，累计{items/contract/total}。', '医保报销住院本月{items/stays/month}，累计{items/stays/total}。', '医疗救助本月发放{items/relief/month}，累计{items/relief/total}。'] },
    { heading: '危房改造。', sentences: ['列入改造的{items/rebuild/target}中，本月竣工{items/rebuild/month}，累计竣工{items/rebuild/total}，累计搬入{items/moved/total}。'] },
    { heading: '教育扶贫。', sentences: ['在校生{items/pupils/total}。', '本年度受资助学生{items/aided/total}，资助金额{items/aid/total}。'] },
    { heading: '就业扶贫。', sentences: ['有劳动力的{items/working/target}中，务工{items/working/total}。', '就业培训{items/training/total}。', '安排公益性岗位{items/posts/total}。'] },
    { heading: '低保兜底。', sentences: ['享受低保{items/dibao/total}，其中本月新增{items/dibao/month}。', '特困供养{items/tekun/total}。', '参加基本养老保险{items/pension/total}。'] },
    { heading: '存在问题。', sentences: [], written: 'problem' },
    { heading: '下步打算。', sentences: [], written: 'next' },
  ],
};
