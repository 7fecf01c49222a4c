import type { SheetRow } from '../../../shared/sheets/cells.ts';
import type { TagHandler } from './read-html-tags.ts';
import { maximumColumns } from './read-refusals.ts';
import type { MergedCells } from './read-sheet.ts';

interface Table {
  readonly place: number;
  readonly rows: SheetRow[];
  readonly merged: MergedCells[];
  number: number;
  /** The open row, its next free column, and for each column how many further rows a cell above reaches into. */
  cells: string[] | undefined;
  column: number;
  readonly reaching: number[];
  /** The open cell's text; undefined between cells. */
  text: string | undefined;
  colspan: number;
  rowspan: number;
}

const blocks = new Set(['p', 'div', 'li', 'tr']);

/** Puts cells at their places, as a browser would: open tags are closed by the next, spans keep their columns free. */
export class HtmlTables implements TagHandler {
  readonly #tooWide: (table: number) => Error;
  readonly #tables: Table[] = [];
  readonly #open: Table[] = [];

  constructor(tooWide: (table: number) => Error) {
    this.#tooWide = tooWide;
  }

  /** The tables that have any rows. */
  filled(): readonly { readonly rows: readonly SheetRow[]; readonly merged: readonly MergedCells[] }[] {
    while (this.#open.length > 0) this.close('table');
    return this.#tables.filter(({ rows }) => rows.length > 0);
  }

  open(name: string, attributes: string): void {
    if (name === 'table') {
      const table: Table = { place: this.#tables.length, rows: [], merged: [], number: 0, cells: undefined, column: 0, reaching: [], text: undefined, colspan: 1, rowspan: 1 };
      this.#tables.push(table);
      this.#open.push(table);
      return;
    }
    const table = this.#open.at(-1);
    if (!table) return;
    if (name === 'tr') {
      this.#closeRow(table);
      openRow(table);
    } else if (name === 'td' || name === 'th' || name === 'caption') {
      if (name === 'caption') this.#closeRow(table);
      this.#closeCell(table);
      if (!table.cells) openRow(table);
      table.text = '';
      table.colspan = span(attributes, 'colspan');
      table.rowspan = span(attributes, 'rowspan');
    } else if (table.text !== undefined && (name === 'br' || (blocks.has(name) && table.text.trim() !== ''))) table.text += '\n';
  }

  close(name: string): void {
    const table = this.#open.at(-1);
    if (!table) return;
    if (name === 'td' || name === 'th') this.#closeCell(table);
    else if (name === 'tr' || name === 'caption') this.#closeRow(table);
    else if (name === 'table') {
      this.#closeRow(table);
      this.#open.pop();
    }
  }

  text(text: string): void {
    const table = this.#open.at(-1);
    if (table?.text !== undefined) table.text += decodeEntities(text.replace(/[ \t\r\n\f]+/g, ' '));
  }

  #closeCell(table: Table): void {
    const { cells } = table;
    if (table.text === undefined || !cells) return;
    while ((table.reaching[table.column] ?? 0) > 0) table.column += 1;
    const text = table.text.replace(/[ \u00A0]*\n[ \u00A0]*/g, '\n').replaceAll('\u00A0', ' ').trim();
    if (text !== '') {
      if (table.column >= maximumColumns) throw this.#tooWide(table.place);
      while (cells.length < table.column) cells.push('');
      cells.push(text);
    }
    const end = Math.min(table.column + table.colspan, maximumColumns * 2);
    if (table.rowspan > 1 && text !== '') table.merged.push({ column: table.column, top: table.number, bottom: table.number + table.rowspan - 1 });
    if (table.rowspan > 1) for (let column = table.column; column < end; column += 1) table.reaching[column] = table.rowspan;
    table.column = end;
    table.text = undefined;
  }

  #closeRow(table: Table): void {
    this.#closeCell(table);
    if (!table.cells) return;
    if (table.cells.length > 0) table.rows.push({ number: table.number, cells: table.cells });
    table.cells = undefined;
    table.reaching.forEach((rows, column) => {
      if (rows > 0) table.reaching[column] = rows - 1;
    });
  }
}

function openRow(table: Table): void {
  table.number += 1;
  table.cells = [];
  table.column = 0;
}

function span(attributes: string, name: string): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1];
  return Math.max(1, Math.min(Number(found ?? 1), 65_534));
}

const named: Readonly<Record<string, string>> = {
  nbsp: '\u00A0', ensp: ' ', emsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", middot: '·', yen: '¥', times: '×',
  deg: '°', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', hellip: '…', mdash: '—', ndash: '–', bull: '•', sup2: '²', plusmn: '±',
};

/** Entities that a register may hold; an unknown one stays as it is written. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+\d?));?/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
