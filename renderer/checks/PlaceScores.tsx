import type { PlaceScore } from '../../shared/contract/checking.ts';

/** How good the data of each office and village are. */
export function PlaceScores({ scores }: { scores: readonly PlaceScore[] }) {
  return (
    <>
      <p className="quiet">满分 100：一户有必须改的问题，扣这一户的全部；只有要核实的，扣一半。豁免的不算。</p>
      <table className="plain-table dense" aria-label="各村得分">
        <thead><tr><th>街道</th><th>村</th><th className="number">户数</th><th className="number">必须改的户</th><th className="number">只要核实的户</th><th className="number">得分</th></tr></thead>
        <tbody>
          {scores.map(({ town, village, households, wrong, doubtful, score }) => (
            <tr key={`${town} ${village}`} className={village === '' ? 'score-sum' : undefined}>
              <td>{village === '' ? town || '（没有写街道）' : ''}</td>
              <td>{village || '合计'}</td>
              <td className="number">{households}</td>
              <td className="number">{wrong}</td>
              <td className="number">{doubtful}</td>
              <td className="number">{score.toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
