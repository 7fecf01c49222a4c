import { ledgerOf } from '../../register/ledgers/index.ts';
import { labelOf } from '../../register/show-value.ts';
import { monthsBetween } from '../day.ts';
import type { Home } from '../home.ts';
import { ofHomes, type Rule } from '../rule.ts';
import { namesOf } from '../words.ts';

const measures = ledgerOf('monitoring').fields.filter(({ key }) => /^monitoring\.measure\d+$/.test(key));
const comprehensive = measures.find(({ label }) => label === '综合保障')?.key ?? '';
/** What must be told once a risk is cleared: income, house, water, insurance. */
const afterwards = ledgerOf('monitoring').fields.filter(({ label }) => /^风险消除后(家庭纯收入|住房损毁|饮水损毁|未参保)$/.test(label)).map(({ key }) => key);

const sheetOf = (home: Home) => home.records('monitoring')[0];
const said = (home: Home, key: string): string => String(sheetOf(home)?.values[key] ?? '');
const taken = (home: Home): string[] => measures.filter(({ key }) => !['', '否', '无'].includes(said(home, key))).map(({ key }) => key);
const cleared = (home: Home): boolean => home.yes('riskCleared');

/** Households under watch: riskIdentified and the sheet of monitoring. */
export const monitoringRules: readonly Rule[] = [
  ofHomes({
    id: 'R053', grade: 'E', title: '识别时间没有写到年月', why: '识别时间写成年月，如 2020-03', remedy: '请填写到月', source: '核查程序', reads: ['firstIdentified|riskIdentified|riskClearedOn'],
    problem: (home) => (['firstIdentified', 'riskIdentified', 'riskClearedOn'] as const).filter((key) => !home.blank(key) && !/^\d{4}-(0[1-9]|1[0-2])$/.test(home.text(key))).map((key) => ({ field: key, message: `${labelOf(key)}是 ${home.text(key)}` })),
  }),
  ofHomes({
    id: 'R054', grade: 'W', title: '风险消除没有信息采集人', why: '谁核实的要写明', remedy: '请填写信息采集人和电话', source: '核查程序', reads: ['riskCleared', 'ledger:monitoring'],
    problem(home) {
      const missing = ['monitoring.collector', 'monitoring.collectorPhone'].filter((key) => said(home, key) === '');
      return cleared(home) && missing.length > 0 && { field: missing[0] ?? '', message: `风险已消除，没有填写${missing.map(labelOf).join('、')}` };
    },
  }),
  ofHomes({
    id: 'R141-1', grade: 'W', title: '有劳动力却只有综合保障', why: '有劳动力的要有开发式帮扶', remedy: '请落实产业、就业等措施', source: '核查程序', reads: ['labour', 'ledger:monitoring'],
    problem(home) {
      const able = home.present.filter((person) => person.able);
      const own = taken(home);
      return able.length > 0 && own.length === 1 && own[0] === comprehensive && { field: comprehensive, message: `${namesOf(able)}有劳动力，措施只有综合保障` };
    },
  }),
  ofHomes({
    id: 'R141-2', grade: 'W', title: '开发式帮扶拖了半年没有实施', why: '识别后 6 个月内要实施', remedy: '请尽快实施', source: '核查程序', reads: ['riskIdentified', 'monitoring.development'],
    problem(home, { limits, day }) {
      const months = monthsBetween(home.text('riskIdentified'), day);
      return said(home, 'monitoring.development').includes('尚未实施') && months !== null && months >= (limits.developMonths ?? Infinity) && { field: 'monitoring.development', message: `识别 ${months} 个月，开发式帮扶尚未实施` };
    },
  }),
  ofHomes({
    id: 'R141-3', grade: 'W', title: '识别一个月还没有措施', why: '识别后 1 个月内要落实措施', remedy: '请落实帮扶措施', source: '核查程序', reads: ['riskIdentified', 'ledger:monitoring'],
    problem(home, { limits, day }) {
      const months = monthsBetween(home.text('riskIdentified'), day);
      return sheetOf(home) !== undefined && taken(home).length === 0 && home.blank('helpMeasures') && months !== null && months >= (limits.measureMonths ?? Infinity) && { field: 'helpMeasures', message: `${home.text('riskIdentified')} 识别，已 ${months} 个月，没有帮扶措施` };
    },
  }),
  ofHomes({
    id: 'R141-4', grade: 'W', title: '风险消除得太快', why: '识别后不到 6 个月就消除，要有依据', remedy: '请核实消除依据', source: '核查程序', reads: ['riskIdentified', 'riskClearedOn'],
    problem(home, { limits }) {
      const months = monthsBetween(home.text('riskIdentified'), home.text('riskClearedOn'));
      return months !== null && months < (limits.clearMonths ?? 0) && { field: 'riskClearedOn', message: `${home.text('riskIdentified')} 识别，${home.text('riskClearedOn')} 消除，${months < 0 ? '消除在识别之前' : `只有 ${months} 个月`}` };
    },
  }),
  ofHomes({
    id: 'R141-5', grade: 'W', title: '风险消除后的情况没有填', why: '收入、住房、饮水、参保都要说明', remedy: '请补填风险消除后的情况', source: '核查程序', reads: ['riskCleared', 'ledger:monitoring'],
    problem(home) {
      const missing = afterwards.filter((key) => said(home, key) === '');
      return cleared(home) && sheetOf(home) !== undefined && missing.length > 0 && { field: missing[0] ?? '', message: `风险已消除，没有填写${missing.map(labelOf).join('、')}` };
    },
  }),
  ofHomes({
    id: 'R141-6', grade: 'W', title: '整户无劳动能力却消除了风险', why: '整户无劳的风险不宜消除', remedy: '请核实，必要时恢复监测', source: '核查程序', reads: ['riskCleared', 'monitoring.noLabour'],
    problem: (home) => said(home, 'monitoring.noLabour') === '是' && cleared(home) && { field: 'riskCleared', message: '整户无劳动能力，风险写的是已消除' },
  }),
  ofHomes({
    id: 'R141-7', grade: 'W', title: '整户无劳动能力没有低保', why: '整户无劳的要兜底保障', remedy: '请和民政局核对，应保尽保', source: '核查程序', reads: ['dibao', 'monitoring.noLabour'], may: ['tekun'],
    problem: (home) => said(home, 'monitoring.noLabour') === '是' && home.present.length > 0 && home.present.every((person) => person.no('dibao') && !person.yes('tekun')) && { field: 'dibao', message: '整户无劳动能力，成员都没有低保和特困供养' },
  }),
];
