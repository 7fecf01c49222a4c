import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/contract.ts';
import type { Host } from './host.ts';

export interface CoreContext {
  readonly host: Host;
}

export function createRouter(core: CoreContext) {
  const os = implement(contract);
  return os.router({
    app: {
      info: os.app.info.handler(() => ({
        version: core.host.version,
        host: core.host.kind,
        hasDialogs: core.host.hasDialogs,
        who: core.host.who,
      })),
    },
  });
}
