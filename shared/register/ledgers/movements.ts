import type { CodeList } from '../../fields/code.ts';
import { ledger } from './ledger.ts';

/** Why people come: the system's list of 自然增加. */
export const joinReasons = ['出生', '婚入', '户籍迁入', '收养', '刑满释放', '退役返乡', '并户', '漏登补录', '其他'] as const;
/** Why people go: the system's list of 自然减少. */
export const leaveReasons = ['死亡', '婚出', '户籍迁出', '分户', '并户', '参军', '判刑收监', '失联', '出国定居', '清退', '误登', '其他'] as const;
/** Why the head changes. */
export const headReasons = ['原户主死亡', '原户主迁出', '家庭商定', '原登记有误', '其他'] as const;

const movementKinds: CodeList = {
  name: '变动类型',
  values: ['增加', '减少', '转户', '分户', '并户', '变更户主'].map((value) => ({ value })),
};

const statusKinds: CodeList = {
  name: '户状态变动',
  values: ['识别', '脱贫', '返贫', '纳入监测', '风险消除', '清退'].map((value) => ({ value })),
};

/** The steps by which a household comes under watch and by which its risk is declared gone: plan.md §7. */
export const monitorSteps = ['线索', '入户核实', '授权核查', '信息比对', '民主评议', '村级公示', '乡镇审核', '区级审批'] as const;
const monitorKinds: CodeList = { name: '监测程序类别', values: [{ value: '纳入', also: ['纳入监测'] }, { value: '消除', also: ['风险消除'] }] };
const monitorStepCodes: CodeList = { name: '监测程序步骤', values: monitorSteps.map((value) => ({ value })) };
const reviewResults: CodeList = { name: '评估结果', values: [{ value: '通过' }, { value: '不通过' }] };

/** What happens to people and households, with reason, day and paper. They come from events, never from a sheet. */
export const movementLedgers = [
  ledger({
    key: 'movement',
    label: '人口变动',
    about: 'member',
    department: '扶贫办',
    apart: 'everywhere',
    fields: (f) => [
      f('kind', '变动类型', movementKinds),
      f('reason', '变动原因', 'text'),
      f('on', '变动日期', 'date'),
      f('from', '原户编号', 'digits'),
      f('to', '现户编号', 'digits'),
      f('paper', '依据材料', 'text', { width: 36 }),
      f('note', '变动说明', 'text', { width: 36 }),
    ],
    keys: ['kind', 'on'],
    year: { of: 'on' },
    sheet: null,
  }),
  ledger({
    key: 'status',
    label: '户状态变动',
    about: 'household',
    department: '扶贫办',
    apart: 'everywhere',
    fields: (f) => [
      f('kind', '状态变动', statusKinds),
      f('on', '状态日期', 'month'),
      f('detail', '状态内容', 'text', { width: 30 }),
      f('paper', '状态依据材料', 'text', { width: 36 }),
    ],
    keys: ['kind', 'on', 'detail'],
    year: 'none',
    sheet: null,
  }),
  ledger({
    key: 'exitReview',
    label: '退出第三方评估',
    about: 'household',
    department: '扶贫办',
    fields: (f) => [
      f('on', '评估日期', 'date', { also: ['评估时间'] }),
      f('by', '评估单位', 'text', { also: ['第三方机构'], width: 36 }),
      f('result', '评估结果', reviewResults, { also: ['评估结论'] }),
      f('opinion', '评估意见', 'text', { width: 44 }),
      f('paper', '评估报告', 'text', { width: 36 }),
    ],
    keys: ['on'],
    needs: ['on', 'result'],
    year: { of: 'on' },
    sheet: { words: ['第三方评估'], marks: ['result', 'by'], least: 3 },
  }),
  ledger({
    key: 'monitorStep',
    label: '监测程序记录',
    about: 'household',
    department: '扶贫办',
    fields: (f) => [
      f('kind', '监测程序类别', monitorKinds, { also: ['纳入或消除'] }),
      f('step', '监测程序步骤', monitorStepCodes, { also: ['程序步骤'] }),
      f('on', '步骤日期', 'date', { also: ['办理日期'] }),
      f('until', '公示结束日期', 'date', { also: ['公示截止日期'] }),
      f('by', '步骤经办人', 'name'),
      f('result', '步骤结果', 'text', { width: 36 }),
      f('paper', '步骤依据材料', 'text', { width: 36 }),
    ],
    keys: ['kind', 'step', 'on'],
    needs: ['kind', 'step', 'on'],
    year: { of: 'on' },
    sheet: { words: ['监测程序'], marks: ['step'], least: 3 },
  }),
] as const;
