import { departments } from '../../shared/register/departments.ts';
import { ledgers as every } from '../../shared/register/ledgers/index.ts';
import type { Ledger } from '../../shared/register/ledgers/ledger.ts';
import { navigate } from '../app/session.tsx';

const ledgers = every.filter(({ place }) => place === 'ledgers');

/** The ledgers by the department whose word they are; those without a record are folded away. */
export function LedgerList({ records, chosen }: { records: ReadonlyMap<string, number>; chosen: string | null }) {
  const filled = ledgers.filter(({ key }) => (records.get(key) ?? 0) > 0);
  const empty = ledgers.filter((ledger) => !filled.includes(ledger));
  return (
    <nav className="place-list ledger-list" aria-label="台账">
      {filled.length > 0 && <ByDepartment ledgers={filled} records={records} chosen={chosen} />}
      {empty.length > 0 && (
        <details open={filled.length === 0 || empty.some(({ key }) => key === chosen)}>
          <summary>还没有内容 {empty.length} 本</summary>
          <ByDepartment ledgers={empty} records={records} chosen={chosen} />
        </details>
      )}
    </nav>
  );
}

function ByDepartment({ ledgers: listed, records, chosen }: { ledgers: readonly Ledger[]; records: ReadonlyMap<string, number>; chosen: string | null }) {
  return departments.map((department) => {
    const own = listed.filter((ledger) => ledger.department === department);
    if (own.length === 0) return null;
    return (
      <section key={department}>
        <h2>{department}</h2>
        {own.map(({ key, label }) => {
          const count = records.get(key) ?? 0;
          return (
            <button key={key} type="button" aria-current={key === chosen ? 'page' : undefined} onClick={() => navigate({ screen: 'ledgers', ledger: key })}>
              <span>{label}</span>
              {count > 0 && <span className="quiet">{count}</span>}
            </button>
          );
        })}
      </section>
    );
  });
}
