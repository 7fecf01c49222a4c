import type { CoreContext, Implementer } from './base.ts';

export function paperRoutes(os: Implementer, _core: CoreContext) {
  const wait = (): never => {
    throw new Error('being written');
  };
  return {
    exportSheet: os.papers.exportSheet.handler(wait),
    wallBudget: os.papers.wallBudget.handler(wait),
    walls: os.papers.walls.handler(wait),
  };
}
