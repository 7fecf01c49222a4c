import type { CardRecord, LedgerCount } from '../../shared/contract/tables.ts';
import { ledgers } from '../../shared/register/ledgers/index.ts';
import { amongOthers, type Ledger } from '../../shared/register/ledgers/ledger.ts';
import { recordLine } from '../../shared/register/ledgers/main-values.ts';
import { navigate } from '../app/session.tsx';
import { RecordPapers } from './RecordPapers.tsx';
import { Section } from './Section.tsx';

interface Props {
  readonly records: readonly CardRecord[];
  readonly counts: readonly LedgerCount[];
  readonly householdNo: string;
}

/** What the ledgers have of this household and its people; a click goes to the record. */
export function CardRecords({ records, counts, householdNo }: Props) {
  const shown = ledgers.filter((each) => amongOthers(each, 'card') && records.some(({ ledger }) => ledger === each.key));
  return (
    <Section name="台账">
      {shown.length === 0 && <p className="quiet">各部门的台账里还没有这一户的记录。</p>}
      {shown.map((ledger) => {
        const own = records.filter((record) => record.ledger === ledger.key);
        const all = counts.find((count) => count.ledger === ledger.key)?.records ?? own.length;
        return (
          <div key={ledger.key} className="card-ledger">
            <strong>{ledger.label}</strong>{all > 1 && <span className="quiet"> {all} 条</span>}
            <ul>{own.map((record) => <RecordLine key={record.id} ledger={ledger} record={record} />)}</ul>
            {all > own.length && <AllOfThem ledger={ledger} householdNo={householdNo} all={all} />}
          </div>
        );
      })}
    </Section>
  );
}

function RecordLine({ ledger, record }: { ledger: Ledger; record: CardRecord }) {
  const who = [record.name ?? '', record.year === null ? '' : `${record.year} 年`].filter((part) => part !== '').join(' ');
  return (
    <li>
      <button type="button" className="link" onClick={() => navigate({ screen: 'ledgers', ledger: record.ledger, rowId: record.id })}>{who || '看这一条'}</button>{' '}
      <span className="quiet">{recordLine(ledger, record.values)}</span>
      <RecordPapers recordId={record.id} ledger={ledger} memberId={record.memberId ?? ''} what={`${ledger.label} ${who}`} />
    </li>
  );
}

function AllOfThem({ ledger, householdNo, all }: { ledger: Ledger; householdNo: string; all: number }) {
  if (householdNo === '') return <p className="quiet">还有一些，请在台账里看。</p>;
  return <button type="button" className="link" onClick={() => navigate({ screen: 'ledgers', ledger: ledger.key, householdNo })}>在台账里看全部 {all} 条</button>;
}
