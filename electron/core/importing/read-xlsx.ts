import { setImmediate as nextTurn } from 'node:timers/promises';
import { cellAddress } from '../../../shared/sheets/cells.ts';
import type { SheetRow } from '../../../shared/sheets/cells.ts';
import { RowUnpacker, type PackedRows } from './packed-rows.ts';
import { isBuiltInDateFormat, isDateFormat } from './read-dates.ts';
import { damagedFile, stopWhenCancelled, tooLargeFile, tooWideSheet } from './read-refusals.ts';
import type { Workbook, WorkbookSheet } from './read-sheet.ts';
import { readMerges } from './read-xlsx-merges.ts';
import { RowCollector } from './read-xlsx-rows.ts';
import { readSharedStrings } from './read-xlsx-strings.ts';
import { XmlScanner } from './read-xml-scanner.ts';
import { readElements, scanPart } from './read-xml.ts';
import type { ZipParts } from './read-zip.ts';

interface Relation {
  readonly id: string;
  /** Last word of the type; the namespaces of strict and transitional files differ before it. */
  readonly kind: string;
  readonly part: string;
}

interface Styles {
  readonly dateStyles: readonly boolean[];
}

export interface XlsxBook extends Workbook {
  readonly sheets: readonly (WorkbookSheet & {
    /** The rows as a message between threads (packed-rows.ts), a batch each. */
    packed(signal?: AbortSignal): AsyncIterable<PackedRows>;
  })[];
}

/** Opens an .xlsx or .xlsm: reads its table of contents and styles; rows and shared strings wait until asked for. */
export async function openXlsx(zip: ZipParts, file: string): Promise<XlsxBook> {
  const part = await workbookPart(zip, file);
  const relations = await readRelations(zip, part, file);
  const sheets: { name: string; hidden: boolean; part: string }[] = [];
  let from1904 = false;
  await readElements(zip, part, file, (element) => {
    if (element.name === 'workbookPr') from1904 = ['1', 'true', 'on'].includes(element.attribute('date1904') ?? '');
    if (element.name !== 'sheet' || element.parent !== 'sheets') return;
    const relation = relations.find((one) => one.id === element.attribute('id'));
    // Charts and dialogs are sheets too, of another kind.
    if (relation?.kind !== 'worksheet') return;
    sheets.push({ name: element.attribute('name') ?? '', hidden: /hidden/i.test(element.attribute('state') ?? ''), part: relation.part });
  });
  const missing = sheets.find((sheet) => !zip.has(sheet.part));
  if (missing) throw damagedFile(file, `缺少工作表“${missing.name}”的内容`);
  const { dateStyles } = await readStyles(zip, relations.find((one) => one.kind === 'styles')?.part, file);
  const stringsPart = relations.find((one) => one.kind === 'sharedStrings')?.part;
  let strings: readonly string[] | undefined;

  const packedOf = async function* (sheet: { name: string; part: string }, signal?: AbortSignal): AsyncGenerator<PackedRows> {
    strings ??= stringsPart !== undefined && zip.has(stringsPart) ? await readSharedStrings(zip, stringsPart, file, signal) : [];
    const collector = new RowCollector({
      strings,
      dateStyles,
      from1904,
      tooWide: () => tooWideSheet(file, sheet.name),
      tooLong: () => tooLargeFile(file, `工作表“${sheet.name}”超过一百万行`),
      missingString: (row, column) => damagedFile(file, `工作表“${sheet.name}”的 ${cellAddress(row, column)} 指向不存在的文字`),
    });
    for await (const _ of scanPart(zip, sheet.part, file, new XmlScanner(collector), signal)) {
      for (const batch of collector.batches.splice(0)) {
        yield batch;
        await nextTurn();
        stopWhenCancelled(signal, file);
      }
    }
    collector.end();
    yield* collector.batches;
  };
  const rowsOf = async function* (sheet: { name: string; part: string }, signal?: AbortSignal): AsyncGenerator<readonly SheetRow[]> {
    const unpacker = new RowUnpacker();
    for await (const batch of packedOf(sheet, signal)) yield unpacker.unpack(batch);
  };
  return {
    format: 'xlsx',
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      packed: (signal) => packedOf(sheet, signal),
      rows: (signal) => rowsOf(sheet, signal),
      merged: (signal) => readMerges(zip, sheet.part, signal),
    })),
    close: () => {
      strings = undefined;
      zip.close();
    },
  };
}

async function workbookPart(zip: ZipParts, file: string): Promise<string> {
  const main = (await readRelations(zip, '', file)).find((one) => one.kind === 'officeDocument')?.part;
  if (main !== undefined && zip.has(main)) return main;
  const found = zip.names.find((name) => /(^|\/)workbook\d*\.xml$/i.test(name));
  if (found === undefined) throw damagedFile(file, '缺少工作簿的目录');
  return found;
}

/** The relations of a part, with targets as names in the zip; of the whole package for ''. */
async function readRelations(zip: ZipParts, part: string, file: string): Promise<Relation[]> {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const source = `${folder}_rels/${part.slice(cut)}.rels`;
  const relations: Relation[] = [];
  if (!zip.has(source)) return relations;
  await readElements(zip, source, file, (element) => {
    if (element.name !== 'Relationship' || element.attribute('TargetMode') === 'External') return;
    relations.push({
      id: element.attribute('Id') ?? '',
      kind: (element.attribute('Type') ?? '').split('/').at(-1) ?? '',
      part: resolvePart(folder, element.attribute('Target') ?? ''),
    });
  });
  return relations;
}

function resolvePart(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const name = steps.join('/');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

async function readStyles(zip: ZipParts, part: string | undefined, file: string): Promise<Styles> {
  const dateStyles: boolean[] = [];
  if (part === undefined || !zip.has(part)) return { dateStyles };
  const custom = new Map<number, boolean>();
  await readElements(zip, part, file, (element) => {
    if (element.name === 'numFmt' && element.parent === 'numFmts') {
      custom.set(Number(element.attribute('numFmtId')), isDateFormat(element.attribute('formatCode') ?? ''));
    } else if (element.name === 'xf' && element.parent === 'cellXfs') {
      const id = Number(element.attribute('numFmtId') ?? 0);
      dateStyles.push(custom.get(id) ?? isBuiltInDateFormat(id));
    }
  });
  return { dateStyles };
}
