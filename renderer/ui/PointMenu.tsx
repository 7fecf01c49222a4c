import { Dropdown, type MenuProps } from 'antd';

/** Height of an entry with its gap; a line between entries is less. */
const itemHeight = 31;

/** A menu where the pointer is, or at a cell: as a whole within the window, however low that stands; in a small window it scrolls. */
export function PointMenu({ items, at, label, close, escape = close }: { items: NonNullable<MenuProps['items']>; at: { readonly x: number; readonly y: number }; label?: string; close: () => void; escape?: () => void }) {
  const top = Math.max(0, Math.min(at.y, window.innerHeight - items.length * itemHeight));
  return (
    <Dropdown
      open
      autoFocus
      trigger={['click']}
      menu={{
        items,
        autoFocus: true,
        style: { maxHeight: 'calc(100vh - 24px)', overflowY: 'auto' },
        ...(label === undefined ? {} : { 'aria-label': label }),
        onClick: close,
        onKeyDown: ({ key }) => { if (key === 'Escape') escape(); },
      }}
      onOpenChange={(open) => { if (!open) close(); }}
    >
      <span className="menu-point" style={{ left: at.x, top }} />
    </Dropdown>
  );
}
