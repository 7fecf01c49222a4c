import { withoutNumbers } from '../papers/gate.ts';
import { figureText, shareText } from './figure-text.ts';
import type { Figure, MadeReport, MadeRow, MadeSheet } from './made-report.ts';
import type { PeriodKind } from './report.ts';
import type { Prose, ProseParagraph } from './prose.ts';

/** A stretch of the text: a number with its figure, or words. */
export interface ProsePiece {
  readonly text: string;
  readonly figure?: string;
  /** The number is another than in the period before: 比上月多2人. */
  readonly change?: string;
  readonly bold?: true;
}

export interface MadeProse {
  readonly title: string;
  readonly paragraphs: readonly (readonly ProsePiece[])[];
  /** Sentences that had to be left out, by what the report has no figure for. */
  readonly lacks: readonly string[];
}

const last: Readonly<Record<PeriodKind, string>> = { year: '上年', quarter: '上季', month: '上月', day: '上次' };

const said = ({ value, unit }: Pick<Figure, 'value' | 'unit'>): string => `${figureText(value, unit === '%' ? '个' : unit)}${unit}`;

function changeOf(now: Figure, before: Figure | undefined, kind: PeriodKind): string | undefined {
  if (!before || before.value === now.value) return undefined;
  return `比${last[kind]}${now.value > before.value ? '多' : '少'}${said({ ...now, value: Math.abs(now.value - before.value) })}`;
}

interface Telling {
  readonly made: MadeReport;
  readonly before: MadeReport | null;
  readonly kind: PeriodKind;
}

/** A figure, or the share of two; null where there is none, nor a whole of which something could be a share. */
function figurePiece(part: string, { made, before, kind }: Telling): ProsePiece | null {
  const [key = '', of] = part.split('÷');
  const figure = made.figures[key];
  if (!figure) return null;
  if (of !== undefined) {
    const whole = made.figures[of];
    return whole === undefined || whole.value === 0 ? null : { text: shareText(figure.value, whole.value) };
  }
  const change = changeOf(figure, before?.figures[key], kind);
  return { text: said(figure), figure: key, ...(change === undefined ? {} : { change }) };
}

/** Words, figure, words …; the key of what is not there where a figure is not. */
function piecesOf(sentence: string, telling: Telling): ProsePiece[] | string {
  const pieces: ProsePiece[] = [];
  for (const [at, part] of sentence.split(/[{}]/).entries()) {
    if (part === '') continue;
    const piece = at % 2 === 0 ? { text: part } : figurePiece(part, telling);
    if (!piece) return part;
    pieces.push(piece);
  }
  return pieces;
}

/** How a row is called: its item, or its village and street; a sum by what it sums up. */
export function calledBy({ columns }: MadeSheet, { rank, cells }: MadeRow): string {
  if (rank === 'total') return '';
  const names = rank === 'subtotal' ? ['#town'] : ['#town', '#village', 'item'];
  return columns.flatMap(({ key }, at) => (names.includes(key) ? [cells[at]?.text ?? ''] : [])).join('');
}

/** What the clerk wrote beside the rows, each row's name in front. */
function written(column: string, { sheets, level }: MadeReport): ProsePiece[] {
  const texts = sheets.flatMap((sheet) => {
    const at = sheet.columns.findIndex(({ key }) => key === column);
    return at < 0 ? [] : sheet.rows.flatMap((row) => {
      const text = (row.cells[at]?.text ?? '').trim().replace(/[。；;]+$/, '');
      return text === '' ? [] : [[calledBy(sheet, row), text].filter((part) => part !== '').join('：')];
    });
  });
  const whole = texts.join('；');
  return whole === '' ? [] : [{ text: `${level === 'full' ? whole : withoutNumbers(whole)}。` }];
}

/** A sentence for each street, as the sheet has them. */
function eachStreet({ sheet: key, sentence }: NonNullable<ProseParagraph['each']>, telling: Telling): ProsePiece[] {
  const sheet = telling.made.sheets.find((each) => each.key === key);
  const rows = sheet?.rows.filter(({ rank }) => rank === 'subtotal') ?? [];
  return rows.flatMap((row, at) => {
    const own = sentence.replaceAll(/\{([^}*]+)\}/g, (_, names: string) => `{${names.split('÷').map((name) => `${key}/${row.key}/${name}`).join('÷')}}`);
    const pieces = piecesOf(own.replace('{*}', sheet ? calledBy(sheet, row) : ''), telling);
    return typeof pieces === 'string' ? [] : [...pieces, { text: at === rows.length - 1 ? '。' : '；' }];
  });
}

/** What a figure that is not there is called: its row's item, or the head of its column. */
function lacking(figure: string, { sheets }: MadeReport): string {
  const [sheet, row, column] = figure.split('÷')[0]?.split('/') ?? [];
  const found = sheets.find(({ key }) => key === sheet);
  const line = found?.rows.find(({ key }) => key === row);
  if (!found || !line) return figure;
  return calledBy(found, line) || (found.columns.find(({ key }) => key === column)?.head.join('') ?? figure);
}

/** A report in running text: every number is one of the report's own. `before`: what was reported for the period before. */
export function makeProse(prose: Prose, made: MadeReport, before: MadeReport | null, kind: PeriodKind): MadeProse {
  const lacks: string[] = [];
  const telling = { made, before, kind };
  const paragraphOf = ({ heading, sentences, each, written: column }: ProseParagraph): ProsePiece[] => {
    const told = sentences.flatMap((sentence) => {
      const pieces = piecesOf(sentence, telling);
      if (typeof pieces !== 'string') return pieces;
      lacks.push(lacking(pieces, made));
      return [];
    });
    const all = [...told, ...(each === undefined ? [] : eachStreet(each, telling)), ...(column === undefined ? [] : written(column, made))];
    return all.length === 0 ? [] : [{ text: heading, bold: true }, ...all];
  };
  return { title: `${made.periodLabel}${prose.title}`, paragraphs: prose.paragraphs.map(paragraphOf).filter((pieces) => pieces.length > 0), lacks: [...new Set(lacks)] };
}

/** A piece as plain text, what changed in brackets behind it. */
export const pieceText = ({ text, change }: ProsePiece): string => (change === undefined ? text : `${text}（${change}）`);

/** The same as plain text, for pasting. */
export const proseText = ({ title, paragraphs }: MadeProse): string => [title, ...paragraphs.map((pieces) => pieces.map(pieceText).join(''))].join('\n');
