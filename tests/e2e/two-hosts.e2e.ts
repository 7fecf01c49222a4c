import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { CardPage } from './pages/card-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { hostName, launch, type Launched } from './support/launch.ts';
import { launchSample } from './support/sample.ts';

/** One register, two programs: the second is told, looks at a copy, and nothing is ever lost. The second one is always the browser's. */
describe(`one register in two programs, the first on ${hostName}`, () => {
  let first: Launched;
  let second: Launched;
  let theirs: GridPage;
  const band = () => second.page.getByRole('status', { name: '看的是副本' });

  beforeAll(async () => {
    first = await launchSample();
    second = await launch('web', { registersFolder: first.folders.registers });
    theirs = new GridPage(second.page);
  });
  afterAll(async () => {
    await second.close();
    await first.close();
  });

  it('tells the second program, and offers it a copy to look at', async () => {
    const start = new FirstStartPage(second.page);
    await start.shown();
    await start.choose('先用示例看看');
    await second.page.getByText('登记册已在别处打开').waitFor();
    await second.shoot('in-use');
    await second.page.getByRole('button', { name: '打开一份副本来看' }).click();
    await band().waitFor();
    await theirs.shown();
    await second.shoot('copy-in-use');
    expect(await theirs.count()).toBe('208 人 · 111 户');
  });

  it('lets nobody write in the copy, in no screen', async () => {
    const phone = await theirs.cell(0, 'householdPhone').innerText();
    await theirs.cell(0, 'householdPhone').click();
    await second.page.keyboard.type('1');
    await second.page.getByText('您看的是一份副本，只能看').first().waitFor();
    expect(await second.page.locator('.value-editor').count()).toBe(0);
    expect(await theirs.cell(0, 'householdPhone').innerText()).toBe(phone);
    const frame = new FramePage(second.page);
    await frame.go('导入');
    await second.page.getByRole('heading', { name: '副本里不能导入' }).waitFor();
    await second.shoot('copy-no-import');
    await frame.go('户');
    await theirs.shown();
  });

  it('shows what the first has written since in a newer copy', async () => {
    const mine = new GridPage(first.page);
    await mine.type(0, 'householdPhone', '19900007788');
    await new FramePage(first.page).saved();
    await second.page.getByRole('button', { name: '换成最新的副本' }).click();
    await expect.poll(() => theirs.cell(0, 'householdPhone').innerText()).toBe('19900007788');
  });

  it('says so where the first still has it, and opens the register itself once that one has let go', async () => {
    await second.page.getByRole('button', { name: '那边已关闭，打开登记册' }).click();
    await second.page.getByText('登记册已在别处打开').waitFor();
    await band().waitFor();
    await new FramePage(first.page).choose('关闭登记册');
    await new FirstStartPage(first.page).shown();
    await second.page.getByRole('button', { name: '那边已关闭，打开登记册' }).click();
    await band().waitFor({ state: 'detached' });
    await theirs.shown();
    expect(await theirs.cell(0, 'householdPhone').innerText()).toBe('19900007788');
    await theirs.type(1, 'householdPhone', '19900007789');
    await new FramePage(second.page).saved();
    await expect.poll(() => theirs.cell(1, 'householdPhone').innerText()).toBe('19900007789');
  });

  it('met no error', () => {
    expect([...first.errors, ...second.errors].filter((line) => !line.includes('422'))).toEqual([]);
  });
});

