import { eventIterator } from '@orpc/contract';
import { implement } from '@orpc/server';
import { z } from 'zod';
import { procedure } from '../../shared/contract/procedure.ts';

/** A contract with one procedure for each thing that a transport must carry. */
export const trialContract = {
  add: procedure.input(z.object({ a: z.number(), b: z.number() })).output(z.number()),
  refuse: procedure.input(z.object({ code: z.literal('STALE') })).output(z.null()),
  defect: procedure.output(z.null()),
  echo: procedure.input(z.object({ file: z.file(), note: z.string() })).output(z.object({ file: z.file(), note: z.string() })),
  count: procedure.input(z.object({ to: z.number() })).output(eventIterator(z.object({ at: z.number() }), z.literal('done'))),
  wait: procedure.output(z.null()),
};

export type TrialContract = typeof trialContract;

/** `ended` gets a word whenever the server's side of a call has come to its end before its time. */
export function createTrialRouter(ended: (what: string) => void) {
  const os = implement(trialContract);
  return os.router({
    add: os.add.handler(({ input }) => input.a + input.b),
    refuse: os.refuse.handler(({ input, errors }) => {
      throw errors.REFUSED({ message: '计划已经过时', data: { code: input.code, what: '计划已经过时', where: '人员表', remedy: '请重新预览' } });
    }),
    defect: os.defect.handler(() => {
      throw new Error('secret: row 17 of 某某');
    }),
    echo: os.echo.handler(({ input }) => input),
    count: os.count.handler(async function* ({ input, signal }) {
      let finished = false;
      try {
        for (let at = 1; at <= input.to; at += 1) {
          signal?.throwIfAborted();
          yield { at };
          await new Promise((resolve) => setImmediate(resolve));
        }
        finished = true;
        return 'done' as const;
      } finally {
        if (!finished) ended('count');
      }
    }),
    wait: os.wait.handler(
      ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            ended('wait');
            reject(new Error('aborted'));
          });
        }),
    ),
  });
}
