import { Button } from 'antd';
import { type FormEvent, type ReactNode, useEffect } from 'react';

interface Props {
  readonly title: string;
  /** In the head, which stays in sight while the fields scroll. */
  readonly actions?: ReactNode;
  /** What the button says that closes it. */
  readonly giveUp: string;
  readonly submit: () => void;
  /** Closes it and gives the keys back to the table. */
  readonly close: () => void;
  readonly children: ReactNode;
}

/** A form beside a table: its head, its fields one under the other, Esc. */
export function SideForm({ title, actions, giveUp, submit, close, children }: Props) {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // What lies above the form, or a cell that is being typed into, closes first.
      const above = document.querySelector('.ant-select-dropdown:not(.ant-select-dropdown-hidden), [role="dialog"]') !== null;
      if (!above && !(event.target instanceof Element && event.target.closest('.value-editor'))) close();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [close]);
  return (
    <aside className="side side-form" aria-label={title}>
      <form onSubmit={(event: FormEvent) => { event.preventDefault(); submit(); }}>
        <header>
          <h2>{title}</h2>
          {actions}
          <Button title="Esc" onClick={close}>{giveUp}</Button>
        </header>
        {children}
      </form>
    </aside>
  );
}
