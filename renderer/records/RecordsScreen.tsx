import { Button } from 'antd';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { RecordSubject } from '../../shared/sheets/subject.ts';
import { tableOf } from '../../shared/sheets/table.ts';
import type { TableRow } from '../../shared/contract/tables.ts';
import { NothingYet } from '../app/NothingYet.tsx';
import { navigate, useOnlyLooking, usePlace, useRegister } from '../app/session.tsx';
import type { GridEvents } from '../grid/grid-context.ts';
import { restOfBlock } from '../inserting/rest-of-block.ts';
import type { RowAction } from '../table/CellMenu.tsx';
import { NewRowsPanel } from '../inserting/NewRowsPanel.tsx';
import { RemoveRow } from '../table/RemoveRow.tsx';
import { TableScreen, type TableHandle } from '../table/TableScreen.tsx';
import { Screen } from '../ui/Screen.tsx';

const nowhere = {};

const rowActions: Readonly<Record<RecordSubject, (row: TableRow) => readonly RowAction[]>> = {
  households: () => [],
  people: ({ householdId }) => [{ key: 'household', label: '在“户”里看这一户', onClick: () => navigate({ screen: 'households', rowId: householdId }) }],
};

type Into = { readonly id: string; readonly name: string } | null;

/** The household of new people whose row names none: that of the row under the cursor. */
const intoOf = (subject: RecordSubject, row: TableRow | null): Into =>
  subject === 'people' && row ? { id: row.householdId, name: `户 ${String(row.values['householdNo'] ?? '')} ${String(row.values['headName'] ?? '')}`.trim() } : null;

/** The households or the people of the register in a grid, with the card of the household beside it. */
export function RecordsScreen({ subject }: { subject: RecordSubject }) {
  const register = useRegister();
  const place = usePlace();
  const table = useRef<TableHandle>(null);
  const [panel, setPanel] = useState<TableRow | null>(null);
  /** New rows are being typed; of people also into which household, where a row names none. */
  const [adding, setAdding] = useState<{ readonly into: Into } | null>(null);
  const past = useOnlyLooking() !== null;
  const close = useCallback((): void => {
    setPanel(null);
    table.current?.focus();
  }, []);
  const stopAdding = useCallback((): void => {
    setAdding(null);
    table.current?.focus();
  }, []);
  const rest = useMemo((): GridEvents['rest'] => (past ? null : {
    refuse: (of) => restOfBlock.refuse(subject, of),
    take: (of, row) => {
      const into = intoOf(subject, row);
      restOfBlock.take(subject, of, into);
      setAdding({ into });
    },
  }), [past, subject]);
  const { title } = tableOf(subject);
  if (register.people === 0 && register.households === 0 && adding === null) {
    return (
      <Screen title={title}>
        <NothingYet title="登记册里还没有户和人" way="导入省里的表" besides={subject === 'households' && <Button onClick={() => setAdding({ into: null })}>逐户录入</Button>}>
          把省里下发的户表、人员表、收入表导进来，或者直接把文件拖到这个窗口里。
        </NothingYet>
      </Screen>
    );
  }
  const add = (row: TableRow | null): void => setAdding({ into: intoOf(subject, row) });
  const actions = (row: TableRow | null): ReactNode => (past ? null : (
    <>
      <Button type="text" title="Ctrl+Shift+E" onClick={() => table.current?.bulk()}>批量修改</Button>
      <Button type="text" aria-pressed={adding !== null} title="Insert" onClick={() => (adding ? stopAdding() : add(row))}>{subject === 'people' ? '新增成员' : '新增户'}</Button>
    </>
  ));
  const beside =
    panel === null || past ? undefined : (
      <RemoveRow key={panel.id} entity={subject === 'people' ? 'member' : 'household'} row={panel} close={close} />
    );
  return (
    <TableScreen
      key={`${register.file} ${subject}`}
      subject={subject}
      title={title}
      searched="在表中找：姓名、拼音、证件尾号、电话、村"
      all={subject === 'people' ? register.people : register.households}
      summary={`${register.people} 人 · ${register.households} 户`}
      arrival={place.screen === subject ? place : nowhere}
      actions={actions}
      beside={beside}
      rest={rest}
      below={adding && !past ? <NewRowsPanel key={adding.into?.id ?? subject} subject={subject} into={adding.into} show={(id) => navigate({ screen: subject, rowId: id })} close={stopAdding} /> : undefined}
      rowKey={(event, row) => {
        if (event.key !== 'Insert' || event.ctrlKey || event.shiftKey || past) return false;
        add(row);
        return true;
      }}
      rowActions={(row) => [...rowActions[subject](row), ...(past ? [] : [{ key: 'remove', label: subject === 'people' ? '减少或删除这个人……' : '删除这一户……', onClick: () => setPanel(row) }])]}
      handle={table}
    />
  );
}
