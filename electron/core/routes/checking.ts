import type { CoreContext, Implementer } from './base.ts';

export function checkRoutes(os: Implementer, _core: CoreContext) {
  return {
    run: os.checking.run.handler((): never => {
      throw new Error('being written');
    }),
  };
}
