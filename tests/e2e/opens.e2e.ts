import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostName, launch, type Launched } from './support/launch.ts';

describe(`明册 on ${hostName}`, () => {
  let program: Launched;
  beforeAll(async () => {
    program = await launch();
  });
  afterAll(() => program?.close());

  it('shows a page that has reached its core', async () => {
    await program.page.getByText(/明册/).first().waitFor();
    expect(await program.page.title()).toContain('明册');
    await program.shoot('opens');
    expect(program.errors).toEqual([]);
  });

  it('keeps its token out of the address and survives a reload', async () => {
    await program.page.reload();
    await program.page.getByText(/明册/).first().waitFor();
    expect(new URL(program.page.url()).hash).toBe('');
  });
});
