import type { Worksheet } from 'exceljs';
import { columnLetters } from '../../../shared/sheets/cells.ts';
import { kindOf, type Field } from '../../../shared/register/field.ts';
import { codeHead, stampSheet, type FillStamp } from '../../../shared/cycle/stamp.ts';
import { breathe, type Job } from '../jobs.ts';
import { newBook } from './book-writer.ts';
import { heightOfLines, linesInCell } from './cell-lines.ts';
import { literal } from './literal-text.ts';

export interface FillInSheet {
  readonly title: string;
  readonly key: string;
  /** Sentence above the table. */
  readonly note: string;
  /** How many columns stay at the left. */
  readonly frozen: number;
  readonly columns: readonly { readonly field: Field; readonly asked: boolean }[];
  readonly rows: readonly { readonly code: string; readonly cells: readonly string[]; readonly open: readonly boolean[] }[];
}

export interface FillInBook {
  readonly title: string;
  /** Under the title: office, month, until when. */
  readonly line: string;
  /** How it is to be filled in, a sentence a line. */
  readonly words: readonly string[];
  readonly sheets: readonly FillInSheet[];
  readonly stamp: FillStamp;
}

/** Narrow enough for A4 in whatever type stands in for ours. */
const guideWidth = 76;
const numbers = new Set(['money', 'measure', 'count']);
const thin = { style: 'thin' as const, color: { argb: 'FFBFBFBF' } };
const border = { top: thin, left: thin, bottom: thin, right: thin };
const shade = (argb: string) => ({ type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb } });
/** Excel takes a list of at most so many characters in the rule itself; a longer one stands on the hidden sheet. */
const longestList = 240;
/** Lists begin right of the stamp itself. */
const firstListColumn = 3;

/** Where several values may stand together a drop-down would forbid them. */
const choicesOf = ({ kind, codes }: Field): readonly string[] => (kind === 'yesNo' ? ['是', '否'] : codes === undefined || codes.several === true ? [] : codes.values.map(({ value }) => value));

/** Lists for drop-downs: short ones in the rule, long ones as a range of the hidden sheet. */
class Lists {
  readonly columns: (readonly string[])[] = [];
  readonly #at = new Map<string, string>();

  formulaOf(choices: readonly string[]): string {
    const joined = choices.join(',');
    if (joined.length <= longestList) return `"${joined}"`;
    let found = this.#at.get(joined);
    if (found === undefined) {
      const letters = columnLetters(firstListColumn + this.columns.length - 1);
      this.columns.push(choices);
      this.#at.set(joined, (found = `'${stampSheet}'!$${letters}$1:$${letters}$${choices.length}`));
    }
    return found;
  }
}

/** What a cell lets in, and what is said beside it. */
function ruleOf(own: Field, lists: Lists) {
  const choices = choicesOf(own);
  const refusal = { showErrorMessage: true, errorStyle: 'stop' as const, errorTitle: own.label };
  if (choices.length > 0) return { type: 'list' as const, allowBlank: true, formulae: [lists.formulaOf(choices)], ...refusal, error: '请从下拉里选' };
  if (own.kind === 'count') return { type: 'whole' as const, operator: 'greaterThanOrEqual' as const, allowBlank: true, formulae: [0], ...refusal, error: '请填整数' };
  if (own.kind === 'money' || own.kind === 'measure') return { type: 'decimal' as const, operator: 'greaterThanOrEqual' as const, allowBlank: true, formulae: [0], ...refusal, error: '请填数字，不写单位' };
  const prompt = own.kind === 'date' ? '写成 2020-03-15' : own.kind === 'month' ? '写成 2020-03' : own.kind === 'identity' ? '18位证件号码，先设成文本再填' : '';
  return prompt === '' ? null : { type: 'textLength' as const, operator: 'lessThanOrEqual' as const, allowBlank: true, formulae: [30], ...refusal, error: prompt, showInputMessage: true, promptTitle: own.label, prompt };
}

interface EndOfSheet {
  _writeCloseSheetData(): void;
  _writeSheetProtection(): void;
}

