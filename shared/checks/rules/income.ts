import { labelOf, shown } from '../../register/show-value.ts';
import type { Home } from '../home.ts';
import { ofHomes, type Problem, type Rule } from '../rule.ts';

/** Amounts are whole fen; sheets round to 0.01 元, so a sum may be off by as much. */
const rounding = 1;
const kinds = ['wageIncome', 'businessIncome', 'propertyIncome', 'transferIncome'] as const;
const transfers = ['familyPlanningMoney', 'dibaoMoney', 'tekunMoney', 'pensionMoney', 'ecologyMoney', 'otherTransfer'] as const;

/** A sum that is written beside its parts. Silent where the sum or every part is blank. */
function sumProblem(home: Home, sum: string, parts: readonly string[]): Problem | undefined {
  const written = home.number(sum);
  if (written === null || parts.every((key) => home.blank(key))) return undefined;
  const counted = parts.reduce((total, key) => total + (home.number(key) ?? 0), 0);
  if (Math.abs(counted - written) <= rounding) return undefined;
  return { field: sum, message: `${labelOf(sum)}写的是 ${shown(sum, written)} 元，${parts.map(labelOf).join('、')}合计 ${shown(sum, counted)} 元` };
}

/** The arithmetic of income. */
export const incomeRules: readonly Rule[] = [
  ofHomes({
    id: 'R106', grade: 'E', title: '年收入不等于四项之和', why: '年收入 = 工资性 + 生产经营性 + 财产性 + 转移性', remedy: '请核对四项收入和年收入', source: '收入核算要求、核查程序', reads: ['totalIncome'], may: kinds,
    problem: (home) => sumProblem(home, 'totalIncome', kinds),
  }),
  ofHomes({
    id: 'R107-1', grade: 'E', title: '纯收入算错', why: '纯收入 = 年收入 − 生产经营性支出', remedy: '请核对年收入、支出和纯收入', source: '收入核算要求、核查程序', reads: ['totalIncome', 'netIncome'], may: ['businessCost'],
    problem(home) {
      const total = home.number('totalIncome');
      const net = home.number('netIncome');
      if (total === null || net === null) return undefined;
      const counted = total - (home.number('businessCost') ?? 0);
      return Math.abs(counted - net) > rounding && { field: 'netIncome', message: `纯收入写的是 ${shown('netIncome', net)} 元，年收入减生产经营性支出是 ${shown('netIncome', counted)} 元` };
    },
  }),
  ofHomes({
    id: 'R107-2', grade: 'E', title: '人均纯收入算错', why: '人均 = 纯收入 ÷ 人口（差 1 元以内算对）', remedy: '请核对纯收入、人口和人均', source: '收入核算要求、核查程序', reads: ['netIncome', 'perCapitaIncome'], may: ['yearSize', 'householdSize'],
    problem(home) {
      const net = home.number('netIncome');
      const each = home.number('perCapitaIncome');
      const size = home.number('yearSize') ?? home.number('householdSize');
      if (net === null || each === null || size === null || size <= 0 || Math.abs(net / size - each) <= 100) return undefined;
      return { field: 'perCapitaIncome', message: `人均纯收入写的是 ${shown('perCapitaIncome', each)} 元，纯收入除以 ${size} 人是 ${shown('perCapitaIncome', Math.round(net / size))} 元` };
    },
  }),
  ofHomes({
    id: 'R108-1', grade: 'E', title: '转移性收入不等于各项之和', why: '转移性收入由各项相加得来', remedy: '请核对各项和合计', source: '系统填写要求、核查程序', reads: ['transferIncome'], may: transfers,
    problem: (home) => sumProblem(home, 'transferIncome', transfers),
  }),
  ofHomes({
    id: 'R108-2', grade: 'E', title: '财产性收入不等于各项之和', why: '财产性收入由各项相加得来', remedy: '请核对各项和合计', source: '系统填写要求、核查程序', reads: ['propertyIncome'], may: ['assetDividend', 'otherProperty'],
    problem: (home) => sumProblem(home, 'propertyIncome', ['assetDividend', 'otherProperty']),
  }),
];
