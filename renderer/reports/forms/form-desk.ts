import { create } from 'zustand';
import type { FormWho } from '../../../shared/contract/templates.ts';
import type { FormSheetWord, FormWord } from '../../../shared/templates/form.ts';
import type { PickedRows } from '../../app/place.ts';
import { tableOf } from '../../../shared/sheets/table.ts';
import { createWork } from '../../ui/work.ts';

/** The blank that is being filled: a file that came in, or one that the register keeps. */
export interface ChosenBlank {
  /** Tells one that came in from another of the same name. */
  readonly key: string;
  readonly name: string;
  readonly blank: File | number;
}

export interface ChosenWho {
  readonly who: FormWho;
  readonly called: string;
}

interface FormDesk {
  readonly chosen: ChosenBlank | null;
  /** What was said of it. */
  readonly word: FormWord;
  /** The sheet that is looked at; '' is the first that is filled. */
  readonly sheet: string;
  readonly who: ChosenWho;
  readonly bundle: 'files' | 'sheets';
  readonly take: (blank: File) => void;
  readonly takeKept: (id: number, name: string) => void;
  readonly leave: () => void;
  readonly look: (sheet: string) => void;
  readonly say: (word: FormWord) => void;
  readonly sayOf: (sheet: FormSheetWord) => void;
  readonly setWho: (who: ChosenWho) => void;
  readonly setBundle: (bundle: 'files' | 'sheets') => void;
}

export const everybody: ChosenWho = { who: { by: 'all' }, called: '全部' };
const fresh = { word: {}, sheet: '', bundle: 'files' } as const;

/** The form on screen; it stays while the user looks at a household and comes back. */
export const useFormDesk = create<FormDesk>()((set, get) => ({
  ...fresh,
  chosen: null,
  who: everybody,
  take: (blank) => set({ ...fresh, chosen: { key: `${blank.name} ${blank.size} ${blank.lastModified} ${crypto.randomUUID()}`, name: blank.name, blank } }),
  takeKept: (id, name) => set({ ...fresh, chosen: { key: `kept ${id}`, name, blank: id } }),
  leave: () => set({ ...fresh, chosen: null }),
  look: (sheet) => set({ sheet }),
  say: (word) => set({ word: { ...get().word, ...word } }),
  sayOf(sheet) {
    const others = (get().word.sheets ?? []).filter((each) => each.sheet !== sheet.sheet);
    const before = get().word.sheets?.find((each) => each.sheet === sheet.sheet);
    set({ word: { ...get().word, sheets: [...others, { ...before, ...sheet, columns: { ...before?.columns, ...sheet.columns }, places: { ...before?.places, ...sheet.places } }] } });
  },
  setWho: (who) => set({ who }),
  setBundle: (bundle) => set({ bundle }),
}));

/** Rows that were picked in a table go onto the form. */
export function pickRows({ subject, ids }: PickedRows): void {
  useFormDesk.getState().setWho({ who: { by: 'rows', subject, ids: [...ids] }, called: `选中的 ${ids.length} ${tableOf(subject).one}` });
}

export const useFormWork = createWork();

/** Another register has other people. */
export const forgetForms = (): void => useFormDesk.setState({ ...fresh, chosen: null, who: everybody });
