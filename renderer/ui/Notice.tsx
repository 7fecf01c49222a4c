import { Button } from 'antd';
import { useEffect } from 'react';
import type { NoticeEntry } from './messages.tsx';

/** Long enough to read and to reach the button. */
const doneStays = 8000;

export function Notice({ entry, close }: { entry: NoticeEntry; close: () => void }) {
  const trouble = entry.tone === 'trouble';
  useEffect(() => {
    if (trouble) return;
    const timer = setTimeout(close, doneStays);
    return () => clearTimeout(timer);
    // A notice never changes; `close` is new with every drawing of the board.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [trouble, entry.id]);
  const { action } = entry;
  return (
    <div className={`notice notice-${entry.tone}`} role={trouble ? 'alert' : 'status'}>
      <span className="notice-mark" aria-hidden>{trouble ? '!' : '✓'}</span>
      <div className="notice-text">
        <strong>{entry.what}</strong>
        {entry.where !== undefined && <div className="quiet">{entry.where}</div>}
        {entry.remedy !== undefined && <div>{entry.remedy}</div>}
        {action && (
          <Button size="small" className="notice-action" onClick={() => { close(); action.run(); }}>
            {action.label}
          </Button>
        )}
      </div>
      <button type="button" className="notice-close" aria-label="关闭这条消息" onClick={close}>×</button>
    </div>
  );
}
