import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { ViewsPage } from './pages/views-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { launchSample } from './support/sample.ts';

/** Columns of days are filtered by ticking years, months and days. */
describe(`the filter of a column of days on ${hostName}`, () => {
  let program: Launched;
  let grid: GridPage;

  beforeAll(async () => {
    program = await launchSample();
    grid = new GridPage(program.page);
    await new FramePage(program.page).press('人');
    await grid.shown();
  });
  afterAll(async () => {
    await program.close();
  });

  /** How many the tree says for a line. */
  const countOf = async (words: string): Promise<number> => Number((await program.page.locator('form.column-filter').getByRole('checkbox', { name: `${words}，` }).getAttribute('aria-label'))?.split('，')[1]);
  const box = (words: string) => program.page.locator('form.column-filter').getByRole('checkbox', { name: `${words}，` });
  const found = async (people: number): Promise<void> => {
    await expect.poll(() => grid.count()).toBe(`筛出 ${people} / 208 人`);
  };

  it('takes a year with its months, and leaves a day of it out', async () => {
    let form = await grid.openFilter('birthDate');
    const years = form.locator('.period[data-depth="0"]');
    await years.first().waitFor();
    const words = (await years.locator('label span:first-of-type').allInnerTexts()).map((text) => text.trim());
    expect(words).toEqual(words.toSorted().toReversed());
    const year = words[Math.floor(words.length / 2)] ?? '';
    await form.getByLabel('全选', { exact: true }).uncheck();
    await box(year).check();
    const inYear = await countOf(year);
    await grid.openPeriod(form, year);
    const month = `${year}${await form.locator('.period[data-depth="1"] label span:first-of-type').first().innerText()}`;
    const inMonth = await countOf(month);
    expect(await box(month).isChecked()).toBe(true);
    await grid.openPeriod(form, month);
    const day = `${month}${await form.locator('.period[data-depth="2"] label span:first-of-type').first().innerText()}`;
    const inDay = await countOf(day);
    expect(inDay).toBeLessThanOrEqual(inMonth);
    await program.shoot('filter-days');
    await form.getByRole('button', { name: '只看勾选的' }).click();
    await found(inYear);
    expect(await grid.chips()).toEqual([expect.stringContaining(`出生日期：${year}`)]);

    form = await grid.openFilter('birthDate');
    expect(await box(year).isChecked()).toBe(true);
    await grid.openPeriod(form, year);
    await grid.openPeriod(form, month);
    await box(day).uncheck();
    expect(await box(year).evaluate((input: HTMLInputElement) => input.indeterminate)).toBe(inYear > inDay);
    await program.shoot('filter-days-some');
    if (inYear > inDay) {
      await form.getByRole('button', { name: '只看勾选的' }).click();
      await found(inYear - inDay);
    } else await form.getByRole('button', { name: '清除' }).click();
  });

  it('finds months of every year by typing, works by keys alone, and stays in a view', async () => {
    await program.page.getByRole('button', { name: '全部清除' }).click();
    const form = await grid.openFilter('birthDate');
    await form.getByLabel('找值').fill('3月');
    await expect.poll(() => form.locator('.period[data-depth="1"]').count()).toBeGreaterThan(1);
    const months = await form.locator('.period[data-depth="1"] label span:first-of-type').allInnerTexts();
    expect(new Set(months)).toEqual(new Set(['3月']));
    const counts = await form.locator('.period[data-depth="1"] .amount').allInnerTexts();
    await program.shoot('filter-days-found');
    await form.getByLabel('找值').press('Enter');
    const inMarch = counts.reduce((sum, text) => sum + Number(text), 0);
    await found(inMarch);

    const views = new ViewsPage(program.page);
    await views.saveAs('三月生人');
    await views.act('不用视图');
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
    await views.press('三月生人');
    await found(inMarch);

    await grid.openFilter('birthDate');
    await form.getByLabel('找值').fill('没有');
    await form.getByText('请写成 2020、2020年3月、3月或 3月15日 这样').waitFor();
    await form.getByLabel('找值').fill('');
    await form.getByLabel('全选', { exact: true }).focus();
    await program.page.keyboard.press('ArrowDown');
    await program.page.keyboard.press('ArrowRight');
    await form.locator('.period[data-depth="1"]').first().waitFor();
    await program.page.keyboard.press('ArrowLeft');
    await expect.poll(() => form.locator('.period[data-depth="1"]').count()).toBe(0);
    await program.page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(program.errors).toEqual([]);
  });

  it('ends at the months where the column knows no days', async () => {
    await new FramePage(program.page).press('户');
    await grid.shown();
    await program.page.getByRole('button', { name: '列 ▾' }).click();
    await program.page.getByLabel('找列').fill('首次识别时间');
    await program.page.getByRole('checkbox', { name: '首次识别时间' }).check();
    await program.page.keyboard.press('Escape');
    const form = await grid.openFilter('firstIdentified');
    const year = await form.locator('.period[data-depth="0"] label span:first-of-type').first().innerText();
    await grid.openPeriod(form, year);
    const month = form.locator('.period[data-depth="1"]').first();
    expect(await month.getByRole('button').count()).toBe(0);
    const inMonth = Number(await month.locator('.amount').innerText());
    await month.getByRole('checkbox').uncheck();
    await form.getByRole('button', { name: '只看勾选的' }).click();
    await expect.poll(() => grid.count()).toBe(`筛出 ${111 - inMonth} / 111 户`);
    expect(await grid.chips()).toEqual([expect.stringContaining(`首次识别时间 除了：${year}`)]);
    expect(program.errors).toEqual([]);
  });
});
