import type { SheetRow } from '../../../shared/sheets/cells.ts';

/** What every reader yields, whatever the format of the file. */
export interface WorkbookSheet {
  readonly name: string;
  /** Hidden or very hidden in the file. */
  readonly hidden: boolean;
  /** Rows in the file's order, in batches of at most 100 (few enough to be forgotten while they are young); rows without a value are left out. May be called again. */
  rows(signal?: AbortSignal): AsyncIterable<readonly SheetRow[]>;
  /** The cells that are merged over several rows; absent where the format knows none. */
  merged?(signal?: AbortSignal): Promise<readonly MergedCells[]>;
}

/** A cell merged downwards: its value stands in the top row, the rows below it are blank in the file. */
export interface MergedCells {
  /** 0-based; of a cell that is merged to the right, too, the first. */
  readonly column: number;
  /** Row numbers in the file, both included. */
  readonly top: number;
  readonly bottom: number;
}

export interface Workbook {
  readonly format: 'xlsx' | 'xls' | 'csv' | 'html' | 'ods';
  readonly sheets: readonly WorkbookSheet[];
  close(): void;
}

export const batchSize = 100;
