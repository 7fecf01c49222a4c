import { fenOfWords } from '../../fields/amount-in-words.ts';
import type { RecordFacts } from '../../register/facts.ts';
import { ledgerOf } from '../../register/ledgers/index.ts';
import { labelOf } from '../../register/show-value.ts';
import { ofHomes, ofRecords, ofTheWhole, type Problem, type Rule } from '../rule.ts';
import { yuan } from '../words.ts';

const textIn = ({ values }: RecordFacts, key: string): string => String(values[key] ?? '');
const numberIn = ({ values }: RecordFacts, key: string): number | null => (typeof values[key] === 'number' ? values[key] : null);

/** Pairs of dates that have an order, by ledger. */
const ordered: readonly (readonly [ledger: string, from: string, until: string])[] = [
  ['measure', 'measure.from', 'measure.until'],
  ['benefitProject', 'benefitProject.from', 'benefitProject.until'],
  ['microLoan', 'microLoan.on', 'microLoan.dueOn'],
  ['medicalClaim', 'medicalClaim.admittedOn', 'medicalClaim.leftOn'],
  ['publicPost', 'publicPost.from', 'publicPost.until'],
  ['workPeriod', 'workPeriod.from', 'workPeriod.until'],
  ['dibaoList', 'dibaoList.taperSince', 'dibaoList.taperUntil'],
];

/** Columns that a sheet adds up. */
const sums: readonly (readonly [ledger: string, total: string, parts: readonly string[]])[] = [
  ['monthlyIncome', 'monthlyIncome.total', Array.from({ length: 12 }, (_, at) => `monthlyIncome.month${at + 1}`)],
  ['treatment', 'treatment.total', ['own', 'basic', 'serious', 'commercial', 'relief', 'temporary', 'charity', 'fund', 'other'].map((name) => `treatment.${name}`)],
];
/** 万元 to two places: as much may be rounded. */
const rounding = 0.011;

const villageCounts = ['village.households', 'village.people'] as const;
const villageLands = [['village.farmland', 'farmland'], ['village.forest', 'forest']] as const;

