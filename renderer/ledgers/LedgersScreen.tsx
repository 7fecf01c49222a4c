import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { TableRow } from '../../shared/contract/tables.ts';
import { findLedger } from '../../shared/register/ledgers/index.ts';
import type { Ledger } from '../../shared/register/ledgers/ledger.ts';
import { ledgerSubject } from '../../shared/sheets/subject.ts';
import { navigate, useClient, usePlace, useRefreshRegister, useRegister, useSaving, useYear } from '../app/session.tsx';
import type { FilterModel } from '../grid/grid-context.ts';
import type { RowAction } from '../table/CellMenu.tsx';
import { TableScreen } from '../table/TableScreen.tsx';
import { download } from '../ui/download.ts';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';
import { EmptyPlace } from '../ui/Screen.tsx';
import { AddEntry } from './AddEntry.tsx';
import { LedgerList } from './LedgerList.tsx';
import './ledgers.css';

const nowhere = {};

/** All ledgers at the left, the records of the chosen one in the grid that households and people have. */
export function LedgersScreen() {
  const client = useClient();
  const { revision, file } = useRegister();
  const place = usePlace();
  const counts = useQuery({ queryKey: ['ledgerCounts', file, revision], queryFn: () => client.tables.ledgers(), placeholderData: (before) => before });
  if (counts.isError) return <Problem error={counts.error} doing="读取台账" retry={() => void counts.refetch()} />;
  if (!counts.data) return null;
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
    <EmptyPlace title="台账里还没有内容" actions={<Button type="primary" onClick={() => navigate({ screen: 'importing' })}>去导入</Button>}>
      部门发来的名单（低保、残疾人、医保报销、学籍……）、项目、资金、补助发放、村情，导入以后就在这里，一种一本。也可以从左边选一本，手工新增。
    </EmptyPlace>
  );
}

function LedgerTable({ ledger, records }: { ledger: Ledger; records: number }) {
  const client = useClient();
  const year = useYear();
  const place = usePlace();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const { revision } = useRegister();
  const track = useSaving((state) => state.track);
  const [adding, setAdding] = useState(false);
  const subject = ledgerSubject(ledger.key);
  const rowId = place.screen === 'ledgers' ? place.rowId : undefined;
  const arrival = useMemo(() => (rowId === undefined ? nowhere : { rowId }), [rowId]);

  const remove = async (row: TableRow): Promise<void> => {
    try {
      const { label } = await track(client.tables.removeEntry({ subject, id: row.id, base: revision }));
      await refresh();
      notices.done(label, { label: '撤销', run: () => void track(client.tables.undo()).then(refresh) });
    } catch (error) {
      notices.refused(error, '删除这一条');
    }
  };
  const exportAll = async (filters: FilterModel): Promise<void> => {
    try {
      const sheet = await client.papers.exportSheet({ subject, year, filters: Object.values(filters) });
      download(sheet, sheet.name);
      notices.done(`已导出：${sheet.name}`);
    } catch (error) {
      notices.refused(error, '导出台账');
    }
  };
  const rowActions = (row: TableRow): readonly RowAction[] => [{ key: 'remove', label: '删除这一条', extra: 'Ctrl+Delete', onClick: () => void remove(row) }];
  if (records === 0 && !adding) {
    return (
      <EmptyPlace title={`“${ledger.label}”还没有内容`} actions={<><Button type="primary" onClick={() => navigate({ screen: 'importing' })}>去导入</Button><Button onClick={() => setAdding(true)}>新增一条</Button></>}>
        {ledger.department === '扶贫办' ? '由本办登记' : `由${ledger.department}提供`}：{ledger.fields.slice(0, 8).map(({ label }) => label).join('、')}{ledger.fields.length > 8 ? '……' : ''}。
      </EmptyPlace>
    );
  }
  return (
    <div className="ledger-table">
      <TableScreen
        subject={subject}
        title={null}
        searched={ledger.about === 'nobody' ? '在台账中找' : '在台账中找：姓名、拼音、证件尾号、村'}
        all={records}
        summary={`${records} 条`}
        arrival={arrival}
        actions={(row, filters) => (
          <>
            <Button onClick={() => setAdding(true)}>新增一条</Button>
            <Button disabled={row === null} title="Ctrl+Delete，可以撤销" onClick={() => { if (row) void remove(row); }}>删除</Button>
            <Button onClick={() => void exportAll(filters)}>导出 Excel</Button>
          </>
        )}
        rowActions={rowActions}
        rowKey={(event, row) => {
          if (!(event.ctrlKey || event.metaKey) || event.key !== 'Delete') return false;
          void remove(row);
          return true;
        }}
      />
      {adding && <AddEntry ledger={ledger} close={() => setAdding(false)} />}
    </div>
  );
}
