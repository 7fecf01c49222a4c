import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SheetRow } from '../../../shared/sheets/cells.ts';
import { stopWhenCancelled, tooLargeFile, tooWideSheet } from './read-refusals.ts';
import { OdsTableCollector } from './read-ods-rows.ts';
import { batchSize } from './read-sheet.ts';
import type { MergedCells, Workbook } from './read-sheet.ts';
import { XmlScanner } from './read-xml-scanner.ts';
import { scanPart } from './read-xml.ts';
import type { ZipParts } from './read-zip.ts';

const content = 'content.xml';

/**
 * Opens an OpenDocument sheet. Read here and not by SheetJS, which expands "this row a million times" before it looks,
 * takes truth values for numbers and drops blanks. A sheet is one pass over the content.
 */
export async function openOds(zip: ZipParts, file: string): Promise<Workbook> {
  const passOver = (wanted: number, name: string): OdsTableCollector =>
    new OdsTableCollector(wanted, { tooWide: () => tooWideSheet(file, name), tooLong: () => tooLargeFile(file, `工作表“${name}”超过一百万行`) });
  const contents = passOver(-1, '');
  for await (const _ of scanPart(zip, content, file, new XmlScanner(contents)));

  const rowsOf = async function* (wanted: number, name: string, signal?: AbortSignal): AsyncGenerator<readonly SheetRow[]> {
    const collector = passOver(wanted, name);
    let taken = 0;
    for await (const _ of scanPart(zip, content, file, new XmlScanner(collector), signal)) {
      for (; collector.rows.length - taken >= batchSize; taken += batchSize) {
        yield collector.rows.slice(taken, taken + batchSize);
        await nextTurn();
        stopWhenCancelled(signal, file);
      }
      collector.rows.splice(0, taken);
      taken = 0;
    }
    if (collector.rows.length > 0) yield collector.rows;
  };
  const mergedOf = async (wanted: number, name: string, signal?: AbortSignal): Promise<readonly MergedCells[]> => {
    const collector = passOver(wanted, name);
    for await (const _ of scanPart(zip, content, file, new XmlScanner(collector), signal)) collector.rows.length = 0;
    return collector.merged;
  };
  return {
    format: 'ods',
    sheets: contents.tables.map(({ name, hidden }, at) => ({ name, hidden, rows: (signal?: AbortSignal) => rowsOf(at, name, signal), merged: (signal?: AbortSignal) => mergedOf(at, name, signal) })),
    close: () => zip.close(),
  };
}
