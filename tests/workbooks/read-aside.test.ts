import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RowPacker, RowUnpacker, type CellInBytes, type PackedRows } from '../../electron/core/importing/packed-rows.ts';
import { readAside } from '../../electron/core/importing/read-aside.ts';
import { openXlsx } from '../../electron/core/importing/read-xlsx.ts';
import type { Workbook } from '../../electron/core/importing/read-sheet.ts';
import { ZipParts } from '../../electron/core/importing/read-zip.ts';
import { cellAt, type Cell, type SheetRow } from '../../shared/sheets/cells.ts';
import { bareXlsx } from '../fixtures/workbooks/bare-xlsx.ts';

const direct = async (bytes: Uint8Array): Promise<Workbook> => openXlsx(await ZipParts.open(bytes, '名册.xlsx'), '名册.xlsx');
const aside = async (bytes: Uint8Array): Promise<Workbook> => readAside(await direct(bytes), bytes, '名册.xlsx');

async function rowsOf(book: Workbook, signal?: AbortSignal): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of book.sheets[0]?.rows(signal) ?? []) rows.push(...plain(batch));
  return rows;
}

const plain = (rows: readonly SheetRow[]): SheetRow[] => rows.map(({ number, cells }) => ({ number, cells }));

const stringItems = ['是', '否', '健康'].map((text) => `<si><t>${text}</t></si>`).join('');
const large = (rows: number): Uint8Array =>
  bareXlsx(Array.from({ length: rows }, (_, at) => [`试${at}`, { raw: String(at % 3), type: 's' }, { raw: `${at}.50` }, '', at % 2 === 0, { raw: '43525', style: 1 }, { raw: '#N/A', type: 'e' }]), { stringItems, formats: [14] });

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Cell>('', '是', '否', 'a_x', '&', '2020', { type: 'number', text: '3' }, { type: 'number', text: '3.50' }, { type: 'number', text: '1.2.3' }, { type: 'number', text: '是' }, { type: 'boolean', text: 'TRUE' }, { type: 'error', text: '#N/A' }, { type: 'date', text: '2019-03-01' }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

/** A cell as a file might say it: its text, and its type beside it. */
const inBytes = (cell: Cell): CellInBytes =>
  typeof cell === 'string'
    ? { kind: 0, plainly: 'text', read: () => cell }
    : { kind: ['number', 'date', 'boolean', 'error'].indexOf(cell.type) + 1, plainly: cell.type === 'number' ? 'number' : null, read: () => cell };

function pack(packer: RowPacker, rows: readonly SheetRow[], byBytes: (at: number) => boolean = () => true): PackedRows {
  let at = 0;
  for (const { number, cells } of rows) {
    for (const [column, cell] of cells.entries()) {
      const text = typeof cell === 'string' ? cell : cell.text;
      const bytes = Buffer.from(`<v>${text}</v>`);
      // Half of a pair has no bytes.
      if (byBytes(at++) && text !== '' && text.isWellFormed()) packer.putBytes(column, inBytes(cell), bytes, 3, bytes.length - 4);
      else packer.put(column, cell);
    }
    packer.endRow(number);
  }
  return packer.take();
}

/** Rows as they come out: blank cells at their end are none, and a row without a cell is none. */
const shortened = (rows: readonly SheetRow[]): SheetRow[] =>
  rows.map(({ number, cells }) => ({ number, cells: cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1) })).filter(({ cells }) => cells.length > 0);

describe('rows packed for another thread', () => {
  test('come out as they went in, message after message', () => {
    const message = fc.array(fc.record({ number: fc.integer({ min: 1, max: 1_048_576 }), cells: fc.array(cell, { maxLength: 6 }) }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), fc.integer({ min: 1, max: 4 }), (messages, every) => {
        const [packer, unpacker] = [new RowPacker(), new RowUnpacker()];
        for (const sent of messages) {
          const unpacked = unpacker.unpack(pack(packer, sent, (at) => at % every === 0));
          const rows = shortened(sent);
          // One by one first, before the cells of the row are made.
          const oneByOne = unpacked.map((row, at) => Array.from({ length: (rows[at]?.cells.length ?? 0) + 1 }, (_, column) => cellAt(row, column)));
          expect(oneByOne).toEqual(rows.map(({ cells }) => [...cells, undefined]));
          for (const [at, row] of unpacked.entries()) rows[at]?.cells.forEach((cell, column) => expect(row.repeated?.(column)?.cell ?? cell).toEqual(cell));
          expect(plain(unpacked)).toEqual(rows);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('say what a column repeats once, and what is somebody’s own each time', () => {
    const packer = new RowPacker();
    const rows = Array.from({ length: 5000 }, (_, at) => ({ number: at + 1, cells: [`试${at}`, at % 2 === 0 ? '是' : '否', `${at % 300}`] }));
    const [first, second] = [pack(packer, rows.slice(0, 4000)), pack(packer, rows.slice(4000))];
    expect(first.known.types.length).toBeGreaterThan(300);
    expect(first.known.types.length).toBeLessThan(2000);
    expect([second.known.types.length, second.own.types.length]).toEqual([0, 1000]);
  });

  test('of two cells that a row has in one column the later one stands', () => {
    const packer = new RowPacker();
    packer.put(1, '先');
    packer.put(1, '后');
    packer.endRow(1);
    expect(plain(new RowUnpacker().unpack(packer.take()))).toEqual([{ number: 1, cells: ['', '后'] }]);
  });
});

describe('a workbook that is read on a thread of its own', () => {
  test('has the rows that it has when read here, as often as they are asked for, to the end or not', async () => {
    const bytes = large(5200);
    const book = await aside(bytes);
    try {
      for await (const batch of book.sheets[0]?.rows() ?? []) {
        expect(batch[0]?.cells[0]).toBe('试0');
        break;
      }
      const expected = await rowsOf(await direct(bytes));
      expect(expected).toHaveLength(5200);
      expect(await rowsOf(book)).toEqual(expected);
      expect(await Promise.all([rowsOf(book), rowsOf(book)])).toEqual([expected, expected]);
    } finally {
      book.close();
    }
  });

  test('is refused in the same words', async () => {
    const bytes = bareXlsx([[{ raw: '9', type: 's' }]], { stringItems });
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    const said = async (book: Workbook): Promise<unknown> => rowsOf(book).catch((error: unknown) => error).finally(() => book.close());
    expect(await said(await aside(bytes))).toEqual(await said(await direct(bytes)));
    expect(await said(await aside(shared))).toMatchObject({ name: 'Refusal', code: 'FILE_DAMAGED' });
  });

  test('stops when cancelled, and is not read once it is closed', async () => {
    const controller = new AbortController();
    const book = await aside(large(5200));
    const rows = book.sheets[0]?.rows(controller.signal)[Symbol.asyncIterator]();
    expect((await rows?.next())?.done).toBe(false);
    controller.abort();
    await expect(rows?.next()).rejects.toMatchObject({ code: 'CANCELLED' });
    const again = book.sheets[0]?.rows()[Symbol.asyncIterator]();
    await again?.next();
    book.close();
    await expect((async () => { for (;;) if ((await again?.next())?.done !== false) return; })()).rejects.toThrow('ended');
  });
});
