import type { CardRecord, LedgerCount } from '../../shared/contract/tables.ts';
import type { Stored } from '../../shared/fields/reading.ts';
import { findLedger, ledgers } from '../../shared/register/ledgers/index.ts';
import { recordLine } from '../../shared/register/ledgers/main-values.ts';
import { navigate } from '../app/session.tsx';

const text = (value: Stored | undefined): string => (value === null || value === undefined ? '' : String(value));

interface StatusEntry {
  readonly key: string;
  readonly on: string;
  readonly what: string;
  readonly detail: string;
  readonly record?: CardRecord;
}

/** The household's status line in the order of time: recognised, lifted, then what happened since, each with its paper. */
export function StatusLine({ values, records }: { values: Readonly<Record<string, Stored>>; records: readonly CardRecord[] }) {
  const known: StatusEntry[] = [
    ...(text(values['firstIdentified']) === '' ? [] : [{ key: 'identified', on: text(values['firstIdentified']), what: '识别', detail: '' }]),
    ...(text(values['liftYear']) === '' ? [] : [{ key: 'lifted', on: text(values['liftYear']), what: '脱贫', detail: text(values['liftState']) }]),
    ...records.filter(({ ledger }) => ledger === 'status').map((record): StatusEntry => ({ key: record.id, on: text(record.values['status.on']), what: text(record.values['status.kind']), detail: [record.values['status.detail'], record.values['status.paper']].map(text).filter((part) => part !== '').join('，'), record })),
    ...records.filter(({ ledger }) => ledger === 'movement').map((record): StatusEntry => ({ key: record.id, on: text(record.values['movement.on']), what: `${record.name ?? ''} ${text(record.values['movement.kind'])}`, detail: [record.values['movement.reason'], record.values['movement.paper']].map(text).filter((part) => part !== '').join('，'), record })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if (known.length === 0) return null;
  return (
    <section>
      <h3>状态和变动</h3>
      <ol className="status-line">
        {known.map(({ key, on, what, detail, record }) => (
          <li key={key}>
            <span className="quiet nowrap">{on || '日期未记'}</span>
            {record ? <button type="button" className="link" onClick={() => navigate({ screen: 'ledgers', ledger: record.ledger, rowId: record.id })}>{what}</button> : <span>{what}</span>}
            <span className="quiet">{detail}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const toldAbove = new Set(['status', 'movement']);

/** What the ledgers have of this household and its people. */
export function CardRecords({ records, counts }: { records: readonly CardRecord[]; counts: readonly LedgerCount[] }) {
  const shown = ledgers.filter(({ key }) => !toldAbove.has(key) && records.some(({ ledger }) => ledger === key));
  if (shown.length === 0) return null;
  return (
    <section>
      <h3>台账</h3>
      {shown.map(({ key, label }) => {
        const own = records.filter(({ ledger }) => ledger === key);
        const more = (counts.find(({ ledger }) => ledger === key)?.records ?? own.length) - own.length;
        return (
          <div key={key} className="card-ledger">
            <strong>{label}</strong>
            {own.map((record) => <RecordLine key={record.id} record={record} />)}
            {more > 0 && <p className="quiet">还有 {more} 条，在台账里看。</p>}
          </div>
        );
      })}
    </section>
  );
}

function RecordLine({ record }: { record: CardRecord }) {
  const ledger = findLedger(record.ledger);
  const line = ledger ? recordLine(ledger, record.values) : '';
  return (
    <p>
      <button type="button" className="link" onClick={() => navigate({ screen: 'ledgers', ledger: record.ledger, rowId: record.id })}>
        {[record.name ?? '', record.year === null ? '' : `${record.year} 年`].filter((part) => part !== '').join(' ') || '这一户'}
      </button>{' '}
      <span className="quiet">{line}</span>
    </p>
  );
}
