import { Dropdown, type MenuProps } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { keysToChosen } from './menu-keys.ts';
import { heedNoRest } from './resting-mouse.ts';

/** Height of an entry with its gap; a line between entries is less. */
const itemHeight = 31;

/** A menu that has the keys at once: the library gives them to it three frames later, and what quick hands pressed before went nowhere. */
function WithKeys({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return;
    box.current.querySelector<HTMLElement>('[role="menuitem"]:not([aria-disabled="true"])')?.focus({ preventScroll: true });
    return heedNoRest(box.current);
  }, []);
  return <div ref={box}>{children}</div>;
}

const withKeys = (menu: ReactNode): ReactNode => <WithKeys>{menu}</WithKeys>;

/** A menu where the pointer is, or at a cell: as a whole within the window, however low that stands; in a small window it scrolls. */
export function PointMenu({ items, at, label, close, escape = close }: { items: NonNullable<MenuProps['items']>; at: { readonly x: number; readonly y: number }; label?: string; close: () => void; escape?: () => void }) {
  const top = Math.max(0, Math.min(at.y, window.innerHeight - items.length * itemHeight));
  return (
    <Dropdown
      open
      trigger={['click']}
      menu={{
        items,
        style: { maxHeight: 'calc(100vh - 24px)', overflowY: 'auto' },
        ...(label === undefined ? {} : { 'aria-label': label }),
        onClick: close,
        onKeyDown: (event) => {
          keysToChosen(event);
          if (event.key === 'Escape') escape();
        },
      }}
      popupRender={withKeys}
      onOpenChange={(open) => { if (!open) close(); }}
    >
      <span className="menu-point" style={{ left: at.x, top }} />
    </Dropdown>
  );
}
