import { useQuery } from '@tanstack/react-query';
import { findLedger } from '../../shared/register/ledgers/index.ts';
import { NothingYet } from '../app/NothingYet.tsx';
import { useClient, usePlace, useRegister } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { Screen } from '../ui/Screen.tsx';
import { LedgerList } from './LedgerList.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import './ledgers.css';

/** All ledgers at the left, the records of the chosen one in the grid that households and people have. */
export function LedgersScreen() {
  const client = useClient();
  const { revision, file } = useRegister();
  const place = usePlace();
  const counts = useQuery({ queryKey: ['ledgerCounts', file, revision], queryFn: () => client.tables.ledgers(), placeholderData: (before) => before });
  if (counts.isError || !counts.data) return <Screen title="台账"><Reading of={counts} what="台账" /></Screen>;
  const records = new Map(counts.data.map((each) => [each.ledger, each.records]));
  const asked = place.screen === 'ledgers' ? place.ledger : undefined;
  const [first] = counts.data.toSorted((a, b) => b.records - a.records);
  const chosen = findLedger(asked ?? '') ?? findLedger(first?.ledger ?? '');
  return (
    <div className="ledgers">
      <LedgerList records={records} chosen={chosen?.key ?? null} />
      {chosen ? <LedgerTable key={`${file} ${chosen.key}`} ledger={chosen} records={records.get(chosen.key) ?? 0} /> : <NoLedgers />}
    </div>
  );
}

function NoLedgers() {
  return (
    <NothingYet title="台账里还没有内容">
      部门发来的名单（低保、残疾人、医保报销、学籍……）、项目、资金、补助发放、村情，导入以后就在这里，一种一本。也可以从左边选一本，手工新增。
    </NothingYet>
  );
}
