import { create } from 'zustand';
import type { WallInput } from '../../shared/contract/walls.ts';
import { wallSetWords } from '../../shared/papers/wall-sets.ts';
import type { Client } from '../client/connect.ts';
import { download } from '../ui/download.ts';
import { isCancelled } from '../ui/refusal.ts';
import { createWork } from '../ui/work.ts';

export interface WallPages {
  readonly input: WallInput;
  /** What is previewed, saved and printed. */
  readonly pdf: File;
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
  /** The PDF for the printer, noted in what left. */
  readonly print: (client: Client) => Promise<File>;
  /** The last printing of these pages, until somebody says that it never came out. */
  readonly printed: number | null;
  /** The last printing never came out: nothing hangs by it. */
  readonly notPrinted: (client: Client) => Promise<void>;
}

export const useWallWork = createWork();

/** The pages last made. They are made, and stay, while the user looks at another screen. */
export const useWallDesk = create<WallDesk>()((set, get) => ({
  pages: null,
  trouble: null,
  printings: 0,
  printed: null,
  async make(client, input, called) {
    forgetWalls();
    try {
      const budget = await client.walls.budget(input);
      const pdf = await useWallWork.getState().run(client, (job) => client.walls.page({ ...input, job }));
      const places = budget.set === 'house' ? `${budget.places} 户` : `${budget.places} 处`;
      const named = budget.set === 'house' ? '三上墙' : wallSetWords[budget.set];
      const plain = called.replaceAll(/[\\/:*?"<>|\s]+/g, '');
      set({ pages: { input, title: `${called}，${places}，${budget.pages} 页`, name: `${named}_${plain}_${places.replace(' ', '')}_${budget.pages}页`, pdf } });
    } catch (error) {
      set({ trouble: isCancelled(error) ? null : error });
    }
  },
  async print(client) {
    const { pages } = get();
    if (!pages) throw new Error('nothing was laid out');
    const { pdf, printing } = await useWallWork.getState().run(client, (job) => client.walls.printing({ ...pages.input, job }));
    // What goes to the printer is what is on screen, also where the register was changed since it was laid out.
    set({ printings: get().printings + 1, printed: printing, pages: { ...pages, pdf } });
    return pdf;
  },
  async notPrinted(client) {
    const { printed } = get();
    if (printed === null) return;
    await client.walls.notPrinted({ printing: printed });
    set({ printings: get().printings + 1, printed: null });
  },
  async save(client, as) {
    const { pages } = get();
    if (!pages) return;
    set({ trouble: null });
    try {
      const file = await useWallWork.getState().run(client, (job) => client.walls.file({ ...pages.input, as, job }));
      set({ printings: get().printings + 1, ...(as === 'pdf' ? { pages: { ...pages, pdf: file } } : {}) });
      download(file, `${pages.name}.${as}`);
    } catch (error) {
      set({ trouble: isCancelled(error) ? null : error });
    }
  },
}));

export function forgetWalls(): void {
  useWallDesk.setState({ pages: null, trouble: null, printed: null });
}
