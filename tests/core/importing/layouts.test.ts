import { describe, expect, it } from 'vitest';
import { base, departmentLayouts, officeLayouts, registerLayouts, sheetOf, type LayoutSample } from '../../fixtures/layouts/layouts.ts';
import { csv, importAll, openTestCore } from '../support/core.ts';

const fileOf = (sample: LayoutSample): File => csv(sample.file, sheetOf(sample));

async function withBase() {
  const core = await openTestCore();
  await importAll(core.client, base.map(fileOf));
  return core;
}

describe.each([
  ['people, households and income', registerLayouts],
  ['helpers, measures, projects, money, villages', officeLayouts],
  ['other departments', departmentLayouts],
] as const)('sheets of %s', (_, samples) => {
  it.each(samples.map((sample) => [sample.file, sample] as const))('%s is recognised, goes in, and asks nothing', async (_name, sample) => {
    const { client } = await withBase();
    const done = await importAll(client, [fileOf(sample)]);
    const [sheet] = done.files[0]?.sheets ?? [];
    expect(sheet?.kind).toBe(sample.kind);
    expect(sheet?.unmapped.map(({ header }) => header)).toEqual(sample.notes ?? []);
    expect(done).toMatchObject({ needsYear: false, questions: [] });
    expect(done.counts).toMatchObject({ refused: 0, conflict: 0 });
    expect(done.counts.new + done.counts.changed + done.counts.same).toBe(sample.rows.length);
    expect(done.writes.households + done.writes.people).toBe(0);
    // Whatever the row says, it is in the register: nothing is left to write the second time.
    const again = await client.importing.plan({ files: [fileOf(sample)] });
    expect(again.counts).toMatchObject({ new: 0, changed: 0, conflict: 0, refused: 0, same: sample.rows.length });
    expect(again.files[0]?.sheets[0]?.layout?.name).toBeTruthy();
    await client.importing.discard({ batch: again.batch });
    // And it can be taken back whole.
    const undone = await client.importing.undo({ batch: done.batch });
    expect(undone).toMatchObject({ kept: [], failed: [] });
  });
});
