import { create } from 'zustand';
import type { Scope } from '../../shared/contract/papers.ts';
import type { Client } from '../client/connect.ts';
import { isCancelled } from '../ui/refusal.ts';
import { createWork } from '../ui/work.ts';

export interface WallPdf {
  readonly file: File;
  readonly name: string;
  /** Address of the very PDF that is previewed, saved and printed. */
  readonly address: string;
  readonly title: string;
}

interface WallDesk {
  readonly pdf: WallPdf | null;
  readonly trouble: unknown;
  readonly make: (client: Client, year: number, of: Scope, called: string) => Promise<void>;
}

export const useWallWork = createWork();

/** The PDF last made. It is made, and stays, while the user looks at another screen. */
export const useWallDesk = create<WallDesk>()((set) => ({
  pdf: null,
  trouble: null,
  async make(client, year, of, called) {
    forgetWalls();
    try {
      const budget = await client.papers.wallBudget({ year, of });
      const file = await useWallWork.getState().run(client, (job) => client.papers.walls({ year, of, job }));
      const title = `${called}，${budget.households} 户，${budget.pages} 页`;
      const name = `三上墙_${called.replaceAll(/[\\/:*?"<>|\s]+/g, '')}_${budget.households}户_${budget.pages}页.pdf`;
      set({ pdf: { file, name, title, address: URL.createObjectURL(new Blob([file], { type: 'application/pdf' })) } });
    } catch (error) {
      set({ trouble: isCancelled(error) ? null : error });
    }
  },
}));

export function forgetWalls(): void {
  const { pdf } = useWallDesk.getState();
  if (pdf) URL.revokeObjectURL(pdf.address);
  useWallDesk.setState({ pdf: null, trouble: null });
}
