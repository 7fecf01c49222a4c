import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/session.tsx';
import { Problem } from '../ui/Problem.tsx';
import { timeText } from '../ui/times.ts';

/** What was said of rows of lists, for the next list to know: each can be taken back. */
export function MatchAnswers({ changed, takeBack }: { changed: unknown; takeBack: (list: string, theirs: string) => void }) {
  const client = useClient();
  const answers = useQuery({ queryKey: ['matchAnswers', changed], queryFn: () => client.importing.matchAnswers() });
  if (answers.isError) return <Problem error={answers.error} doing="读取答复" retry={() => void answers.refetch()} />;
  if (!answers.data || answers.data.length === 0) return null;
  return (
    <details className="match-answers">
      <summary>记住的答复 {answers.data.length} 条</summary>
      <p className="quiet">下次同样的名单来，这些行照此认，不再问。</p>
      <table className="plain-table">
        <thead><tr><th>名单</th><th>名单上写的</th><th>是谁</th><th>何时，经手</th><th aria-label="收回" /></tr></thead>
        <tbody>
          {answers.data.map(({ list, listLabel, theirs, name, key, person, lost, at, who }) => (
            <tr key={`${list} ${theirs}`}>
              <td>{listLabel}</td>
              <td>{name} <span className="quiet">{key}</span></td>
              <td>{person ? `${person.name}（${person.village} 户 ${person.householdNo}）` : lost ? '' : '不是在册的'}{lost && <span className="quiet">已不在登记册里，这条暂时不用</span>}</td>
              <td className="nowrap">{timeText(at)} <span className="quiet">{who}</span></td>
              <td><button type="button" className="tick" aria-label={`收回对 ${name} 的答复`} onClick={() => takeBack(list, theirs)}>收回</button></td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
