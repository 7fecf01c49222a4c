import { constants, crc32, createDeflateRaw, deflateRawSync, type DeflateRaw } from 'node:zlib';
import { columnLetters } from '../../../shared/sheets/cells.ts';
import { heightOfLines } from './cell-lines.ts';
import { literal } from './literal-text.ts';
import { zipOf, type ZipMember } from './zip-writer.ts';

/** How a cell looks. Looks that are alike are one style of the workbook. */
export interface Look {
  readonly font: '宋体' | '黑体';
  readonly size: number;
  readonly bold?: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly format: keyof typeof formats;
  readonly ruled?: boolean;
  /** RRGGBB. */
  readonly ground?: string;
}

/** Numbers of formats that every spreadsheet knows. */
const formats = { general: 0, money: 4, share: 10, text: 49 } as const;

export interface RuledCell {
  /** A number, a text, or '' for a blank that is ruled. */
  readonly value: string | number;
  readonly style: number;
}

export interface SheetSetup {
  readonly name: string;
  /** In characters, as a spreadsheet measures columns. */
  readonly widths: readonly number[];
  /** Rows that stay in sight. */
  readonly frozen: number;
  readonly paper: 'A4' | 'A3';
  readonly landscape: boolean;
  /** Rows printed on every page. */
  readonly titles?: readonly [from: number, to: number];
}

