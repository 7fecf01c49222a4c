import { type ReactNode, useId } from 'react';
import { create } from 'zustand';

const key = 'mingce.card.folded';

function kept(): readonly string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** Which sections of the card are folded; remembered on this machine. */
const useFolded = create<{ readonly folded: readonly string[]; readonly set: (name: string, fold: boolean) => void }>()((set) => ({
  folded: kept(),
  set: (name, fold) =>
    set((state) => {
      const folded = [...state.folded.filter((each) => each !== name), ...(fold ? [name] : [])];
      localStorage.setItem(key, JSON.stringify(folded));
      return { folded };
    }),
}));

interface Props {
  readonly name: string;
  /** Beside the name: counts, what must be looked at. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the card under its name, which folds it. */
export function Section({ name, note, actions, children }: Props) {
  const { folded, set } = useFolded();
  const body = useId();
  const open = !folded.includes(name);
  return (
    <section className="card-section" data-section={name}>
      <header>
        <h3>
          <button type="button" aria-expanded={open} aria-controls={body} onClick={() => set(name, open)}>
            <span aria-hidden>{open ? '▾' : '▸'}</span> {name}
          </button>
        </h3>
        {note !== undefined && <span className="quiet card-note">{note}</span>}
        {open && actions !== undefined && <span className="card-actions">{actions}</span>}
      </header>
      {open && <div id={body} className="card-body">{children}</div>}
    </section>
  );
}

/** Opens a section and brings it into view. */
export function showSection(card: Element | null, name: string): void {
  useFolded.getState().set(name, false);
  requestAnimationFrame(() => {
    const section = card?.querySelector(`[data-section="${CSS.escape(name)}"]`);
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('h3 button')?.focus({ preventScroll: true });
  });
}
