import { create } from 'zustand';
import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { Refusal } from '../../shared/contract/errors.ts';
import type { Client } from '../client/connect.ts';
import { isCancelled } from '../ui/refusal.ts';
import { createWork } from '../ui/work.ts';

export type Stage = 'idle' | 'planning' | 'preview' | 'committing' | 'done';

interface ImportDesk {
  readonly stage: Stage;
  /** In memory from the moment they were chosen, so that a file which is changed or unplugged meanwhile does no harm. */
  readonly files: readonly File[];
  readonly year: number | undefined;
  readonly summary: BatchSummary | null;
  readonly trouble: { readonly error: unknown; readonly doing: string } | null;
  readonly plan: (client: Client, files: readonly File[], year?: number) => Promise<void>;
  readonly commit: (client: Client) => Promise<boolean>;
  readonly discard: (client: Client) => Promise<void>;
  readonly leave: () => void;
}

const empty = { stage: 'idle', files: [], year: undefined, summary: null, trouble: null } as const;

/** What the core takes in one call, less what wraps it. */
const largestTotal = 200 * 1024 * 1024;

/** The import under way. It goes on while the user looks at another screen. */
export const useImportWork = createWork();

export const useImportDesk = create<ImportDesk>()((set, get) => ({
  ...empty,
  async plan(client, chosen, year) {
    const before = get().summary;
    set({ ...empty, stage: 'planning', year });
    try {
      if (before?.state === 'planned') await client.importing.discard({ batch: before.batch });
      const files = await Promise.all(chosen.map(inMemory));
      if (files.reduce((sum, { size }) => sum + size, 0) > largestTotal) {
        throw new Refusal('FILE_TOO_LARGE', '这些文件合起来超过 200 MB', { remedy: '请分几次导入。' });
      }
      set({ files });
      const summary = await useImportWork.getState().run(client, (job) => client.importing.plan({ files: [...files], job, ...(year === undefined ? {} : { year }) }));
      set({ stage: 'preview', summary });
    } catch (error) {
      set({ stage: 'idle', trouble: isCancelled(error) ? null : { error, doing: '读取文件' } });
    }
  },
  async commit(client) {
    const { summary } = get();
    if (!summary) return false;
    set({ stage: 'committing', trouble: null });
    try {
      const committed = await useImportWork.getState().run(client, (job) => client.importing.commit({ batch: summary.batch, job }));
      set({ stage: 'done', summary: committed, files: [] });
      return true;
    } catch (error) {
      set({ stage: 'preview', trouble: isCancelled(error) ? null : { error, doing: '导入' } });
      return false;
    }
  },
  async discard(client) {
    const { summary } = get();
    set(empty);
    if (summary?.state === 'planned') await client.importing.discard({ batch: summary.batch });
  },
  leave: () => set(empty),
}));

export const forgetImport = (): void => useImportDesk.setState(empty);

async function inMemory(file: File): Promise<File> {
  try {
    return new File([await file.arrayBuffer()], file.name, { type: file.type });
  } catch {
    throw new Refusal('FILE_DAMAGED', '这个文件读不出来', { where: file.name, remedy: '可能正被别的程序占用，或者 U 盘已拔出。请关掉 Excel、WPS 里打开的这个文件再试。' });
  }
}
