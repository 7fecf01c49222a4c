/** The name that the reader of text files gives to their only sheet. */
export const textSheet = 'Sheet1';

/** What a clerk knows a sheet by: a text file has no sheets and is known by its own name. */
export const sheetCalled = (file: string, sheet: string): string => (sheet === textSheet && /\.(csv|tsv|txt)$/i.test(file) ? file : sheet);

/** File › sheet › cell, as far as they are there; a text file is told once. */
export function sheetPlace(file: string, sheet: string | null, cell: string | null = null): string {
  const called = sheet === null ? '' : sheetCalled(file, sheet);
  return [file, called === file ? '' : called, cell ?? ''].filter((part) => part !== '').join(' › ');
}