/** Standard height of a row, in points. */
const rowPoints = 18;
/** So many characters are pressed at once. */
const portion = 1 << 18;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
// oxlint-disable-next-line no-control-regex
const special = /[&<>"_\u0000-\u001f\ufffe\uffff]/;
const escaped = (text: string): string => (special.test(text) ? literal(text).replaceAll(forbidden, '').replace(/[&<>"]/g, (sign) => entities[sign] ?? '') : text);
const spaced = /^\s|\s$|\n/;

/** A part of the package that is pressed while it grows, so that a long sheet never stands in memory as text. */
class PressedPart {
  readonly #name: string;
  readonly #deflate: DeflateRaw = createDeflateRaw({ level: constants.Z_BEST_SPEED + 2 });
  readonly #parts: Buffer[] = [];
  readonly #ended: Promise<void>;
  #crc = 0;
  #size = 0;

  constructor(name: string) {
    this.#name = name;
    this.#deflate.on('data', (part: Buffer) => this.#parts.push(part));
    this.#ended = new Promise((resolve, reject) => {
      this.#deflate.on('end', resolve);
      this.#deflate.on('error', reject);
    });
  }

  /** Waits until the text is taken. */
  async write(text: string): Promise<void> {
    const bytes = Buffer.from(text, 'utf8');
    this.#crc = crc32(bytes, this.#crc);
    this.#size += bytes.length;
    if (!this.#deflate.write(bytes)) await new Promise((resolve) => this.#deflate.once('drain', resolve));
  }

  async end(): Promise<ZipMember> {
    this.#deflate.end();
    await this.#ended;
    return { name: this.#name, bytes: Buffer.concat(this.#parts), pressed: { size: this.#size, crc: this.#crc } };
  }
}

const pressed = (name: string, content: string): ZipMember => {
  const bytes = Buffer.from(`${head}${content}`, 'utf8');
  return { name, bytes: deflateRawSync(bytes), pressed: { size: bytes.length, crc: crc32(bytes) } };
};

/** Different parts of a style by what they say, numbered as they come. */
class Numbered {
  readonly all: string[];

  constructor(...first: string[]) {
    this.all = first;
  }

  of(content: string): number {
    const at = this.all.indexOf(content);
    return at >= 0 ? at : this.all.push(content) - 1;
  }
}

const fontOf = (name: string, size: number, bold: boolean): string => `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="${name}"/><charset val="134"/></font>`;
const edge = (side: string): string => `<${side} style="thin"><color rgb="FF000000"/></${side}>`;

class Styles {
  readonly #fonts = new Numbered(fontOf('宋体', 11, false));
  readonly #fills = new Numbered('<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>');
  readonly #borders = new Numbered('<border><left/><right/><top/><bottom/><diagonal/></border>');
  readonly #looks = new Numbered('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');

  of({ font, size, bold = false, align, format, ruled = false, ground }: Look): number {
    const [face, fill, border] = [
      this.#fonts.of(fontOf(font, size, bold)),
      ground === undefined ? 0 : this.#fills.of(`<fill><patternFill patternType="solid"><fgColor rgb="FF${ground}"/></patternFill></fill>`),
      ruled ? this.#borders.of(`<border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border>`) : 0,
    ];
    return this.#looks.of(`<xf numFmtId="${formats[format]}" fontId="${face}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${align}" vertical="center" wrapText="1"/></xf>`);
  }

  xml(): string {
    const list = (tag: string, { all }: Numbered): string => `<${tag} count="${all.length}">${all.join('')}</${tag}>`;
    return `<styleSheet ${main}>${list('fonts', this.#fonts)}${list('fills', this.#fills)}${list('borders', this.#borders)}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list('cellXfs', this.#looks)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }
}

/** One worksheet, row after row. */
export class RuledSheet {
  readonly #part: PressedPart;
  readonly #setup: SheetSetup;
  readonly #letters: readonly string[];
  readonly #merged: string[] = [];
  #row = 0;
  #open: string;

  constructor(part: PressedPart, setup: SheetSetup) {
    this.#part = part;
    this.#setup = setup;
    this.#letters = setup.widths.map((_, at) => columnLetters(at));
    const pane = setup.frozen === 0 ? '' : `<pane ySplit="${setup.frozen}" topLeftCell="A${setup.frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
    const columns = setup.widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width.toFixed(2)}" customWidth="1"/>`).join('');
    this.#open = `${head}<worksheet ${main}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="${rowPoints}" customHeight="1"/><cols>${columns}</cols><sheetData>`;
  }

  /** The next row. `lines` of `size` points, for its height; null where it is as high as the others. Cells from the first column on; blanks at its end may be left out. */
  async row(cells: readonly RuledCell[], height: { readonly lines: number; readonly size: number } | null = null): Promise<void> {
    this.#row++;
    const row = this.#row;
    let xml = height === null ? `<row r="${row}">` : `<row r="${row}" ht="${heightOfLines(height.lines, height.size)}" customHeight="1">`;
    for (const [at, { value, style }] of cells.entries()) {
      const place = `<c r="${this.#letters[at] ?? columnLetters(at)}${row}" s="${style}"`;
      if (value === '') xml += `${place}/>`;
      else if (typeof value === 'number') xml += `${place}><v>${value}</v></c>`;
      else xml += `${place} t="inlineStr"><is><t${spaced.test(value) ? ' xml:space="preserve"' : ''}>${escaped(value)}</t></is></c>`;
    }
    this.#open += `${xml}</row>`;
    if (this.#open.length < portion) return;
    const taken = this.#open;
    this.#open = '';
    await this.#part.write(taken);
  }

  /** Makes one cell of several: rows from 1, columns from 0, both ends in it. */
  merge(row: number, from: number, toRow: number, to: number): void {
    if (from !== to || row !== toRow) this.#merged.push(`<mergeCell ref="${columnLetters(from)}${row}:${columnLetters(to)}${toRow}"/>`);
  }

  /** Rows so far. */
  get rows(): number {
    return this.#row;
  }

  /** What stands behind the rows. */
  async end(): Promise<ZipMember> {
    const merged = this.#merged.length === 0 ? '' : `<mergeCells count="${this.#merged.length}">${this.#merged.join('')}</mergeCells>`;
    const { paper, landscape } = this.#setup;
    await this.#part.write(
      `${this.#open}</sheetData>${merged}<printOptions horizontalCentered="1"/><pageMargins left="0.45" right="0.45" top="0.5" bottom="0.6" header="0.2" footer="0.3"/><pageSetup paperSize="${paper === 'A3' ? 8 : 9}" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>`,
    );
    return this.#part.end();
  }
}

/** A workbook of ruled tables, in XML of our own: a library makes an object of every cell, which is most of what a long list costs. */
export class RuledBook {
  readonly #styles = new Styles();
  readonly #sheets: SheetSetup[] = [];
  readonly #members: ZipMember[] = [];

  style(look: Look): number {
    return this.#styles.of(look);
  }

  /** The next worksheet, filled by `write` and then ended. */
  async sheet(setup: SheetSetup, write: (sheet: RuledSheet) => Promise<void>): Promise<void> {
    this.#sheets.push(setup);
    const sheet = new RuledSheet(new PressedPart(`xl/worksheets/sheet${this.#sheets.length}.xml`), setup);
    await write(sheet);
    this.#members.push(await sheet.end());
  }

  bytes(at: Date): Uint8Array {
    const titles = this.#sheets.flatMap(({ name, titles: rows }, place) => (rows ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${place}">'${escaped(name)}'!$${rows[0]}:$${rows[1]}</definedName>`] : []));
    const sheets = this.#sheets.map(({ name }, place) => `<sheet name="${escaped(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`).join('');
    const overrides = this.#sheets.map((_, place) => `<Override PartName="/xl/worksheets/sheet${place + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`).join('');
    const links = this.#sheets.map((_, place) => `<Relationship Id="rId${place + 1}" Type="${types}/worksheet" Target="worksheets/sheet${place + 1}.xml"/>`).join('');
    return zipOf(
      [
        pressed('[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>${overrides}<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`),
        pressed('_rels/.rels', `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${types}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
        pressed('xl/workbook.xml', `<workbook ${main}><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets>${sheets}</sheets>${titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : ''}</workbook>`),
        pressed('xl/_rels/workbook.xml.rels', `<Relationships xmlns="${relations}">${links}<Relationship Id="rId${this.#sheets.length + 1}" Type="${types}/styles" Target="styles.xml"/></Relationships>`),
        pressed('xl/styles.xml', this.#styles.xml()),
        ...this.#members,
      ],
      at,
    );
  }
}
