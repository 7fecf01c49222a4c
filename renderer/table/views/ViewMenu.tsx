import { Button, Popover } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Views } from './use-views.ts';
import type { ViewWork } from './view-work.ts';
import { FreezeForm } from './FreezeForm.tsx';
import { NameForm } from './NameForm.tsx';
import { meansOf, PinForm } from './PinForm.tsx';
import { ViewPanel } from './ViewPanel.tsx';
import './views.css';

interface Props {
  readonly views: Views;
  readonly work: ViewWork;
  /** Shows a frozen list beside the table. */
  readonly showFrozen: (id: string) => void;
  readonly focusGrid: () => void;
}

export type ViewTask = 'list' | 'save' | 'rename' | 'freeze' | 'pin';

/** The view that is open, and the list of views to open another: a button, or Alt+V. */
export function ViewMenu({ views, work, showFrozen, focusGrid }: Props) {
  const [shown, setShown] = useState(false);
  const [task, setTask] = useState<ViewTask>('list');
  const panel = useRef<HTMLDivElement>(null);
  const { open, changed } = views;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyV') return;
      event.preventDefault();
      setTask('list');
      setShown((now) => !now);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  const close = (): void => {
    setShown(false);
    focusGrid();
  };
  const done = (ok: boolean): void => {
    if (ok) close();
  };
  const saved = open?.saved ?? null;
  const back = (): void => setTask('list');
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      open={shown}
      // Before it stands in its place it cannot take the cursor.
      afterOpenChange={(stands) => { if (stands) panel.current?.querySelector('input')?.focus(); }}
      onOpenChange={(next) => { setShown(next); if (next) setTask('list'); }}
      content={(
        <div ref={panel} className="view-panel" role="dialog" aria-label="视图" onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); close(); } }}>
          {task === 'list' && <ViewPanel views={views} work={work} setTask={setTask} close={close} showFrozen={showFrozen} />}
          {task === 'save' && <NameForm title="另存为视图" verb="保存" name={saved ? `${saved.name} 2` : (open?.name ?? '')} forAll={false} submit={async (name, forAll) => done(await work.save(name, forAll, null))} back={back} />}
          {task === 'rename' && <NameForm title="改视图的名字" verb="改名" name={saved?.name ?? ''} forAll={saved?.forAll ?? false} submit={async (name, forAll) => done(saved !== null && (await work.rename(saved, name, forAll)))} back={back} />}
          {task === 'pin' && <PinForm name={open?.name ?? ''} means={meansOf(views)} submit={async (name, means) => done(await work.pin(name, means))} back={back} />}
          {task === 'freeze' && <FreezeForm name={open?.name ?? views.table.title} submit={async (name, day, reason) => done(await work.freeze(name, day, reason))} back={back} />}
        </div>
      )}
    >
      <Button type="text" className="view-button" aria-haspopup="dialog" aria-expanded={shown} title="换视图 Alt+V">
        <span className="view-name">视图{open ? `：${open.name}` : ''}{changed ? '（改过）' : ''}</span> ▾
      </Button>
    </Popover>
  );
}
