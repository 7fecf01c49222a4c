import type { CoreContext, Implementer } from './base.ts';

export function jobRoutes(os: Implementer, { jobs }: CoreContext) {
  return {
    watch: os.jobs.watch.handler(async function* ({ input, signal }) {
      yield* jobs.watch(input.job, signal);
    }),
    cancel: os.jobs.cancel.handler(({ input }) => {
      jobs.cancel(input.job);
      return null;
    }),
  };
}