/** Two windows of one program: both write, and where they meet, both values are shown. The desktop has one window only. */
describe.skipIf(hostName === 'desktop')('two windows on one register', () => {
  let program: Launched;
  let other: Page;
  let here: GridPage;
  let there: GridPage;
  const meet = async (row: number, mine: string, theirs: string): Promise<void> => {
    await here.cell(row, 'householdPhone').click();
    await program.page.keyboard.press('F2');
    await program.page.locator('.value-editor input:focus').waitFor();
    await there.type(row, 'householdPhone', theirs);
    await new FramePage(other).saved();
    await program.page.keyboard.press('ControlOrMeta+A');
    await program.page.keyboard.type(mine);
    await program.page.keyboard.press('Enter');
    await program.page.locator('.value-why').waitFor();
  };

  beforeAll(async () => {
    program = await launchSample();
    here = new GridPage(program.page);
    other = await program.page.context().newPage();
    const token = await program.page.evaluate(() => sessionStorage.getItem('mingce-token'));
    await other.goto(`${new URL(program.page.url()).origin}/#${token}`);
    there = new GridPage(other);
    await there.shown();
  });
  afterAll(async () => {
    await program.close();
  });

  it('shows in one what the other has written', async () => {
    await there.type(0, 'householdPhone', '19900001001');
    await expect.poll(() => here.cell(0, 'householdPhone').innerText()).toBe('19900001001');
  });

  it('refuses what was typed over another value with both of them, and takes mine with Enter', async () => {
    await meet(2, '19900002001', '19900002002');
    const why = await program.page.locator('.value-why').innerText();
    expect(why).toContain('刚被别处改为“19900002002”');
    expect(why).toContain('您填的是“19900002001”');
    await program.shoot('both-values');
    await program.page.keyboard.press('Enter');
    await expect.poll(() => there.cell(2, 'householdPhone').innerText()).toBe('19900002001');
    expect(await here.cell(2, 'householdPhone').innerText()).toBe('19900002001');
  });

  it('takes theirs with Esc, and by the button', async () => {
    await meet(3, '19900003001', '19900003002');
    await program.page.keyboard.press('Escape');
    await expect.poll(() => here.cell(3, 'householdPhone').innerText()).toBe('19900003002');
    await meet(4, '19900004001', '19900004002');
    await program.page.getByRole('button', { name: '用现在的' }).click();
    await expect.poll(() => here.cell(4, 'householdPhone').innerText()).toBe('19900004002');
    await meet(5, '19900005001', '19900005002');
    await program.page.getByRole('button', { name: '用我填的' }).click();
    await expect.poll(() => there.cell(5, 'householdPhone').innerText()).toBe('19900005001');
  });

  it('refuses what was typed on the card over another value, too, where this window has heard of it meanwhile', async () => {
    await here.cell(6, 'householdPhone').click();
    const card = new CardPage(program.page);
    await card.open();
    const phone = card.root.locator('[aria-label*="联系电话："]').first();
    await phone.focus();
    await program.page.keyboard.press('F2');
    await card.root.locator('.value-editor input:focus').waitFor();
    await there.type(6, 'householdPhone', '19900006002');
    await expect.poll(() => phone.innerText()).toBe('19900006002');
    await program.page.keyboard.press('ControlOrMeta+A');
    await program.page.keyboard.type('19900006001');
    await program.page.keyboard.press('Enter');
    await expect.poll(() => card.root.locator('.value-why').innerText()).toContain('刚被别处改为“19900006002”');
    await program.page.keyboard.press('Escape');
    expect(await there.cell(6, 'householdPhone').innerText()).toBe('19900006002');
    await program.page.keyboard.press('Escape');
    await card.root.waitFor({ state: 'detached' });
  });

  it('asks for a block what is to stand where the other has written meanwhile', async () => {
    // This window hears nothing of the other until it writes.
    await program.page.route(/registers\/state/, () => undefined);
    for (const [row, choice] of [[7, /^用我的，写 2 格$/], [9, /^别处改过的留着，写其余 1 格$/]] as const) {
      await there.type(row, 'householdPhone', `1990000700${row}`);
      await new FramePage(other).saved();
      await here.cell(row, 'householdPhone').click();
      await here.cell(row + 1, 'householdPhone').click({ modifiers: ['Shift'] });
      await program.page.evaluate(() => navigator.clipboard.writeText('19900008888'));
      await program.page.keyboard.press('ControlOrMeta+V');
      const dialog = program.page.getByRole('dialog');
      await dialog.getByText('1 格刚被别处改过').waitFor();
      expect(await dialog.locator('tbody').innerText()).toContain(`1990000700${row}`);
      if (row === 7) {
        await dialog.evaluate((element) => Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished)));
        await program.shoot('both-values-block');
      }
      await dialog.getByRole('button', { name: choice }).click();
      await dialog.waitFor({ state: 'detached' });
      await new FramePage(program.page).saved();
    }
    await expect.poll(() => there.column('householdPhone', 11).then((all) => all.slice(7))).toEqual(['19900008888', '19900008888', '19900007009', '19900008888']);
  });

  it('met no error', () => {
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
