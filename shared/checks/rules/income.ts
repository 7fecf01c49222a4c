import { numberOf, type Values } from '../../register/facts.ts';
import { labelOf, shown } from '../../register/show-value.ts';
import type { Problem, Rule } from '../rule.ts';

/** Amounts are whole fen; sheets round to 0.01 元, so a sum may be off by as much. */
const rounding = 1;

/** A sum that is written beside its parts. Silent where the sum or every part is blank. */
function sumProblem(values: Values, sum: string, parts: readonly string[]): Problem | undefined {
  const written = numberOf(values, sum);
  const amounts = parts.map((key) => numberOf(values, key));
  if (written === null || amounts.every((amount) => amount === null)) return undefined;
  const counted = amounts.reduce((total: number, amount) => total + (amount ?? 0), 0);
  if (Math.abs(counted - written) <= rounding) return undefined;
  return { field: sum, message: `${labelOf(sum)}写的是 ${shown(sum, written)} 元，${parts.map(labelOf).join('、')}合计 ${shown(sum, counted)} 元` };
}

/** The arithmetic of income. */
export const incomeRules: readonly Rule[] = [
  {
    number: 'R106', grade: 'E', title: '年收入不等于四项之和', why: '年收入 = 工资性 + 生产经营性 + 财产性 + 转移性', remedy: '请核对四项收入和年收入',
    *problems({ values }) {
      const problem = sumProblem(values, 'totalIncome', ['wageIncome', 'businessIncome', 'propertyIncome', 'transferIncome']);
      if (problem) yield problem;
    },
  },
  {
    number: 'R107', grade: 'E', title: '纯收入或人均纯收入算错', why: '纯收入 = 年收入 − 生产经营性支出；人均 = 纯收入 ÷ 人口（差 1 元以内算对）', remedy: '请核对年收入、支出、人口和人均',
    *problems({ values }) {
      const total = numberOf(values, 'totalIncome');
      const cost = numberOf(values, 'businessCost') ?? 0;
      const net = numberOf(values, 'netIncome');
      const each = numberOf(values, 'perCapitaIncome');
      const size = numberOf(values, 'yearSize') ?? numberOf(values, 'householdSize');
      if (total !== null && net !== null && Math.abs(total - cost - net) > rounding) {
        yield { field: 'netIncome', message: `纯收入写的是 ${shown('netIncome', net)} 元，年收入减生产经营性支出是 ${shown('netIncome', total - cost)} 元` };
      }
      if (net !== null && each !== null && size !== null && size > 0 && Math.abs(net / size - each) > 100) {
        yield { field: 'perCapitaIncome', message: `人均纯收入写的是 ${shown('perCapitaIncome', each)} 元，纯收入除以 ${size} 人是 ${shown('perCapitaIncome', Math.round(net / size))} 元` };
      }
    },
  },
  {
    number: 'R108', grade: 'E', title: '转移性或财产性收入不等于各项之和', why: '转移性和财产性收入由各项相加得来', remedy: '请核对各项和合计',
    *problems({ values }) {
      const transfer = sumProblem(values, 'transferIncome', ['familyPlanningMoney', 'dibaoMoney', 'tekunMoney', 'pensionMoney', 'ecologyMoney', 'otherTransfer']);
      if (transfer) yield transfer;
      const property = sumProblem(values, 'propertyIncome', ['assetDividend', 'otherProperty']);
      if (property) yield property;
    },
  },
];
