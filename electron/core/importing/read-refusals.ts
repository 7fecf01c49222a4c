import { Refusal } from '../../../shared/contract/errors.ts';

/** Every way in which a file can fail to be a readable workbook, worded once. `file` is the name that the user chose. */
const saveAsXlsx = '请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”后再导入';

export const emptyFile = (file: string): Refusal =>
  new Refusal('FILE_EMPTY', '文件是空的，里面什么内容也没有', { where: file, remedy: '请重新下载，或请发来的人再发一份' });

export const notAWorkbook = (file: string, looksLike: string, remedy = saveAsXlsx): Refusal =>
  new Refusal('FILE_NOT_A_WORKBOOK', `这不是表格文件，看起来是${looksLike}`, { where: file, remedy });

export const damagedFile = (file: string, detail = '可能没有下载完整'): Refusal =>
  new Refusal('FILE_DAMAGED', `文件已损坏，读不出来：${detail}`, {
    where: file,
    remedy: '请重新下载或重新拷贝一份；如果 Excel 还能打开，另存为新的 .xlsx 后再导入',
  });

export const encryptedFile = (file: string): Refusal =>
  new Refusal('FILE_ENCRYPTED', '文件设了打开密码，读不到里面的内容', {
    where: file,
    remedy: '请用 Excel 或 WPS 输入密码打开，另存为无密码的副本后再导入',
  });

export const tooLargeFile = (file: string, detail: string): Refusal =>
  new Refusal('FILE_TOO_LARGE', `文件太大，没有读取：${detail}`, {
    where: file,
    remedy: '请只保留要导入的工作表，另存为新的 .xlsx 后再导入',
  });

/** Widest sheet that is read; the widest provincial sheet known has fewer than 300 columns. */
export const maximumColumns = 2000;

/** Most sheets of a workbook: some offices keep one for each household. */
export const maximumSheets = 1000;

/** Rows of Excel's longest sheet. */
export const maximumRows = 1_048_576;

export const tooWideSheet = (file: string, sheet: string): Refusal =>
  new Refusal('SHEET_TOO_WIDE', `工作表超过 ${maximumColumns} 列，不像是一张名册`, {
    where: `${file}，工作表“${sheet}”`,
    remedy: '请删除右边多余的列，另存后再导入',
  });

export const cancelledReading = (file: string): Refusal => new Refusal('CANCELLED', '已取消读取', { where: file });

export const stopWhenCancelled = (signal: AbortSignal | undefined, file: string): void => {
  if (signal?.aborted) throw cancelledReading(file);
};
