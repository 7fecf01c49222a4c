import { Button } from 'antd';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { TableRow } from '../../shared/contract/tables.ts';
import type { Ledger } from '../../shared/register/ledgers/ledger.ts';
import { ledgerSubject } from '../../shared/sheets/subject.ts';
import { NothingYet } from '../app/NothingYet.tsx';
import { navigate, useOnlyLooking, usePlace, useYear } from '../app/session.tsx';
import type { FilterModel, GridEvents } from '../grid/grid-context.ts';
import { restOfBlock } from '../inserting/rest-of-block.ts';
import type { Arrival } from '../table/arrival.ts';
import type { RowAction } from '../table/CellMenu.tsx';
import { NewRowsPanel } from '../inserting/NewRowsPanel.tsx';
import { TableScreen, type TableHandle } from '../table/TableScreen.tsx';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';
import { AddEntry } from './AddEntry.tsx';
import { useLedgerWork } from './ledger-work.ts';

const nowhere: Arrival = {};
const useExporting = createWork();

/** Who tells it, how its records come, what a record holds. */
const source = ({ department, sheet }: Ledger): string => (sheet === null ? '随户表、人员表的导入和变动一并记下' : department === '扶贫办' ? '本办登记' : `${department}提供`);
const contents = ({ fields }: Ledger): string => `${fields.slice(0, 10).map(({ label }) => label).join('、')}${fields.length > 10 ? '……' : ''}`;

/** One ledger in the grid, with its records added, taken out and handed on as a sheet. */
export function LedgerTable({ ledger, records }: { ledger: Ledger; records: number }) {
  const place = usePlace();
  const table = useRef<TableHandle>(null);
  const past = useOnlyLooking() !== null;
  const [adding, setAdding] = useState(false);
  const [several, setSeveral] = useState(false);
  const exporting = useExporting();
  const { remove, exportSheet } = useLedgerWork(ledger, exporting);
  const subject = ledgerSubject(ledger.key);
  const arrival = useMemo((): Arrival => {
    if (place.screen !== 'ledgers') return nowhere;
    const { rowId, householdNo } = place;
    return { rowId, ...(householdNo === undefined ? {} : { filters: { householdNo: { field: 'householdNo', test: 'equals', value: householdNo } } }) };
  }, [place]);
  const stopAdding = useCallback(() => {
    setAdding(false);
    table.current?.focus();
  }, []);

  const stopSeveral = useCallback(() => {
    setSeveral(false);
    table.current?.focus();
  }, []);

  const rest = useMemo((): GridEvents['rest'] => (past ? null : {
    refuse: (of) => restOfBlock.refuse(subject, of),
    take: (of) => {
      restOfBlock.take(subject, of);
      setSeveral(true);
    },
  }), [past, subject]);

  if (records === 0 && !adding && !several) {
    return (
      <NothingYet title={`“${ledger.label}”还没有内容`} besides={<><Button onClick={() => setAdding(true)}>新增一条</Button><Button onClick={() => setSeveral(true)}>新增几条</Button></>}>
        {source(ledger)}，记{contents(ledger)}。
      </NothingYet>
    );
  }
  const rowActions = (row: TableRow): readonly RowAction[] => [
    ...(row.memberId === undefined ? [] : [{ key: 'person', label: '在“人”里看这个人', onClick: () => navigate({ screen: 'people', rowId: row.memberId ?? '' }) }]),
    ...(row.householdId === '' ? [] : [{ key: 'household', label: '在“户”里看这一户', onClick: () => navigate({ screen: 'households', rowId: row.householdId }) }]),
    ...(past ? [] : [{ key: 'remove', label: '删除这一条', extra: 'Ctrl+Delete', onClick: () => void remove(row) }]),
  ];
  const actions = (row: TableRow | null, filters: FilterModel): ReactNode => (
    <>
      {ledger.year !== 'none' && <OneYear filters={filters} set={(next) => table.current?.setFilters(next)} />}
      {!past && <Button type="text" disabled={row === null} title="Ctrl+Delete，可以撤销" onClick={() => { if (row) void remove(row); }}>删除这一条</Button>}
    </>
  );
  return (
    <section className="ledger" aria-label={ledger.label}>
      <header className="ledger-head">
        <h1>{ledger.label}</h1>
        <span className="quiet">{source(ledger)}</span>
        <div className="ledger-actions">
          <Button disabled={exporting.running || records === 0} title="导出表里现在看到的这些行，改过还能原样导入" onClick={() => { if (table.current) void exportSheet(table.current.query()); }}>导出 Excel</Button>
          {!past && <Button disabled={records === 0} title="Ctrl+Shift+E" onClick={() => table.current?.bulk()}>批量修改</Button>}
          {!past && <Button disabled={several} title="Insert；从 Excel 粘贴也行" onClick={() => setSeveral(true)}>新增几条</Button>}
          {!past && <Button type="primary" disabled={adding} onClick={() => setAdding(true)}>新增一条</Button>}
        </div>
      </header>
      <WorkBar work={exporting} what="正在导出" />
      <TableScreen
        subject={subject}
        title={null}
        searched={ledger.about === 'nobody' ? '在台账中找' : '在台账中找：姓名、证件尾号、村、内容'}
        all={records}
        summary={`${records} 条`}
        arrival={arrival}
        handle={table}
        actions={actions}
        rowActions={rowActions}
        rowKey={(event, row) => {
          if (event.key === 'Insert' && !event.ctrlKey && !event.shiftKey && !past) {
            setSeveral(true);
            return true;
          }
          if (!(event.ctrlKey || event.metaKey) || event.key !== 'Delete') return false;
          void remove(row);
          return true;
        }}
        rest={rest}
        below={several && !past ? <NewRowsPanel subject={subject} show={(id) => navigate({ screen: 'ledgers', ledger: ledger.key, rowId: id })} close={stopSeveral} /> : undefined}
        beside={adding && !past ? <AddEntry ledger={ledger} close={stopAdding} /> : null}
      />
    </section>
  );
}

/** Records of every year, or of the year that the window stands in. */
function OneYear({ filters, set }: { filters: FilterModel; set: (filters: FilterModel) => void }) {
  const year = useYear();
  const { year: of, ...others } = filters;
  const on = of?.test === 'in' && of.values.length === 1 && of.values[0] === year;
  return (
    <Button type="text" aria-pressed={on} onClick={() => set(on ? others : { ...others, year: { field: 'year', test: 'in', values: [year] } })}>
      {on ? '☑' : '☐'} 只看 {year} 年
    </Button>
  );
}
