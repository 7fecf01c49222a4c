import { Button, Dropdown, type ButtonProps, type MenuProps } from 'antd';
import { useRef, useState } from 'react';
import { keysToChosen } from './menu-keys.ts';

interface Props extends Pick<ButtonProps, 'type' | 'size' | 'aria-label' | 'children'> {
  readonly items: NonNullable<MenuProps['items']>;
  readonly placement?: 'bottomLeft' | 'bottomRight';
}

/** A button with a menu: opened by a key, the menu has the keys; Esc gives them back to the button. In a small window it scrolls. */
export function MenuButton({ items, placement = 'bottomLeft', ...button }: Props) {
  const opener = useRef<HTMLButtonElement>(null);
  /** What is free above or below the button, whichever is more. */
  const [room, setRoom] = useState(0);
  const measure = (open: boolean): void => {
    const box = opener.current?.getBoundingClientRect();
    if (open && box) setRoom(Math.max(box.top, window.innerHeight - box.bottom) - 16);
  };
  const menu: MenuProps = {
    items,
    style: { maxHeight: room, overflowY: 'auto' },
    onKeyDown: (event) => {
      keysToChosen(event);
      if (event.key !== 'Escape') return;
      // What it stands in stays open.
      event.preventDefault();
      opener.current?.focus();
    },
  };
  return (
    <Dropdown autoFocus trigger={['click']} placement={placement} onOpenChange={measure} menu={menu}>
      <Button ref={opener} aria-haspopup="menu" {...button} />
    </Dropdown>
  );
}
