import fc from 'fast-check';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Filter, TableRow } from '../../../shared/contract/tables.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { columnHead, sheetOf } from '../../../shared/views/summary-sheet.ts';
import { canGroup, canReckon, groupFilters, groupOf, usualStep, waysOf, type Figure, type Grouping, type SummaryAsked } from '../../../shared/views/summary.ts';
import { subjects } from '../../../shared/sheets/subject.ts';
import { tableOf } from '../../../shared/sheets/table.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { pdfSays } from '../support/pdf-text.ts';
import { putSample } from '../support/sample.ts';

const groupings = (subject: 'people' | 'households'): readonly Grouping[] => [
  { field: 'village', by: 'value' },
  { field: 'householdKind', by: 'value' },
  { field: 'perCapitaIncome', by: 'steps', step: 300_000 },
  { field: 'farmland', by: 'steps', step: 0.3 },
  { field: 'firstIdentified', by: 'month' },
  ...(subject === 'people' ? [{ field: 'relation', by: 'value' } as const, { field: 'birthDate', by: 'year' } as const, { field: 'workMonths', by: 'steps', step: 4 } as const, { field: 'name', by: 'value' } as const] : []),
];
const figures = (subject: 'people' | 'households'): readonly Figure[] => [
  { of: 'rows' },
  { of: 'households' },
  ...(['sum', 'mean', 'least', 'most'] as const).flatMap((of): Figure[] => [{ of, field: 'perCapitaIncome' }, ...(subject === 'people' ? [{ of, field: 'workMonths' } as const] : [])]),
];

/** Columns of few enough values to stand across. */
const narrow = new Set(['village', 'householdKind', 'perCapitaIncome', 'farmland', 'relation', 'workMonths']);

/** Whose a column is, said anew: of a household on rows of people it counts once. */
const ofHousehold = new Set(['perCapitaIncome']);

/** A figure of rows, counted in another way than the program does. */
function counted(rows: readonly TableRow[], figure: Figure, subject: 'people' | 'households'): number | null {
  if (!('field' in figure)) return figure.of === 'rows' ? rows.length : new Set(rows.map(({ householdId }) => householdId)).size;
  const owners = new Map(rows.map((row) => [subject === 'people' && ofHousehold.has(figure.field) ? row.householdId : row.id, row.values[figure.field] ?? null]));
  const amounts = [...owners.values()].filter((value) => value !== null).map(Number);
  if (amounts.length === 0) return null;
  const sum = amounts.reduce((one, other) => one + other, 0);
  return figure.of === 'sum' ? sum : figure.of === 'mean' ? sum / amounts.length : figure.of === 'least' ? Math.min(...amounts) : Math.max(...amounts);
}

async function allRows(client: TestClient, subject: 'people' | 'households', filters: readonly Filter[] = []): Promise<readonly TableRow[]> {
  return (await client.tables.rows({ subject, year: 2020, filters: [...filters], offset: 0, limit: 500 })).rows;
}

const mutable = ({ down, across, figures: told }: SummaryAsked) => ({ down: [...down], across, figures: [...told] });

async function sample(): Promise<TestClient> {
  const { client, host } = await openTestCore();
  await putSample(host);
  await client.registers.openSample();
  return client;
}

