import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { free } from './procedure.ts';

export const progressSchema = z.object({
  /** What is being done, in the clerk's words: 正在读取 人员信息.xls. */
  what: z.string(),
  done: z.number(),
  /** 0 while unknown. */
  total: z.number(),
  finished: z.boolean(),
});
export type Progress = z.infer<typeof progressSchema>;

/**
 * Progress of a long call: the caller gives the call a `job` of its own making (a UUID) and watches it here.
 * The watch ends when the call ends. Cancelling is aborting the call, or `cancel`.
 */
export const jobs = {
  watch: free.input(z.object({ job: z.string() })).output(eventIterator(progressSchema)),
  cancel: free.input(z.object({ job: z.string() })).output(z.null()),
};
