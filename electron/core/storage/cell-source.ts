/** On sheets of households the head's own values stand in columns of another name. */
const ofTheHead: Readonly<Record<string, string>> = { name: 'headName', identityNo: 'headIdentityNo', memberNo: 'headNo' };

/** Address of a field's cell in the file that it came from: "H5", the row alone where the field had no column, null for no file. */
export function cellOf(entry: { readonly columns: string | null; readonly sheetRow: number | null }, field: string): string | null {
  if (entry.columns === null || entry.sheetRow === null) return null;
  const columns = JSON.parse(entry.columns) as Record<string, string>;
  const letters = columns[field] ?? columns[ofTheHead[field] ?? ''];
  return letters === undefined ? `第 ${entry.sheetRow} 行` : `${letters}${entry.sheetRow}`;
}
