import { Refusal } from '../../../shared/contract/errors.ts';
import type { SheetLook } from '../../../shared/contract/importing.ts';
import { sheetPlace } from '../../../shared/sheets/sheet-place.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** The first rows of a sheet of a plan, as the file has them, with its columns as they were understood. */
export function lookAtSheet(register: RegisterFile, batch: number, file: string, sheet: string): SheetLook {
  const found = register.sql('SELECT rows, columns FROM planTop WHERE batch = ? AND file = ? AND sheet = ?').get(batch, file, sheet) as { rows: string; columns: string } | undefined;
  if (!found) throw new Refusal('NOT_FOUND', '这张表已经不在这次导入里了', { where: sheetPlace(file, sheet), remedy: '请重新选择文件' });
  return { rows: JSON.parse(found.rows) as SheetLook['rows'], columns: JSON.parse(found.columns) as SheetLook['columns'] };
}