describe('a table summed up', () => {
  it('tells of each group what is in it, and each figure leads to just its rows', async () => {
    const client = await sample();
    const rows = { people: await allRows(client, 'people'), households: await allRows(client, 'households') };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('people' as const, 'households' as const).chain((subject) =>
          fc.record({ subject: fc.constant(subject), columns: fc.shuffledSubarray([...groupings(subject)], { minLength: 2, maxLength: 4 }), wide: fc.boolean(), told: fc.shuffledSubarray([...figures(subject)], { minLength: 1, maxLength: 4 }), which: fc.nat() }),
        ),
        async ({ subject, columns, wide, told, which }) => {
          const beside = wide && narrow.has(columns[0]?.field ?? '') ? columns[0] : undefined;
          const asked: SummaryAsked = { down: beside ? columns.slice(1) : columns.slice(0, 3), across: beside ?? null, figures: told };
          const summary = await client.summaries.make({ subject, year: 2020, ...mutable(asked) });
          const those = new Map<string, TableRow[]>();
          const key = (groups: readonly Stored[], side: Stored | undefined): string => JSON.stringify([groups, side === undefined ? 'all' : { side }]);
          for (const row of rows[subject]) {
            const path = asked.down.map((grouping) => groupOf(grouping, row.values[grouping.field] ?? null));
            const sidesOf = asked.across ? [groupOf(asked.across, row.values[asked.across.field] ?? null), undefined] : [undefined];
            for (let depth = 0; depth <= path.length; depth++) for (const side of sidesOf) {
              const name = key(path.slice(0, depth), side);
              those.set(name, [...(those.get(name) ?? []), row]);
            }
          }
          const inGroup = (groups: readonly Stored[], side: Stored | undefined): readonly TableRow[] => those.get(key(groups, side)) ?? [];
          const sides: (Stored | undefined)[] = [...summary.across, undefined];
          for (const { groups, cells } of summary.rows) {
            const expected = sides.flatMap((side) => { const found = inGroup(groups, side); return found.length === 0 ? told.map(() => null) : told.map((figure) => counted(found, figure, subject)); });
            for (const [at, value] of cells.entries()) {
              if (expected[at] === null) expect(value).toBeNull();
              else expect(value).toBeCloseTo(expected[at] ?? NaN, 6);
            }
          }
          // Every row is in one innermost group.
          const inner = summary.rows.filter(({ groups }) => groups.length === asked.down.length);
          expect(inner.reduce((sum, { groups }) => sum + inGroup(groups, undefined).length, 0)).toBe(rows[subject].length);
          expect(summary.rows.at(-1)?.groups).toEqual([]);
          // One of them, as a click on it asks the table.
          const one = summary.rows[which % summary.rows.length];
          const side = sides[which % sides.length];
          const filters = [...(one?.groups ?? []).flatMap((group, depth) => { const grouping = asked.down[depth]; return grouping ? groupFilters(grouping, group) : []; }), ...(side === undefined || !asked.across ? [] : groupFilters(asked.across, side))];
          expect((await allRows(client, subject, filters)).map(({ id }) => id).toSorted()).toEqual(inGroup(one?.groups ?? [], side).map(({ id }) => id).toSorted());
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps the conditions of the table, groups in the order of the walk, of the dictionary, of size; blanks last', async () => {
    const client = await sample();
    const filters: Filter[] = [{ field: 'relation', test: 'in', values: ['户主'] }];
    const { rows } = await client.summaries.make({ subject: 'people', year: 2020, filters, down: [{ field: 'village' }], figures: [{ of: 'rows' }] });
    const walk = [...new Set((await allRows(client, 'people', filters)).map(({ values }) => values['village'] ?? null))];
    expect(rows.slice(0, -1).map(({ groups: [village] }) => village)).toEqual(walk);
    expect(rows.at(-1)?.cells).toEqual([111]);
    const kinds = await client.summaries.make({ subject: 'people', year: 2020, down: [{ field: 'relation' }], figures: [{ of: 'rows' }] });
    expect(kinds.rows[0]?.groups).toEqual(['户主']);
    const steps = await client.summaries.make({ subject: 'people', year: 2020, down: [{ field: 'workMonths', by: 'steps', step: 3 }], figures: [{ of: 'rows' }] });
    const begins = steps.rows.slice(0, -1).map(({ groups: [begin] }) => begin ?? null);
    expect(begins.filter((begin) => begin !== null)).toEqual(begins.filter((begin) => begin !== null).toSorted((one, other) => Number(one) - Number(other)));
    expect(begins.at(-1)).toBeNull();
  });

  it('groups by no number, reckons with no words, and refuses what falls into too many groups', async () => {
    const client = await sample();
    const ask = (down: string, figure: Figure = { of: 'rows' }, across: string | null = null) => client.summaries.make({ subject: 'people', year: 2020, down: [{ field: down }], across: across === null ? null : { field: across }, figures: [figure] });
    await expect(ask('identityNo')).rejects.toMatchObject({ data: { code: 'NOT_ALLOWED', what: '“证件号码”不能用来分组' } });
    await expect(ask('village', { of: 'sum', field: 'name' })).rejects.toMatchObject({ data: { what: '“姓名”不能用来计算' } });
    await expect(ask('village', { of: 'rows' }, 'name')).rejects.toMatchObject({ data: { what: '按“姓名”分栏，超过 60 栏，分得太细', remedy: expect.stringContaining('按年') as string } });
    await expect(ask('noSuchColumn')).rejects.toMatchObject({ data: { code: 'WRONG_USAGE' } });
  });

  it('takes every column of every table', async () => {
    const client = await sample();
    for (const subject of subjects) {
      const { fields } = tableOf(subject);
      const { total } = await client.tables.rows({ subject, year: 2020, offset: 0, limit: 1 });
      for (const field of fields.filter(canGroup)) {
        const told: Figure[] = [{ of: 'rows' }, ...(canReckon(field) ? [{ of: 'sum' as const, field: field.key }] : [])];
        for (const by of waysOf(field)) {
          const { rows } = await client.summaries.make({ subject, year: 2020, down: [{ field: field.key, by, step: usualStep(field) }], figures: told });
          expect([subject, field.key, rows.at(-1)?.cells[0], rows.slice(0, -1).reduce((sum, { cells }) => sum + (cells[0] ?? 0), 0)]).toEqual([subject, field.key, total, total]);
        }
      }
    }
  });

  it('counts once what belongs to the household, and says so', async () => {
    const client = await sample();
    const asked: SummaryAsked = { down: [{ field: 'village', by: 'value' }], across: null, figures: [{ of: 'sum', field: 'perCapitaIncome' }] };
    const sums = await client.summaries.make({ subject: 'people', year: 2020, ...mutable(asked) });
    const homes = await client.summaries.make({ subject: 'households', year: 2020, ...mutable(asked) });
    expect(sums.rows.at(-1)?.cells).toEqual(homes.rows.at(-1)?.cells);
    expect(sheetOf(tableOf('people'), asked, sums).means).toBe('人均纯收入是户的，每组里每户只算一次');
    expect(sheetOf(tableOf('households'), asked, homes).means).toBe('');
  });

  it('leaves as a paper and as a workbook whose numbers add up, noted', async () => {
    const client = await sample();
    const asked: SummaryAsked = { down: [{ field: 'village', by: 'value' }, { field: 'relation', by: 'value' }], across: null, figures: [{ of: 'rows' }, { of: 'mean', field: 'perCapitaIncome' }] };
    const question = { subject: 'people' as const, year: 2020, ...mutable(asked), conditions: '住在村里' };
    const said = await pdfSays(await client.summaries.page(question));
    expect(said).toContain('人表分类汇总');
    expect(said).toContain('条件：住在村里');
    const file = await client.summaries.paper({ ...question, as: 'xlsx' });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await file.arrayBuffer());
    const sheet: unknown[][] = [];
    book.worksheets[0]?.eachRow((row) => sheet.push((row.values as unknown[]).slice(1)));
    const table = tableOf('people');
    const made = sheetOf(table, asked, await client.summaries.make(question));
    expect(sheet[1]).toEqual([...made.heads, ...made.columns.map((column) => columnHead(column, asked))]);
    const lines = sheet.slice(2, 2 + made.lines.length);
    const inner = lines.filter(([, relation]) => relation !== '小计' && relation !== null && relation !== '');
    expect(inner.reduce((sum, [, , people]) => sum + Number(people), 0)).toBe(208);
    expect(lines.at(-1)?.[2]).toBe(208);
    await client.summaries.notePaper(question);
    expect((await client.outgoing.list({})).rows.slice(0, 2)).toMatchObject([{ purpose: '打印分类汇总', people: 0 }, { purpose: '保存分类汇总', what: '人表分类汇总 2020年', columns: ['行政村', '与户主关系'] }]);
  });

  it('tells of records how many, of how many households and people', async () => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', [['户编号', '人编号', '姓名', '证件号码', '与户主关系'], ['9900000001', '990000000101', '张试一', '', '户主'], ['9900000001', '990000000102', '李试二', '', '配偶']])]);
    const people = await allRows(client, 'people');
    const spent = people.map(({ id }, at) => ({ id, day: `2020-0${at + 1}-01`, amount: String(100 * (at + 1)) }));
    for (const { id, day, amount } of [...spent, ...spent.slice(0, 1).map((each) => ({ ...each, day: '2020-09-01' }))]) {
      await client.tables.addEntry({ subject: 'ledger:medicalRelief', memberId: id, year: 2020, values: { 'medicalRelief.amount': amount, 'medicalRelief.on': day } });
    }
    const { rows: told } = await client.summaries.make({ subject: 'ledger:medicalRelief', year: 2020, down: [{ field: 'medicalRelief.on', by: 'year' }], figures: [{ of: 'rows' }, { of: 'households' }, { of: 'people' }, { of: 'sum', field: 'medicalRelief.amount' }] });
    expect(told).toEqual([{ groups: ['2020'], cells: [3, 1, 2, 40_000] }, { groups: [], cells: [3, 1, 2, 40_000] }]);
  });
});
