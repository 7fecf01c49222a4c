import { Button, Dropdown, type ButtonProps, type MenuProps } from 'antd';
import { useRef } from 'react';

interface Props extends Pick<ButtonProps, 'type' | 'size' | 'aria-label' | 'children'> {
  readonly items: NonNullable<MenuProps['items']>;
  readonly placement?: 'bottomLeft' | 'bottomRight';
}

/** A button with a menu: opened by a key, the menu has the keys; Esc gives them back to the button. */
export function MenuButton({ items, placement = 'bottomLeft', ...button }: Props) {
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <Dropdown autoFocus trigger={['click']} placement={placement} menu={{ items, onKeyDown: ({ key }) => { if (key === 'Escape') opener.current?.focus(); } }}>
      <Button ref={opener} aria-haspopup="menu" {...button} />
    </Dropdown>
  );
}
