import { create } from 'zustand';
import type { WallInput } from '../../shared/contract/walls.ts';
import { wallSetWords } from '../../shared/papers/wall-sets.ts';
import type { Client } from '../client/connect.ts';
import { download } from '../ui/download.ts';
import { isCancelled } from '../ui/refusal.ts';
import { createWork } from '../ui/work.ts';

export interface WallPages {
  readonly input: WallInput;
  /** Address of the very page that is previewed, printed and made into the PDF. */
  readonly address: string;
  readonly title: string;
  /** Name of a file saved from it, without its ending. */
  readonly name: string;
}

interface WallDesk {
  readonly pages: WallPages | null;
  readonly trouble: unknown;
  /** How often something left for the walls: what hangs is another then. */
  readonly printings: number;
  readonly make: (client: Client, input: WallInput, called: string) => Promise<void>;
  readonly save: (client: Client, as: 'pdf' | 'xlsx') => Promise<void>;
  /** Notes that the pages go to the printer, then sends them. */
  readonly print: (client: Client, send: () => Promise<void>) => Promise<void>;
}

export const useWallWork = createWork();

/** The pages last made. They are made, and stay, while the user looks at another screen. */
export const useWallDesk = create<WallDesk>()((set, get) => ({
  pages: null,
  trouble: null,
  printings: 0,
  async make(client, input, called) {
    forgetWalls();
    try {
      const budget = await client.walls.budget(input);
      const fontsUrl = new URL('/fonts/', document.baseURI).href;
      const file = await useWallWork.getState().run(client, (job) => client.walls.page({ ...input, fontsUrl, job }));
      const places = budget.set === 'house' ? `${budget.places} 户` : `${budget.places} 处`;
      const named = budget.set === 'house' ? '三上墙' : wallSetWords[budget.set];
      const plain = called.replaceAll(/[\\/:*?"<>|\s]+/g, '');
      set({ pages: { input, title: `${called}，${places}，${budget.pages} 页`, name: `${named}_${plain}_${places.replace(' ', '')}_${budget.pages}页`, address: URL.createObjectURL(new Blob([file], { type: 'text/html' })) } });
    } catch (error) {
      set({ trouble: isCancelled(error) ? null : error });
    }
  },
  async print(client, send) {
    const { pages } = get();
    if (!pages) return;
    set({ trouble: null });
    try {
      await client.walls.printing(pages.input);
      set({ printings: get().printings + 1 });
      await send();
    } catch (error) {
      set({ trouble: error });
    }
  },
  async save(client, as) {
    const { pages } = get();
    if (!pages) return;
    set({ trouble: null });
    try {
      const file = await useWallWork.getState().run(client, (job) => client.walls.file({ ...pages.input, as, job }));
      set({ printings: get().printings + 1 });
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
