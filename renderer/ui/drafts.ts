import { create } from 'zustand';

export interface Drafts<T> {
  readonly drafts: Readonly<Record<string, T>>;
  readonly set: (key: string, draft: T | undefined) => void;
}

const forgets: (() => void)[] = [];

/** What is being filled in and is written nowhere yet, by what it is for: it stays while the window shows something else. */
export function createDrafts<T>() {
  const use = create<Drafts<T>>()((set) => ({
    drafts: {},
    set: (key, draft) => set(({ drafts: { [key]: _old, ...others } }) => ({ drafts: draft === undefined ? others : { ...others, [key]: draft } })),
  }));
  forgets.push(() => use.setState({ drafts: {} }));
  return use;
}

/** Another register is opened. */
export function forgetDrafts(): void {
  for (const forget of forgets) forget();
}
