import type { RowsQuery, TableRow } from '../../shared/contract/tables.ts';
import type { Ledger } from '../../shared/register/ledgers/ledger.ts';
import { ledgerSubject } from '../../shared/sheets/subject.ts';
import { useClient, useRefreshRegister, useSaving, useTakeBack } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { askLeave } from '../ui/leave-gate.ts';
import { useNotices } from '../ui/messages.tsx';
import type { Work } from '../ui/work.ts';

/** What is done with a ledger's records besides editing: taking one out, and the sheet of what the table shows. */
export function useLedgerWork(ledger: Ledger, exporting: Work) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const takeBack = useTakeBack();

  const remove = async (row: TableRow): Promise<void> => {
    try {
      const { label, revision } = await track(client.tables.removeEntry({ subject: ledgerSubject(ledger.key), id: row.id, base: row.revision }));
      await refresh();
      notices.done(label, takeBack(revision));
    } catch (error) {
      notices.refused(error, '删除这一条');
    }
  };
  const exportSheet = async (query: RowsQuery): Promise<void> => {
    const leaving = await askLeave(ledger.label, 'reduced');
    if (!leaving) return;
    try {
      const sheet = await exporting.run(client, (job) => client.papers.exportSheet({ ...query, ...leaving, job }));
      download(sheet, sheet.name);
      notices.done(`已导出“${ledger.label}”：${sheet.name}`);
    } catch (error) {
      notices.refused(error, `导出“${ledger.label}”`);
    }
  };
  return { remove, exportSheet };
}