/** What stands on forms, and whether tables add up. */
export const formRules: readonly Rule[] = [
  ofRecords({
    id: 'R142-1', grade: 'W', ledger: 'visit', title: '走访记录没有日期或户主签名', why: '考核中最常见的毛病', remedy: '请补填日期，请户主签名', source: '扶贫手册填写要求、填报要求', reads: ['ledger:visit'],
    problem(record) {
      if (textIn(record, 'visit.on') === '') return { field: 'visit.on', message: '走访记录没有日期' };
      return textIn(record, 'visit.signed') === '否' && { field: 'visit.signed', message: `${textIn(record, 'visit.on')} 的走访户主没有签名` };
    },
  }),
  ofRecords({
    id: 'R142-2', grade: 'W', ledger: 'visit', title: '走访日期还没到', why: '先写好的记录是假记录', remedy: '请核对走访日期', source: '扶贫手册填写要求、填报要求', reads: ['visit.on'],
    problem: (record, _home, { today }) => textIn(record, 'visit.on') > today && { field: 'visit.on', message: `走访日期 ${textIn(record, 'visit.on')} 还没到` },
  }),
  ofHomes({
    id: 'R142-3', grade: 'W', title: '结束在开始之前', why: '两个日期写反或写错', remedy: '请核对起止日期', source: '扶贫手册填写要求、填报要求', reads: [], may: ['helpFrom', 'helpUntil', ...ordered.flatMap(([, from, until]) => [from, until])],
    problem(home) {
      const found: Problem[] = [];
      for (const { values } of home.helpers) {
        const [from, until] = [String(values['helpFrom'] ?? ''), String(values['helpUntil'] ?? '')];
        if (from !== '' && until !== '' && until < from) found.push({ field: 'helpUntil', message: `帮扶责任人${String(values['helperName'] ?? '')} ${from} 开始，${until} 终止` });
      }
      for (const [ledger, from, until] of ordered) {
        for (const record of home.records(ledger)) {
          const [start, end] = [textIn(record, from), textIn(record, until)];
          if (start !== '' && end !== '' && end < start) found.push({ field: until, record, message: `${ledgerOf(ledger).label}：${labelOf(from)} ${start}，${labelOf(until)} ${end}` });
        }
      }
      return found;
    },
  }),
  ofRecords({
    id: 'R142-4', grade: 'W', ledger: 'measure', title: '措施在识别之前', why: '还没识别不会有措施', remedy: '请核对措施时间和识别时间', source: '扶贫手册填写要求、填报要求', reads: ['measure.from', 'firstIdentified'],
    problem(record, home) {
      const [from, identified] = [textIn(record, 'measure.from'), home.text('firstIdentified')];
      return from !== '' && identified !== '' && from < identified && { field: 'measure.from', message: `${from} 开始的措施早于识别时间 ${identified}` };
    },
  }),
  ofRecords({
    id: 'R142-5', grade: 'W', ledger: 'payment', title: '大写和小写金额不一致', why: '发放表上两处金额要一致', remedy: '请核对发放表', source: '扶贫手册填写要求、填报要求', reads: ['payment.words', 'payment.amount'],
    problem(record) {
      const [words, amount] = [textIn(record, 'payment.words'), numberIn(record, 'payment.amount')];
      const told = words === '' ? null : fenOfWords(words);
      return told !== null && amount !== null && told !== amount && { field: 'payment.words', message: `大写是${words}，小写是 ${yuan(amount)} 元` };
    },
  }),
  ofHomes({
    id: 'R142-6', grade: 'W', title: '合计不等于各项之和', why: '表里加错了', remedy: '请核对各项和合计', source: '扶贫手册填写要求、填报要求', reads: ['ledger:monthlyIncome|ledger:treatment'],
    problem(home) {
      const found: Problem[] = [];
      for (const [ledger, total, parts] of sums) {
        for (const record of home.records(ledger)) {
          const written = numberIn(record, total);
          const amounts = parts.map((key) => numberIn(record, key));
          if (written === null || amounts.every((amount) => amount === null)) continue;
          const counted = amounts.reduce((sum: number, amount) => sum + (amount ?? 0), 0);
          if (Math.abs(counted - written) > 1) found.push({ field: total, record, message: `${ledgerOf(ledger).label}：${labelOf(total)} ${yuan(written)} 元，各项合计 ${yuan(counted)} 元` });
        }
      }
      return found;
    },
  }),
  ofTheWhole({
    id: 'R149-1', grade: 'W', title: '村里饮水不安全和危房户数超过总户数', why: '村表没有维护', remedy: '请核对村情况', source: '核查程序', reads: ['village.households', 'village.unsafeWater|village.dangerous'],
    problem: (whole) => whole.records('village').flatMap((record): Problem[] => {
      const households = numberIn(record, 'village.households');
      const worse = (numberIn(record, 'village.unsafeWater') ?? 0) + (numberIn(record, 'village.dangerous') ?? 0);
      return households !== null && worse > households ? [{ field: 'village.households', record, message: `${textIn(record, 'village.town')}${textIn(record, 'village.name')} 总户数 ${households}，饮水不安全和危房户共 ${worse}` }] : [];
    }),
  }),
  ofTheWhole({
    id: 'R149-2', grade: 'W', title: '全村土地比贫困户的还少', why: '村表没有维护', remedy: '请核对村的土地面积', source: '核查程序', reads: ['village.farmland|village.forest'],
    problem: (whole) => whole.records('village').flatMap((record): Problem[] => villageLands.flatMap(([of, key]): Problem[] => {
      const land = numberIn(record, of);
      const sum = whole.villageSum(key, textIn(record, 'village.town'), textIn(record, 'village.name'));
      return land !== null && land < sum ? [{ field: of, record, message: `${textIn(record, 'village.town')}${textIn(record, 'village.name')} ${labelOf(of)} ${land} 亩，登记册里各户合计 ${Math.round(sum * 100) / 100} 亩` }] : [];
    })),
  }),
  ofTheWhole({
    id: 'R149-3', grade: 'W', title: '村的户数、人口数空着', why: '村表必填', remedy: '请补填村情况', source: '核查程序', reads: ['ledger:village'],
    problem: (whole) => whole.records('village').flatMap((record): Problem[] => {
      const missing = villageCounts.filter((key) => numberIn(record, key) === null);
      return missing.length > 0 ? [{ field: missing[0] ?? '', record, message: `${textIn(record, 'village.town')}${textIn(record, 'village.name')} 没有填写${missing.map(labelOf).join('、')}` }] : [];
    }),
  }),
  ofTheWhole({
    id: 'R150-1', grade: 'E', title: '项目投资不等于各项资金之和', why: '计划总投资 = 中省 + 市级 + 镇村配套 + 群众自筹', remedy: '请核对项目各项资金', source: '填报要求', reads: ['project.planned', 'project.higher|project.city|project.township|project.own'],
    problem: (whole) => whole.records('project').flatMap((record): Problem[] => {
      const total = numberIn(record, 'project.planned');
      const parts = ['higher', 'city', 'township', 'own'].map((name) => numberIn(record, `project.${name}`));
      if (total === null || parts.every((part) => part === null)) return [];
      const sum = parts.reduce((whole_: number, part) => whole_ + (part ?? 0), 0);
      return Math.abs(sum - total) > rounding ? [{ field: 'project.planned', record, message: `${textIn(record, 'project.name')} 计划总投资 ${total} 万元，各项资金合计 ${Math.round(sum * 100) / 100} 万元` }] : [];
    }),
  }),
  ofTheWhole({
    id: 'R150-2', grade: 'E', title: '项目已完成投资超过计划总投资', why: '完成数不会大于计划数', remedy: '请核对项目投资', source: '填报要求', reads: ['project.planned', 'project.done|project.paid'],
    problem: (whole) => whole.records('project').flatMap((record): Problem[] => {
      const planned = numberIn(record, 'project.planned');
      return (['project.done', 'project.paid'] as const).flatMap((key): Problem[] => {
        const amount = numberIn(record, key);
        return planned !== null && amount !== null && amount > planned + rounding ? [{ field: key, record, message: `${textIn(record, 'project.name')} 计划总投资 ${planned} 万元，${labelOf(key)} ${amount} 万元` }] : [];
      });
    }),
  }),
];
