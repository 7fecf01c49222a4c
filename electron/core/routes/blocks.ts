import { undoState } from '../history/undo-stack.ts';
import { checkBlock, writeBlock } from '../tables/blocks/change-block.ts';
import { edgeOf } from '../tables/blocks/edge.ts';
import { countCells, findCell } from '../tables/blocks/find-cell.ts';
import { groundOf, type BlockAsked } from '../tables/blocks/ground.ts';
import { measureBlock } from '../tables/blocks/measure.ts';
import { readBlock } from '../tables/blocks/read-block.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

export function blockRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  const ground = (asked: BlockAsked) => groundOf(desk.register, desk.ordered, asked, todayOf(host));
  return {
    read: os.blocks.read.handler(({ input }) => readBlock(desk.register, ground(input), input.area, input.masked)),
    measure: os.blocks.measure.handler(({ input }) => measureBlock(desk.register, ground(input), input.areas)),
    edge: os.blocks.edge.handler(({ input }) => edgeOf(desk.register, ground(input), input)),
    findCell: os.blocks.findCell.handler(({ input }) => findCell(desk.register, ground(input), input)),
    countCells: os.blocks.countCells.handler(({ input, signal }) => jobs.run(undefined, signal, (job) => countCells(desk.register, ground(input), input, job))),
    check: os.blocks.check.handler(({ input, signal }) => jobs.run(input.job, signal, (job) => checkBlock(desk.register, ground(input), input.change, job))),
    write: os.blocks.write.handler(async ({ input, signal }) => {
      const { register } = desk;
      const written = await jobs.run(input.job, signal, (job) => writeBlock(register, ground(input), input.change, input.goodOnly, job));
      return { ...written, revision: register.log.revision, undo: undoState(register) };
    }),
  };
}
