import type { SweepProgress } from '../../shared/contract/sweeps.ts';

/** How far each street and village is, against its households and people. */
export function SweepProgressView({ progress: { places } }: { progress: SweepProgress }) {
  return (
    <table className="plain-table dense" aria-label="进度">
      <thead><tr><th>街道</th><th>村</th><th className="number">户</th><th className="number">人</th><th className="number">已录</th><th className="number">已核定</th><th className="number">已核定的人</th><th className="number">有问题的项</th><th>核定了多少</th></tr></thead>
      <tbody>
        {places.map((place, at) => {
          const share = place.households === 0 ? 0 : Math.round((place.settled / place.households) * 100);
          return (
            <tr key={`${place.town} ${place.village}`} className={place.village === '' ? 'score-sum' : undefined}>
              <td>{place.village === '' ? place.town || '（没有写街道）' : ''}</td>
              <td>{at === places.length - 1 ? '' : place.village || '合计'}</td>
              <td className="number">{place.households}</td><td className="number">{place.people}</td><td className="number">{place.entered}</td><td className="number">{place.settled}</td><td className="number">{place.settledPeople}</td><td className="number">{place.wrong}</td>
              <td className="nowrap"><span className="sweep-bar" aria-hidden><span style={{ width: `${share}%` }} /></span> {share}%</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
