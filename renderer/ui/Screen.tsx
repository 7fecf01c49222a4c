import type { ReactNode } from 'react';

/** A page of the window: its name, a note beside it, its actions, and the body that scrolls. */
export function Screen(props: { title: string; note?: ReactNode; actions?: ReactNode; narrow?: boolean; children: ReactNode }) {
  return (
    <>
      <header className="screen-head">
        <h1>{props.title}</h1>
        {props.note !== undefined && <span className="screen-note">{props.note}</span>}
        {props.actions !== undefined && <div className="screen-actions">{props.actions}</div>}
      </header>
      <div className={props.narrow ? 'screen-body narrow' : 'screen-body'}>{props.children}</div>
    </>
  );
}

/** What a screen says while it has nothing: what belongs here, and the first step. */
export function EmptyPlace(props: { title: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="empty-place">
      <h2>{props.title}</h2>
      <div className="quiet">{props.children}</div>
      {props.actions !== undefined && <div className="empty-actions">{props.actions}</div>}
    </div>
  );
}
