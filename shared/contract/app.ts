import { z } from 'zod';
import { free } from './procedure.ts';

/** What the page must know of the program it runs in. */
export const app = {
  info: free.output(
    z.object({
      version: z.string(),
      host: z.enum(['desktop', 'browser', 'command']),
      hasDialogs: z.boolean(),
      who: z.string(),
    }),
  ),
};
