import type { CardRecord } from '../../shared/contract/tables.ts';
import type { Stored } from '../../shared/fields/reading.ts';
import { statusLine } from '../../shared/register/ledgers/status-line.ts';
import { navigate } from '../app/session.tsx';

interface Props {
  readonly values: Readonly<Record<string, Stored>>;
  readonly records: readonly CardRecord[];
}

const text = (value: Stored | undefined): string => (value === null || value === undefined ? '' : String(value));

/** How the household's status went, and who came and went, in the order of time, each with its paper. */
export function HouseholdStory({ values, records }: Props) {
  const line = statusLine(values, records.filter(({ ledger }) => ledger === 'status'));
  const movements = records
    .filter(({ ledger }) => ledger === 'movement')
    .toSorted((a, b) => (text(a.values['movement.on']) || '9999').localeCompare(text(b.values['movement.on']) || '9999'));
  if (line.length === 0 && movements.length === 0) return <p className="quiet">还没有识别、脱贫等状态，也没有人口变动。</p>;
  return (
    <>
      {line.length > 0 && (
        <ol className="story" aria-label="户状态">
          {line.map((step, at) => <Step key={step.record ?? `own ${at}`} on={step.on} what={step.what} detail={[step.detail, step.paper]} ledger="status" record={step.record} />)}
        </ol>
      )}
      {movements.length > 0 && (
        <>
          <h4>人口变动</h4>
          <ol className="story">
            {movements.map(({ id, name, values: told }) => (
              <Step key={id} on={text(told['movement.on'])} what={`${name ?? ''} ${text(told['movement.kind'])}`.trim()} detail={[text(told['movement.reason']), way(told), text(told['movement.paper'])]} ledger="movement" record={id} />
            ))}
          </ol>
        </>
      )}
    </>
  );
}

/** From which household to which. */
function way(values: Readonly<Record<string, Stored>>): string {
  const [from, to] = [text(values['movement.from']), text(values['movement.to'])];
  return to === '' || to === from ? '' : `户 ${from} → 户 ${to}`;
}

interface StepProps {
  readonly on: string;
  readonly what: string;
  readonly detail: readonly string[];
  readonly ledger: 'status' | 'movement';
  readonly record: string | null;
}

function Step({ on, what, detail, ledger, record }: StepProps) {
  return (
    <li>
      <span className="quiet nowrap">{on || '日期未记'}</span>
      <span>
        {record === null ? what : <button type="button" className="link" onClick={() => navigate({ screen: 'ledgers', ledger, rowId: record })}>{what}</button>}{' '}
        <span className="quiet">{detail.filter((part) => part !== '').join('，')}</span>
      </span>
    </li>
  );
}
