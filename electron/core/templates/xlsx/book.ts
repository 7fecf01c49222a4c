import { damagedFile } from '../../importing/read-refusals.ts';
import { isBuiltInDateFormat, isDateFormat } from '../../importing/read-dates.ts';
import type { OfficeFile } from '../office-file.ts';
import type { XmlElement } from '../xml-tree.ts';

export interface BookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
  /** Its place among all sheets, by which names of the book call it. */
  readonly place: number;
}

/** What the format of a cell says, by its index. */
export interface CellStyle {
  readonly date: boolean;
  readonly text: boolean;
  readonly framed: boolean;
}

/** A workbook as parts: its sheets, the formats of its cells, its texts. */
export interface Book {
  readonly office: OfficeFile;
  readonly part: string;
  readonly root: XmlElement;
  readonly sheets: readonly BookSheet[];
  readonly styles: readonly CellStyle[];
  /** The shared texts, each with its runs. */
  readonly strings: readonly XmlElement[];
  readonly from1904: boolean;
}

const truth = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

/** The part of a package that is the document itself. */
export async function mainPart(office: OfficeFile): Promise<string> {
  const main = (await office.relations('')).find(({ kind }) => kind === 'officeDocument')?.part;
  if (main === undefined || main === null || !office.has(main)) throw damagedFile(office.name, '缺少目录');
  return main;
}

/** The element of the document within the tree of a part. */
export function rootOf(tree: XmlElement, file: string): XmlElement {
  const [root] = tree.elements();
  if (!root) throw damagedFile(file);
  return root;
}

async function stylesOf(office: OfficeFile, part: string | null | undefined): Promise<CellStyle[]> {
  if (part === undefined || part === null || !office.has(part)) return [];
  const root = rootOf(await office.tree(part), office.name);
  const codes = new Map((root.first('numFmts')?.elements('numFmt') ?? []).map((format) => [format.get('numFmtId') ?? '', format.get('formatCode') ?? '']));
  const framed = (root.first('borders')?.elements('border') ?? []).map((border) => border.elements().some((side) => !['diagonal', 'vertical', 'horizontal'].includes(side.name) && !['none', undefined].includes(side.get('style'))));
  return (root.first('cellXfs')?.elements('xf') ?? []).map((format): CellStyle => {
    const id = format.get('numFmtId') ?? '0';
    const code = codes.get(id);
    return { date: code === undefined ? isBuiltInDateFormat(Number(id)) : isDateFormat(code), text: code === undefined ? id === '49' : code === '@', framed: framed[Number(format.get('borderId') ?? 0)] ?? false };
  });
}

export async function openBook(office: OfficeFile): Promise<Book> {
  const part = await mainPart(office);
  const root = rootOf(await office.tree(part), office.name);
  const relations = await office.relations(part);
  const sheets = (root.first('sheets')?.elements('sheet') ?? []).flatMap((sheet, place): BookSheet[] => {
    const relation = relations.find(({ id }) => id === sheet.get(sheet.prefixed('id') ?? 'id'));
    if (relation?.kind !== 'worksheet' || relation.part === null) return [];
    if (!office.has(relation.part)) throw damagedFile(office.name, `缺少工作表“${sheet.get('name') ?? ''}”的内容`);
    return [{ name: sheet.get('name') ?? '', hidden: /hidden/i.test(sheet.get('state') ?? ''), part: relation.part, place }];
  });
  const texts = relations.find(({ kind }) => kind === 'sharedStrings')?.part;
  return {
    office,
    part,
    root,
    sheets,
    styles: await stylesOf(office, relations.find(({ kind }) => kind === 'styles')?.part),
    strings: texts !== undefined && texts !== null && office.has(texts) ? rootOf(await office.tree(texts), office.name).elements('si') : [],
    from1904: truth(root.first('workbookPr')?.get('date1904')),
  };
}
