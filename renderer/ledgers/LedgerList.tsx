import { departments } from '../../shared/register/departments.ts';
import { ledgers } from '../../shared/register/ledgers/index.ts';
import { navigate } from '../app/session.tsx';

/** The ledgers by the department whose word they are; those without a record are folded away. */
export function LedgerList({ records, chosen }: { records: ReadonlyMap<string, number>; chosen: string | null }) {
  const filled = ledgers.filter(({ key }) => (records.get(key) ?? 0) > 0 || key === chosen);
  const empty = ledgers.filter((ledger) => !filled.includes(ledger));
  return (
    <nav className="ledger-list" aria-label="台账">
      {departments.map((department) => {
        const own = filled.filter((ledger) => ledger.department === department);
        return own.length === 0 ? null : (
          <section key={department}>
            <h2>{department}</h2>
            {own.map(({ key, label }) => <LedgerButton key={key} ledger={key} label={label} count={records.get(key) ?? 0} chosen={key === chosen} />)}
          </section>
        );
      })}
      {empty.length > 0 && (
        <details open={filled.length === 0}>
          <summary>还没有内容的 {empty.length} 本</summary>
          {empty.map(({ key, label }) => <LedgerButton key={key} ledger={key} label={label} count={0} chosen={false} />)}
        </details>
      )}
    </nav>
  );
}

function LedgerButton({ ledger, label, count, chosen }: { ledger: string; label: string; count: number; chosen: boolean }) {
  return (
    <button type="button" aria-current={chosen ? 'page' : undefined} onClick={() => navigate({ screen: 'ledgers', ledger })}>
      <span>{label}</span>
      <span className="quiet">{count}</span>
    </button>
  );
}
