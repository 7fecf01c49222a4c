import { helpsOn } from '../../register/helping.ts';
import { dossierOf } from '../dossier.ts';
import { numberOf, textOf, type RecordFacts } from '../../register/facts.ts';
import type { Window } from '../duties/window.ts';
import { by, ofAlone, ofHomes, ofYear, recordsOf, running, type At, type Target } from './target.ts';

const dutied = (row: string, means: string, ...duties: readonly string[]): Target => ({ row, means, unit: '次', ledgers: [], dated: true, duties });

const named = (records: readonly RecordFacts[], key: string, name: string): RecordFacts[] => records.filter(({ values }) => name !== '' && textOf(values, key).includes(name));

/** Audits of the whole fund, or of one named by its paper, kind or lot. */
const auditOf = (fund: RecordFacts, audits: readonly RecordFacts[]): boolean =>
  audits.some(({ values }) => {
    const of = textOf(values, 'fundCheck.of');
    return of.includes('全部') || ['fundIn.paper', 'fundIn.kind'].some((key) => textOf(fund.values, key) !== '' && of.includes(textOf(fund.values, key)));
  });

/** District money: 区级 or 县级, as the source is written. */
const ofDistrict = ({ values }: RecordFacts): boolean => /区|县/.test(textOf(values, 'fundIn.source').replace('自治区', ''));

/** Holidays whose days of greeting are over. */
const passed = (at: At): readonly Window[] => at.windows('greeting').filter(({ until }) => until < at.day);

const matched: readonly (readonly [string, readonly string[]])[] = [
  ['教育', ['pupil', 'studentAid']], ['健康', ['insured', 'medicalClaim', 'doctorContract', 'treatment']], ['就业', ['training', 'workPeriod', 'publicPost', 'graduate']],
  ['住房', ['houseRebuild', 'houseCheck']], ['经营', ['industryProject', 'benefitProject', 'yield']], ['农村低保', ['dibaoList', 'dibaoQuarter', 'tekunList']], ['残疾人', ['disabledList']],
];

