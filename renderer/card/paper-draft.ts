import { useMemo } from 'react';
import { createDrafts } from '../ui/drafts.ts';
import { useNotices } from '../ui/messages.tsx';

/** What the list of missing papers already knows of the one to be stored. */
export interface Wanted {
  readonly kind: string;
  readonly memberId: string;
  /** The record that it proves. */
  readonly recordId?: string;
  /** Chosen already: dropped or pasted where the form was not open yet. */
  readonly files?: readonly File[];
}

export const paperTexts = ['title', 'on', 'place', 'remark'] as const;

/** Papers that were chosen and are not stored yet. */
export interface PaperDraft {
  readonly files: readonly File[];
  readonly kind: string;
  readonly memberId: string;
  readonly recordId?: string;
  readonly values: Readonly<Partial<Record<(typeof paperTexts)[number], string>>>;
}

/** By the household or the record that they are of. */
const usePaperDrafts = createDrafts<PaperDraft>();

/** 开工.png、粘贴的图片2.png: as many as a line takes. */
const named = (files: readonly File[]): string => `${files.slice(0, 3).map(({ name }) => name).join('、')}${files.length > 3 ? `……共 ${files.length} 份` : ''}`;

export interface PaperForm {
  readonly draft: PaperDraft | undefined;
  /** Opens the form; of one that is open what was chosen stays. */
  readonly open: (wanted: Wanted) => void;
  readonly change: (part: Partial<PaperDraft>) => void;
  readonly take: (files: readonly File[]) => void;
  /** Closes it; files that go with it are told, and come back by one press. */
  readonly drop: () => void;
  /** It was stored. */
  readonly done: () => void;
  /** Its place goes out of sight: what is neither stored nor dropped is told. */
  readonly leave: () => void;
}

/** The form of papers of one household or record: open for as long as there is a draft of it. */
export function usePaperForm(owner: string): PaperForm {
  const draft = usePaperDrafts(({ drafts }) => drafts[owner]);
  const notices = useNotices();
  const actions = useMemo((): Omit<PaperForm, 'draft'> => {
    const now = (): PaperDraft | undefined => usePaperDrafts.getState().drafts[owner];
    const set = (next: PaperDraft | undefined): void => usePaperDrafts.getState().set(owner, next);
    const change = (part: Partial<PaperDraft>): void => {
      const before = now();
      if (before) set({ ...before, ...part });
    };
    const take = (files: readonly File[]): void => change({ files: [...(now()?.files ?? []), ...files] });
    return {
      change,
      take,
      open({ files = [], ...wanted }) {
        if (now() === undefined) return set({ ...wanted, values: {}, files });
        if (wanted.kind !== '') change(wanted);
        take(files);
      },
      drop() {
        const before = now();
        set(undefined);
        if (before && before.files.length > 0) notices.done(`放下了没有存的材料：${named(before.files)}`, { label: '接着存', run: () => set(before) });
      },
      done: () => set(undefined),
      leave() {
        const files = now()?.files ?? [];
        if (files.length > 0) notices.done(`材料还没有存：${named(files)}。回到这里接着存`);
      },
    };
  }, [notices, owner]);
  return { draft, ...actions };
}