/** exceljs writes the protection of a sheet behind its rules for cells, where the schema has it in front of them. */
async function lock(sheet: Worksheet, options: Parameters<Worksheet['protect']>[1]): Promise<void> {
  await sheet.protect('', options);
  const end = sheet as unknown as EndOfSheet;
  /* oxlint-disable no-underscore-dangle -- the library's own names */
  const [close, protect] = [end._writeCloseSheetData.bind(sheet), end._writeSheetProtection.bind(sheet)];
  end._writeCloseSheetData = () => {
    close();
    protect();
  };
  end._writeSheetProtection = () => undefined;
  /* oxlint-enable no-underscore-dangle */
}

const widthOf = (own: Field): number => Math.min(40, Math.max(9, own.label.length * 2 + 2, own.printWidth * 0.6));

function table(sheet: Worksheet, { title, note, key, columns, rows }: FillInSheet, line: string, lists: Lists): void {
  sheet.columns = [{ width: 10, hidden: true }, ...columns.map(({ field }) => ({ width: widthOf(field) }))];
  const above = (text: string, size: number, bold: boolean): void => {
    const row = sheet.addRow(['', text]);
    row.getCell(2).font = { bold, size, name: '宋体' };
    row.commit();
  };
  above(title, 16, true);
  above(line, 11, false);
  above(note, 11, false);
  const head = sheet.addRow([`${codeHead}${key}`, ...columns.map(({ field }) => field.label)]);
  head.height = 30;
  head.eachCell((cell, at) => {
    cell.font = { bold: true, size: 11, name: '宋体' };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.fill = shade(columns[at - 2]?.asked ? 'FFFFF2CC' : 'FFE7E6E6');
    cell.border = border;
  });
  head.commit();
  const rules = columns.map(({ field, asked }) => (asked || field.entity !== 'entry' ? ruleOf(field, lists) : null));
  for (const { code, cells, open } of rows) {
    const row = sheet.addRow([code]);
    for (const [at, { field }] of columns.entries()) {
      const cell = row.getCell(at + 2);
      const text = cells[at] ?? '';
      const free = open[at] === true;
      if (text !== '') cell.value = numbers.has(field.kind) && kindOf(field).read(text, { today: '9999-12-31' }).ok ? Number(text) : literal(text);
      cell.numFmt = numbers.has(field.kind) ? (field.kind === 'money' ? '0.00' : 'General') : '@';
      cell.border = border;
      cell.alignment = { vertical: 'middle', wrapText: true };
      cell.protection = { locked: !free };
      if (!free) cell.fill = shade('FFF2F2F2');
      const rule = free ? rules[at] : null;
      if (rule) cell.dataValidation = rule;
    }
    row.commit();
  }
}

/** A workbook for an office to fill in: how to, a sheet a question with drop-downs and locked columns, and a hidden sheet that says what it is. */
export async function writeFillIn({ title, line, words, sheets, stamp }: FillInBook, job: Job): Promise<Uint8Array> {
  const { book, bytes } = await newBook(true);
  const lists = new Lists();
  const guide = book.addWorksheet('填报说明', { pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 } });
  guide.columns = [{ width: guideWidth }];
  for (const [at, text] of [title, line, ...words].entries()) {
    const row = guide.addRow([text]);
    const size = at === 0 ? 18 : 12;
    row.height = heightOfLines(linesInCell(text, guideWidth, size), size);
    row.getCell(1).font = { size, bold: at === 0, name: '宋体' };
    row.getCell(1).alignment = { wrapText: true, vertical: 'middle' };
    row.commit();
  }
  await lock(guide, {});
  guide.commit();
  for (const one of sheets) {
    await breathe(job);
    const sheet = book.addWorksheet(one.title, {
      views: [{ state: 'frozen', xSplit: 1 + one.frozen, ySplit: 4 }],
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '4:4' },
      headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
    });
    table(sheet, one, line, lists);
    await lock(sheet, { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true });
    sheet.commit();
  }
  const marks = book.addWorksheet(stampSheet, { state: 'veryHidden' });
  const told = JSON.stringify(stamp);
  const rows = Math.max(1, ...lists.columns.map(({ length }) => length));
  for (let at = 0; at < rows; at++) marks.addRow([at === 0 ? literal(told) : '', ...lists.columns.map((choices) => choices[at] ?? '')]).commit();
  marks.commit();
  return bytes();
}