export const societyAndMoneyTargets: readonly Target[] = [
  dutied('S42', '每位没有终止的帮扶责任人，每季度至少走访一次（全年4次），按走访记录的走访人', 'leader-visit'),
  ofHomes({
    row: 'S43', means: '有一位没有终止的帮扶责任人的户；派出单位投入见“帮扶单位投入”', ledgers: ['unitHelp'],
    seen: ({ household }) => household.helpers.length > 0,
    why: ({ household }, { day }) => (household.helpers.some((helper) => helpsOn(helper, day)) ? null : '没有帮扶责任人'),
  }),
  running({ row: 'S44', means: '企业帮扶、社会捐赠里“巾帼”活动以外的企业帮扶，今年到当天的次数', ledgers: ['firmHelp'], on: { firmHelp: 'firmHelp.on' } }),
  running({ row: 'S45', means: '社会捐赠台账今年到当天的次数', ledgers: ['donation'], on: { donation: 'donation.on' } }),
  {
    row: 'S50', unit: '类', means: '七类部门信息里，今年导入过名单的类数', ledgers: matched.flatMap(([, keys]) => keys), dated: false,
    home: (home, at, tally) => { for (const [word, keys] of matched) if (keys.some((key) => recordsOf(home, key, at).length > 0)) tally.read(word, 1, '户'); },
    whole(records, at, tally) {
      const there = new Set(tally.readings.map(({ label }) => label));
      for (const [word, keys] of matched) {
        if (there.has(word) || keys.some((key) => records(key).some((record) => ofYear(record, at)))) tally.see();
        else tally.lacks({ who: word, why: '今年没有导入过名单' });
      }
      tally.add(matched.length, matched.length - tally.lacking);
    },
  },
  {
    row: 'S52', unit: '元', means: '资金到账台账里来源是区级（县级）的，今年到当天的到账金额', ledgers: ['fundIn'], dated: true,
    whole(records, at, tally) {
      const came = records('fundIn').filter((record) => ofYear(record, at) && by(record, 'fundIn.arrivedOn', at));
      if (came.length > 0) tally.see();
      tally.add(at.row.number ?? 0, came.filter(ofDistrict).reduce((sum, { values }) => sum + (numberOf(values, 'fundIn.amount') ?? 0), 0) / 100);
      tally.read('各级到账合计', came.reduce((sum, { values }) => sum + (numberOf(values, 'fundIn.amount') ?? 0), 0) / 100, '元');
    },
  },
  {
    row: 'S53', unit: '个', means: '项目库里今年的项目', ledgers: ['project'], dated: false,
    whole(records, at, tally) {
      const stored = records('project').filter((record) => ofYear(record, at));
      if (stored.length > 0) tally.see();
      tally.add(at.row.number ?? 0, stored.length);
    },
  },
  ofAlone({
    row: 'S54', means: '项目库里今年的项目，在项目资金绩效里定了目标、有执行监控的算完成；年底还要有评价', ledger: 'project', more: ['projectGoal'], name: 'project.name', dated: true,
    why(record, at, records) {
      const goals = named(records('projectGoal').filter((each) => ofYear(each, at)), 'projectGoal.of', textOf(record.values, 'project.name'));
      if (!goals.some(({ values }) => textOf(values, 'projectGoal.goal') !== '')) return '没有绩效目标';
      return goals.some((goal) => by(goal, 'projectGoal.watchedOn', at)) ? null : '没有执行监控';
    },
  }),
  ofAlone({
    row: 'S55', means: '项目库里今年的项目，到当天有公告公示记录的算完成', ledger: 'project', more: ['posting'], name: 'project.name', dated: true,
    why: (record, at, records) => (named(records('posting'), 'posting.of', textOf(record.values, 'project.name')).some((each) => by(each, 'posting.from', at)) ? null : '没有公示'),
  }),
  ofAlone({
    row: 'S56', means: '资金监管记录里发现的问题，到当天整改完的算完成', ledger: 'fundCheck', name: 'fundCheck.found', dated: true,
    meant: (record, at) => by(record, 'fundCheck.on', at) && textOf(record.values, 'fundCheck.found') !== '',
    why: (record, at) => (by(record, 'fundCheck.mendedOn', at) ? null : '还没有整改完'),
  }),
  dutied('S57', '会议记录里类别是“区委区政府研究”的，每月1次', 'district-study'),
  dutied('S58', '脱贫攻坚工作日里区委、区政府的，每月5天', 'district-days'),
  dutied('S59', '会议记录里类别是“街道专题研究”的，每个街道每月2次', 'town-study'),
  dutied('S60', '脱贫攻坚工作日里各街道的，每月10天', 'town-days'),
  ofAlone({
    row: 'S61', means: '任务分解里到当天到期的任务，销了号的算完成', ledger: 'task', name: 'task.task', dated: true,
    meant: (record, at) => by(record, 'task.due', at),
    why: ({ values }) => (textOf(values, 'task.cleared') === '是' ? null : '到期没有销号'),
  }),
  dutied('S62', '六个推进组每月一份月报告，每月一次月调度、一份月通报', 'group-report', 'month-dispatch', 'month-bulletin'),
  dutied('S63', '方案里的每个责任单位，每月至少有一条任务分解', 'task-split'),
  running({ row: 'S64', means: '督查考核台账今年到当天的次数', ledgers: ['inspection'], on: { inspection: 'inspection.on' } }),
  dutied('S65', '危改周会商每周一次（会议记录），危改月报告每月一份', 'house-week', 'house-month'),
  dutied('S69', '资金监管记录里的监督检查，每季度1次', 'fund-check'),
  dutied('S70', '资金监管记录里的绩效评价，每半年1次', 'fund-score'),
  ofAlone({
    row: 'S71', means: '今年到账的每一笔资金，到当天有跟踪审计的算完成；审计资金写“全部”的算每一笔', ledger: 'fundIn', more: ['fundCheck'], name: 'fundIn.kind', dated: true,
    meant: (record, at) => by(record, 'fundIn.arrivedOn', at),
    why: (record, at, records) => (auditOf(record, records('fundCheck').filter((audit) => textOf(audit.values, 'fundCheck.kind') === '跟踪审计' && by(audit, 'fundCheck.on', at))) ? null : '没有跟踪审计'),
  }),
  running({ row: 'S73', means: '宣传报道台账今年到当天的次数', ledgers: ['publicity'], on: { publicity: 'publicity.on' } }),
  ofHomes({
    row: 'S74', means: '一户一档要的材料都有的户（纸质存放也算）', ledgers: ['document'],
    why(home, at) {
      const documents = (home.household.records['document'] ?? []).map(({ id, memberId, year, values }) => ({ id, memberId, year, kind: textOf(values, 'document.kind'), stored: textOf(values, 'document.sha') !== '' }));
      const lacking = dossierOf(home.household, documents, at.day).filter(({ state }) => state === 'missing').length;
      return lacking === 0 ? null : `还缺 ${lacking} 份材料`;
    },
  }),
  ofHomes({
    row: 'S75', means: '到当天已过的每个重大节日，节前15天到节后7天里都有节日慰问的户', ledgers: ['greeting'], dated: true,
    meant: (_, at) => passed(at).length > 0,
    why(home, at) {
      const days = (home.household.records['greeting'] ?? []).map(({ values }) => textOf(values, 'greeting.on'));
      const lacking = passed(at).filter(({ from, until }) => !days.some((on) => on >= from && on <= until));
      return lacking.length === 0 ? null : `${lacking.map(({ label }) => label).join('、')}没有慰问`;
    },
  }),
];
