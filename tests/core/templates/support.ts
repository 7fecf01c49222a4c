import { openWorkbook } from '../../../electron/core/importing/read-workbook.ts';
import { cellText } from '../../../shared/sheets/cells.ts';
import type { FormWho } from '../../../shared/contract/templates.ts';
import { readZip } from '../support/zip.ts';
import type { TestClient } from '../support/core.ts';

export const blank = (name: string, bytes: Uint8Array): File => new File([Uint8Array.from(bytes)], name);

export const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** Rows of a sheet by their number, as texts. */
export async function sheetCells(bytes: Uint8Array, sheet = 0): Promise<Map<number, string[]>> {
  const workbook = await openWorkbook(bytes, '填好的.xlsx');
  const rows = new Map<number, string[]>();
  for await (const batch of workbook.sheets[sheet]?.rows() ?? []) for (const { number, cells } of batch) rows.set(number, cells.map(cellText));
  workbook.close();
  return rows;
}

export async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  return new Map([...(await readZip(bytes))].map(([name, content]) => [name, content.toString('latin1')]));
}

export const textOf = (parts: Map<string, string>, name: string): string => Buffer.from(parts.get(name) ?? '', 'latin1').toString('utf8');

/** Parts that are not as they were, those that came and went among them. */
export async function changedParts(before: Uint8Array, after: Uint8Array): Promise<string[]> {
  const [old, now] = [await partsOf(before), await partsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name)).toSorted();
}

export async function fill(client: TestClient, file: File, who: FormWho, options: { level?: 'public' | 'house' | 'reduced' | 'full'; bundle?: 'files' | 'sheets'; word?: Parameters<TestClient['templates']['fillIn']>[0]['word'] } = {}): Promise<Uint8Array> {
  const { level = 'full', bundle = 'files', word } = options;
  return bytesOf(await client.templates.fillIn({ blank: file, who, year: 2020, level, reason: '试填', bundle, ...(word ? { word } : {}) }));
}

/** A worksheet without the rows that are filled: what must be as it came. */
export const withoutRows = (xml: string, from: number, to: number): string => xml.replace(/<row r="(\d+)".*?<\/row>/gs, (row, number: string) => (Number(number) >= from && Number(number) <= to ? '' : row));
