import { create } from 'zustand';
import type { Scope } from '../../shared/contract/papers.ts';
import type { Client } from '../client/connect.ts';
import { download } from '../ui/download.ts';
import { isCancelled } from '../ui/refusal.ts';
import { createWork } from '../ui/work.ts';

export interface WallPages {
  readonly year: number;
  readonly of: Scope;
  /** Address of the very page that is previewed, printed and made into the PDF. */
  readonly address: string;
  readonly title: string;
  /** Name of a file saved from it, without its ending. */
  readonly name: string;
}

interface WallDesk {
  readonly pages: WallPages | null;
  readonly trouble: unknown;
  readonly make: (client: Client, year: number, of: Scope, called: string) => Promise<void>;
  readonly save: (client: Client, as: 'pdf' | 'xlsx') => Promise<void>;
  /** Notes that the pages go to the printer, then sends them. */
  readonly print: (client: Client, send: () => void) => Promise<void>;
}

export const useWallWork = createWork();

/** The pages last made. They are made, and stay, while the user looks at another screen. */
export const useWallDesk = create<WallDesk>()((set, get) => ({
  pages: null,
  trouble: null,
  async make(client, year, of, called) {
    forgetWalls();
    try {
      const budget = await client.papers.wallBudget({ year, of });
      const fontsUrl = new URL('/fonts/', document.baseURI).href;
      const file = await useWallWork.getState().run(client, (job) => client.papers.wallPage({ year, of, fontsUrl, job }));
      const title = `${called}，${budget.households} 户，${budget.pages} 页`;
      const name = `三上墙_${called.replaceAll(/[\\/:*?"<>|\s]+/g, '')}_${budget.households}户_${budget.pages}页`;
      set({ pages: { year, of, name, title, address: URL.createObjectURL(new Blob([file], { type: 'text/html' })) } });
    } catch (error) {
      set({ trouble: isCancelled(error) ? null : error });
    }
  },
  async print(client, send) {
    const { pages } = get();
    if (!pages) return;
    set({ trouble: null });
    try {
      await client.papers.notePrinting({ year: pages.year, of: pages.of });
      send();
    } catch (error) {
      set({ trouble: error });
    }
  },
  async save(client, as) {
    const { pages } = get();
    if (!pages) return;
    set({ trouble: null });
    try {
      const file = await useWallWork.getState().run(client, (job) => client.papers.walls({ year: pages.year, of: pages.of, as, job }));
      download(file, `${pages.name}.${as}`);
    } catch (error) {
      set({ trouble: isCancelled(error) ? null : error });
    }
  },
}));

export function forgetWalls(): void {
  const { pages } = useWallDesk.getState();
  if (pages) URL.revokeObjectURL(pages.address);
  useWallDesk.setState({ pages: null, trouble: null });
}
