import type { SheetRow } from '../../../shared/sheets/cells.ts';

/** What every reader yields, whatever the format of the file. */
export interface WorkbookSheet {
  readonly name: string;
  /** Hidden or very hidden in the file. */
  readonly hidden: boolean;
  /** Rows in the file's order, in batches of at most 500; rows without a value are left out. May be called again. */
  rows(signal?: AbortSignal): AsyncIterable<readonly SheetRow[]>;
}

export interface Workbook {
  readonly format: 'xlsx' | 'xls' | 'csv' | 'html' | 'ods';
  readonly sheets: readonly WorkbookSheet[];
  close(): void;
}

export const batchSize = 500;
