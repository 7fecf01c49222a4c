import { lackWords } from '../../shared/checks/data-words.ts';
import type { RuleCount } from '../../shared/contract/checking.ts';
import { EmptyPlace } from '../ui/Screen.tsx';

const states: Readonly<Record<RuleCount['state'], string>> = { asked: '已查', noData: '没有数据', otherYears: '本年度不查', off: '已停用', faulty: '规则有误' };

/** Which rules say nothing, and why: not found wrong is not the same as looked at. */
export function RulesNotAsked({ rules }: { rules: readonly RuleCount[] }) {
  const silent = rules.filter(({ state }) => state !== 'asked');
  if (silent.length === 0) return <EmptyPlace title="所有规则都查过了">每条规则要的数据登记册里都有。</EmptyPlace>;
  return (
    <>
      <p className="quiet">这些规则没有查，不等于没有疑点。把缺的列或台账导入以后就会查。</p>
      <table className="plain-table">
        <thead><tr><th>规则</th><th>查什么</th><th>为什么没查</th><th>缺的数据</th></tr></thead>
        <tbody>
          {silent.map(({ rule, title, state, lacks, note }) => (
            <tr key={rule}><td className="nowrap">{rule}</td><td>{title}</td><td className="nowrap">{states[state]}</td><td>{state === 'noData' ? lackWords(lacks) : note}</td></tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
