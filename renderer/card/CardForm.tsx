import type { ClipboardEvent, FormEvent, ReactNode } from 'react';
import { useKeysWithin } from '../ui/keys-within.ts';

interface Props {
  readonly label: string;
  readonly submit: () => void;
  readonly close: () => void;
  readonly onPaste?: (event: ClipboardEvent) => void;
  readonly children: ReactNode;
}

/** What is filled in on the card and beside a record; Esc closes it. */
export function CardForm({ label, submit, close, onPaste, children }: Props) {
  const form = useKeysWithin<HTMLFormElement>();
  return (
    <form
      ref={form}
      className="card-form"
      aria-label={label}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
      onPaste={onPaste}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      {children}
    </form>
  );
}
