import { columnLetters } from '../../../../shared/sheets/cells.ts';
import { literal } from '../../reporting/literal-text.ts';
import { escapeXml } from '../xml-tree.ts';
import { rootOf, type Book } from './book.ts';
import { CellFormats } from './cell-formats.ts';
import { freePart } from './copy-sheet.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

export interface AddedSheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly width: (header: string) => number;
}

/** A sheet of texts behind the sheets of a workbook: its head stays in sight, every cell is text. */
export async function addSheet(book: Book, { name, head, rows, width }: AddedSheet): Promise<void> {
  const { office, root } = book;
  const formats = await CellFormats.of(book);
  const [bold, plain] = [formats.asText(0, { bold: true }), formats.asText(0, {})];
  const line = (texts: readonly string[], number: number, format: string | undefined): string =>
    `<row r="${number}">${texts.map((text, at) => (text === '' ? '' : `<c r="${columnLetters(at)}${number}"${format === undefined ? '' : ` s="${format}"`} t="inlineStr"><is><t xml:space="preserve">${escapeXml(literal(text))}</t></is></c>`)).join('')}</row>`;
  const columns = head.map((header, at) => `<col min="${at + 1}" max="${at + 1}" width="${width(header)}"${plain === undefined ? '' : ` style="${plain}"`} customWidth="1"/>`).join('');
  const sheet = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>${line(head, 1, bold)}${rows.map((texts, at) => line(texts, at + 2, plain)).join('')}</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;
  const part = freePart(office, book.sheets[0]?.part ?? 'xl/worksheets/sheet1.xml');
  await office.add(part, Buffer.from(sheet, 'utf8'), type);
  const list = root.first('sheets');
  const [model] = list?.elements('sheet') ?? [];
  const relations = rootOf(await office.tree(book.part.replace(/([^/]*)$/, '_rels/$1.rels')), office.name);
  const [worksheet] = relations.elements('Relationship').filter((each) => each.get('Type')?.endsWith('/worksheet'));
  if (!list || !model || !worksheet) throw new Error('A workbook that was read has a sheet');
  const taken = new Set(relations.elements('Relationship').map((each) => each.get('Id')));
  let id = 'rIdAdded';
  for (let at = 2; taken.has(id); at++) id = `rIdAdded${at}`;
  relations.children.push(worksheet.beside('Relationship', { Id: id, Type: worksheet.get('Type') ?? '', Target: `/${part}` }));
  const added = model.copy();
  added.unset('state');
  added.set('name', name);
  added.set('sheetId', String(Math.max(...list.elements('sheet').map((each) => Number(each.get('sheetId')))) + 1));
  added.set(model.prefixed('id') ?? 'id', id);
  list.children.push(added);
}
