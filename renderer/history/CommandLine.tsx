import { Button } from 'antd';
import { useState } from 'react';
import type { CommandRow } from '../../shared/contract/history.ts';
import type { UndoResult } from '../../shared/changes/plan-types.ts';
import { navigate, useClient, useOnlyLooking, useRefreshRegister, useSaving } from '../app/session.tsx';
import { Problem } from '../ui/Problem.tsx';
import { timeText } from '../ui/times.ts';
import { UndoOutcome } from '../ui/UndoOutcome.tsx';
import { CommandChanges } from './CommandChanges.tsx';

/** One command: a line, its changes when opened, and taking it back. */
export function CommandLine({ row, shown = false }: { row: CommandRow; shown?: boolean }) {
  const client = useClient();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const past = useOnlyLooking() !== null;
  const [open, setOpen] = useState(shown);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<UndoResult | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const undoable = row.undoneBy === null && row.changes > 0 && row.kind !== 'undo' && !past;

  const undo = async (): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      // An import is taken back as the batch that it is, so that the list of imports knows.
      setOutcome(await track(row.kind === 'import' && row.batch !== null ? client.importing.undo({ batch: row.batch }) : client.history.undo({ command: row.command })));
      await refresh();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <tr>
        <td>
          <button type="button" className="fold" aria-expanded={open} aria-label={`${row.label} 的改动`} onClick={() => setOpen(!open)}>{open ? '▾' : '▸'}</button>
        </td>
        <td className="nowrap">{timeText(row.at)}</td>
        <td className="nowrap">{row.who}</td>
        <td className={row.undoneBy === null ? '' : 'undone'}>{row.label}</td>
        <td className="amount nowrap">{row.changes} 项</td>
        <td className="nowrap history-act">
          {undoable && <Button size="small" loading={busy} onClick={() => void undo()}>撤销这一步</Button>}
          {row.undoneBy !== null && <span className="quiet">已撤销</span>}
        </td>
      </tr>
      {(outcome !== null || trouble !== null) && (
        <tr>
          <td />
          <td colSpan={5}>
            {trouble !== null && <Problem error={trouble} doing="撤销" />}
            {outcome && <UndoOutcome result={outcome} look={(command) => navigate({ screen: 'history', command })} />}
          </td>
        </tr>
      )}
      {open && (
        <tr>
          <td />
          <td colSpan={5}><CommandChanges command={row.command} /></td>
        </tr>
      )}
    </>
  );
}
