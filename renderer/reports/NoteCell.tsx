import { Input } from 'antd';
import { useEffect, useState } from 'react';
import type { MadeReport } from '../../shared/reports/made-report.ts';
import { useClient, useRefreshRegister, useSaving } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';

/** What the clerk writes beside a row, saved when the cell is left; undo takes it back. */
export function NoteCell({ made, place, label, text }: { made: MadeReport; place: string; label: string; text: string }) {
  const client = useClient();
  const refresh = useRefreshRegister();
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const save = async (): Promise<void> => {
    if (typed.trim() === text) return;
    try {
      await track(client.reports.write({ report: made.key, period: made.period, place, text: typed }));
      await refresh();
    } catch (error) {
      notices.refused(error, `写入“${label}”`);
    }
  };
  return <Input.TextArea aria-label={label} autoSize={{ minRows: 1, maxRows: 6 }} variant="borderless" maxLength={2000} value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={() => void save()} />;
}
