import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Subject } from '../../shared/sheets/subject.ts';
import { lockOf } from '../../shared/sheets/table-lock.ts';
import { rowName, tableOf } from '../../shared/sheets/table.ts';
import { useClient, useOnlyLooking, useRegister, useYear } from '../app/session.tsx';
import { usePutBack } from '../card/put-back.ts';
import { useMasked } from '../grid/masked-numbers.ts';
import type { CellAt } from '../grid/TableGrid.tsx';
import { HistoryEntries } from '../ui/HistoryEntries.tsx';
import { Reading } from '../ui/Reading.tsx';
import '../card/card.css';

/** Every value that a cell has had: old, new, when, who, from which file or by hand. */
export function CellHistory({ subject, cell, close }: { subject: Subject; cell: CellAt; close: () => void }) {
  const client = useClient();
  const year = useYear();
  const { revision } = useRegister();
  const history = useQuery({
    queryKey: ['cellHistory', subject, cell.row.id, cell.field.key, year, revision],
    queryFn: () => client.tables.history({ subject, id: cell.row.id, year, field: cell.field.key }),
    placeholderData: (before) => before,
  });
  const masked = useMasked((state) => state.masked);
  const putBack = usePutBack();
  const locked = useOnlyLooking() !== null || lockOf(tableOf(subject), cell.field) !== null;
  const name = rowName(tableOf(subject), cell.row.values);
  return (
    <aside className="side" aria-label="修改记录">
      <header>
        <h2>{name} · {cell.field.label}</h2>
        <Button type="text" size="small" aria-label="关闭修改记录" title="Esc" onClick={close}>×</Button>
      </header>
      {(history.isPending || history.isError) && <Reading of={history} what="修改记录" />}
      {history.data?.length === 0 && <p className="quiet">这一格没有改动过。</p>}
      <HistoryEntries
        field={cell.field.key}
        entries={history.data ?? []}
        masked={masked}
        putBack={locked || history.isFetching ? undefined : (value) => void putBack({ subject, id: cell.row.id, year, field: cell.field, base: revision }, value)}
      />
    </aside>
  );
}
