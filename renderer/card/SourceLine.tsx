import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { lockOf } from '../../shared/sheets/table-lock.ts';
import { tableOf } from '../../shared/sheets/table.ts';
import { useClient } from '../app/session.tsx';
import { cellText } from '../grid/grid-columns.ts';
import { HistoryEntries, sourceText } from '../ui/HistoryEntries.tsx';
import { timeText } from '../ui/times.ts';
import { useCard } from './card-desk.ts';
import { usePutBack } from './put-back.ts';

/** At the foot of the card: the value under the cursor, where it came from, and everything that it has been. */
export function SourceLine() {
  const { card, chosen, frozen, masked } = useCard();
  const putBack = usePutBack();
  const client = useClient();
  const [open, setOpen] = useState(false);
  const address = chosen && { subject: chosen.subject, id: chosen.id, year: chosen.year, field: chosen.field.key };
  const history = useQuery({
    queryKey: ['cellHistory', address, card.revision],
    enabled: address !== null,
    queryFn: () => (address === null ? [] : client.tables.history(address)),
  });
  useEffect(() => setOpen(false), [chosen?.id, chosen?.field.key, chosen?.year]);
  if (chosen === null) return <footer className="card-source"><p className="quiet">点一个值，这里说它从哪里来{frozen ? '' : '；双击或按 F2 改'}。PageUp、PageDown 换户。</p></footer>;
  const entries = history.data ?? [];
  const [last] = entries;
  const { field, whose } = chosen;
  const locked = frozen !== null || lockOf(tableOf(chosen.subject), field) !== null;
  // What was written a moment ago is told by the history before the cell is chosen again.
  const value = cellText(field, last === undefined || field.derived ? chosen.value : last.new, masked);
  return (
    <footer className="card-source">
      <p>
        <strong>{whose} · {field.label}</strong>{value === '' ? '' : `：${value}`}{' '}
        <span className="quiet">{field.derived ? '来自户主本人' : last ? `来自 ${sourceText(last)} · ${timeText(last.at)} · ${last.who}` : history.isFetching ? '' : '没有填过'}</span>
        {entries.length > 0 && <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? '收起' : `修改记录 ${entries.length}`}</button>}
      </p>
      {open && <div className="card-source-list"><HistoryEntries field={field.key} entries={entries} masked={masked} putBack={locked || history.isFetching ? undefined : (value) => void putBack({ ...chosen, base: card.revision }, value)} /></div>}
    </footer>
  );
}
