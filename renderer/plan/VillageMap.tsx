import type { Measured, VillageStanding } from '../../shared/plan/measured.ts';
import { navigate } from '../app/session.tsx';

/** Villages as tiles under their street, the darker the more rows lack somebody there. */
export function VillageMap({ villages, rows, open }: { villages: readonly VillageStanding[]; rows: readonly Measured[]; open: (row: string) => void }) {
  const title = new Map(rows.map(({ row, title: of }) => [row, of]));
  const most = Math.max(1, ...villages.map(({ lacking }) => lacking.length));
  return (
    <>
      <p className="quiet">一格一个村，数字是还有户、有人没做到的条目数，格子左边的条越长越多。点条目看缺谁。</p>
      {[...Map.groupBy(villages, ({ town }) => town)].map(([town, own]) => (
        <section key={town} className="plan-town" aria-label={town || '没有写街道'}>
          <h2>{town || '（没有写街道）'} <span className="quiet">{own.reduce((sum, { households }) => sum + households, 0)} 户 {own.reduce((sum, { people }) => sum + people, 0)} 人</span></h2>
          <div className="plan-villages">
            {own.map(({ village, households, people, lacking }) => (
              <details key={village} className="plan-village">
                <summary>
                  <svg width={6} height={36} aria-hidden><rect width={6} height={36} fill="var(--shade)" /><rect y={36 - (36 * lacking.length) / most} width={6} height={(36 * lacking.length) / most} fill="var(--vermilion)" /></svg>
                  <span><strong>{village || '（没有写村）'}</strong><br /><span className="quiet">{households} 户 {people} 人</span></span>
                  <span className="plan-lacking">{lacking.length === 0 ? '✓' : lacking.length}</span>
                </summary>
                <ul>
                  {lacking.map(({ row, due, done }) => (
                    <li key={row}><button type="button" className="link-button" onClick={() => open(row)}>{row} {title.get(row)}</button> <span className="amount">{done} / {due}</span></li>
                  ))}
                </ul>
                <button type="button" className="link-button" onClick={() => navigate({ screen: 'households' })}>到“户”里看</button>
              </details>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
