import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useEffect, useRef } from 'react';
import { noteMade } from '../app/saving.ts';
import { useClient, useOnlyLooking, useRefreshRegister, useRegister, useSaving } from '../app/session.tsx';
import { inText } from '../ui/in-text.ts';
import { useNotices } from '../ui/messages.tsx';

/** 撤销 and 重做 with Ctrl+Z and Ctrl+Y, over the register's log: whatever was written last, wherever. */
export function UndoButtons() {
  const client = useClient();
  const { file, revision } = useRegister();
  const past = useOnlyLooking() !== null;
  const refresh = useRefreshRegister();
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  const state = useQuery({ queryKey: ['undoState', revision], queryFn: () => client.tables.undoState(), placeholderData: (before) => before });
  // Steps follow one another: the second Ctrl+Z waits for the first.
  const last = useRef<Promise<void>>(Promise.resolve());

  const step = useCallback(
    (way: 'undo' | 'redo'): void => {
      last.current = last.current.then(async () => {
        try {
          const done = await track(way === 'undo' ? client.tables.undo() : client.tables.redo());
          noteMade(file, done.revision);
          const kept = done.kept > 0 ? `，${done.kept} 处后来又改过，没有动` : '';
          notices.done(`${way === 'undo' ? '已撤销' : '已重做'}：${done.label}${kept}`);
          await refresh();
        } catch (error) {
          notices.refused(error, way === 'undo' ? '撤销' : '重做');
        }
      });
    },
    [client, file, notices, refresh, track],
  );

  useEffect(() => {
    if (past) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || inText(event.target)) return;
      const key = event.key.toLowerCase();
      const way = key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : null;
      if (way === null) return;
      event.preventDefault();
      step(way);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [step, past]);

  if (past) return null;
  const { undo = null, redo = null } = state.data ?? {};
  return (
    <span className="undo-buttons">
      <Button type="text" disabled={undo === null} title={undo === null ? '没有可撤销的' : `撤销：${undo}（Ctrl+Z）`} onClick={() => step('undo')}>↶ 撤销</Button>
      <Button type="text" disabled={redo === null} title={redo === null ? '没有可重做的' : `重做：${redo}（Ctrl+Y）`} onClick={() => step('redo')}>↷ 重做</Button>
    </span>
  );
}
