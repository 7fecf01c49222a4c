import { create } from 'zustand';
import type { Matching } from '../../shared/changes/matching.ts';
import type { Client } from '../client/connect.ts';
import { isCancelled } from '../ui/refusal.ts';
import { createWork } from '../ui/work.ts';

interface MatchDesk {
  readonly open: boolean;
  readonly file: File | null;
  /** A subject or `everybody`; '' leaves it to the list. */
  readonly as: string;
  readonly found: Matching | null;
  /** Of the list that is on screen; a quadrant's key. */
  readonly quadrant: string | null;
  readonly trouble: unknown;
  /** Answers were given since the list was held against the register. */
  readonly stale: boolean;
  readonly show: (open: boolean) => void;
  readonly choose: (file: File) => void;
  readonly setAs: (as: string) => void;
  readonly look: (quadrant: string) => void;
  readonly match: (client: Client, year: number) => Promise<void>;
  /** Says who rows are, and compares again where that is quick. */
  readonly answer: (client: Client, year: number, answers: readonly RowAnswer[]) => Promise<void>;
}

/** Who a row is: somebody of the register, nobody of it (null), or no longer said (undefined). */
export interface RowAnswer {
  readonly theirs: string;
  readonly memberId: string | null | undefined;
}

/** A list of more rows is compared again when the clerk asks for it. */
const quickRows = 5000;
const empty = { open: false, file: null, as: '', found: null, quadrant: null, trouble: null, stale: false } as const;

/** The list that is held against the register. It stays while the user looks at a person and comes back. */
export const useMatchDesk = create<MatchDesk>()((set, get) => ({
  ...empty,
  show: (open) => set({ open }),
  choose: (file) => set({ file, found: null, quadrant: null, trouble: null, stale: false }),
  setAs: (as) => set({ as, found: null, quadrant: null, trouble: null, stale: false }),
  look: (quadrant) => set({ quadrant }),
  async match(client, year) {
    set({ trouble: null });
    try {
      const found = await asked(client, year, get(), false);
      if (found.file === get().file?.name) set({ found, stale: false });
    } catch (error) {
      if (!isCancelled(error)) set({ trouble: error });
    }
  },
  async answer(client, year, answers) {
    const { found } = get();
    if (!found) return;
    for (const { theirs, memberId } of answers) await client.importing.answerMatch({ list: found.list, theirs, ...(memberId === undefined ? {} : { memberId }) });
    if (found.rows <= quickRows) await get().match(client, year);
    else set({ stale: true });
  },
}));

export const useMatchWork = createWork();

/** Their workbook with the results beside the rows, as the answers now are. */
export async function returnSheet(client: Client, year: number): Promise<File | undefined> {
  return (await asked(client, year, useMatchDesk.getState(), true)).workbook;
}

function asked(client: Client, year: number, { file, as }: Pick<MatchDesk, 'file' | 'as'>, back: boolean) {
  if (!file) throw new Error('A list is chosen before it is compared');
  return useMatchWork.getState().run(client, (job) => client.importing.match({ file, year, job, back, ...(as === '' ? {} : { as }) }));
}

/** Another register has other people. */
export const forgetMatch = (): void => useMatchDesk.setState(empty);
