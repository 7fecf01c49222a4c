import { Popover } from 'antd';
import { type KeyboardEvent, type ReactElement, type ReactNode, useRef } from 'react';
import { firstStop } from './areas.ts';

interface Props {
  readonly content: ReactNode;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Where the keys go when it closes; without it, to the button that opened it. */
  readonly back?: () => void;
  /** The button that opens it. */
  readonly children: ReactElement;
}

/** What opens below a button: the keys go into it, Esc closes it and gives them back. It stands elsewhere in the page, where Tab would not come by. */
export function KeyPopover({ content, open, onOpenChange, back, children }: Props) {
  const inside = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  const onKey = (event: KeyboardEvent): void => {
    // A list that is open in it closes first.
    const list = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true';
    if (event.key !== 'Escape' || list) return;
    event.stopPropagation();
    onOpenChange(false);
    if (back) back();
    else if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      open={open}
      onOpenChange={(next) => {
        if (next) opener.current = document.activeElement;
        onOpenChange(next);
      }}
      // Before it stands in its place it cannot take the keys.
      afterOpenChange={(stands) => {
        if (stands && inside.current?.contains(document.activeElement) === false) firstStop(inside.current)?.focus();
      }}
      content={<div ref={inside} onKeyDown={onKey}>{content}</div>}
    >
      {children}
    </Popover>
  );
}
