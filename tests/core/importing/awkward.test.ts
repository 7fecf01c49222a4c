import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawer } from '../../fixtures/awkward/drawer.ts';
import type { AwkwardFile } from '../../fixtures/awkward/awkward.ts';
import { importAll, openTestCore } from '../support/core.ts';
import { goldenText, planFiles } from '../support/golden-plan.ts';

const folder = new URL('../../fixtures/awkward/golden/', import.meta.url);
const renew = process.env['MINGCE_RENEW'] === '1';
const now = () => new Date('2020-06-30T02:00:00Z');
const fileOf = ({ name, bytes }: AwkwardFile): File => new File([Uint8Array.from(bytes)], name);

describe('an awkward workbook', () => {
  // MINGCE_RENEW=1 writes the plans anew; read what changed before you commit it.
  it.each(drawer.map((entry) => [entry.name, entry.what, entry] as const))('%s: %s', async (name, what, { rows: wanted, before, make }) => {
    const { client } = await openTestCore({ now });
    if (before) await importAll(client, before().map(fileOf));
    const { golden, summary, rows } = await planFiles(client, (await make()).map(fileOf));
    const path = new URL(`${name}.json`, folder);
    const text = goldenText({ what, ...golden });
    if (renew) writeFileSync(path, text);
    expect(existsSync(path), 'a new workbook needs its plan: MINGCE_RENEW=1').toBe(true);
    expect(text).toBe(readFileSync(path, 'utf8'));

    // Every row of every table has exactly one verdict.
    const sheets = summary?.files.flatMap((file) => file.sheets) ?? [];
    expect(rows).toHaveLength(wanted);
    expect(sheets.reduce((sum, sheet) => sum + sheet.rows, 0)).toBe(wanted);
    for (const sheet of sheets) expect(Object.values(sheet.counts).reduce((sum, count) => sum + count, 0)).toBe(sheet.rows);
    expect(new Set(rows.map(({ file, sheet, row }) => `${file}|${sheet}|${row}`)).size).toBe(wanted);
  });
});

describe('the drawer', () => {
  it('holds at least sixty workbooks under names of their own', () => {
    expect(drawer.length).toBeGreaterThanOrEqual(60);
    expect(new Set(drawer.map(({ name }) => name)).size).toBe(drawer.length);
  });

  it('holds no plan of a workbook that is gone', () => {
    expect(readdirSync(folder).map((name) => name.replace('.json', '')).toSorted()).toEqual(drawer.map(({ name }) => name).toSorted());
  });
});
