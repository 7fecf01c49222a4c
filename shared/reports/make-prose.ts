import { withoutNumbers } from '../papers/gate.ts';
import { figureText } from './figure-text.ts';
import type { Figure, MadeReport } from './made-report.ts';
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

/** Words, figure, words …; null where a figure is not there. */
function piecesOf(sentence: string, made: MadeReport, before: MadeReport | null, kind: PeriodKind): ProsePiece[] | string {
  const pieces: ProsePiece[] = [];
  for (const [at, part] of sentence.split(/[{}]/).entries()) {
    if (part === '') continue;
    if (at % 2 === 0) {
      pieces.push({ text: part });
      continue;
    }
    const figure = made.figures[part];
    if (!figure) return part;
    const change = changeOf(figure, before?.figures[part], kind);
    pieces.push({ text: said(figure), figure: part, ...(change === undefined ? {} : { change }) });
  }
  return pieces;
}

/** What the clerk wrote beside the rows, each row's group in front. */
function written(column: string, { sheets, level }: MadeReport): ProsePiece[] {
  const texts = sheets.flatMap(({ columns, rows }) => {
    const at = columns.findIndex(({ key }) => key === column);
    return at < 0 ? [] : rows.flatMap(({ cells }) => { const text = (cells[at]?.text ?? '').trim(); return text === '' ? [] : [`${cells[1]?.text ?? ''}：${text.replace(/[。；;]+$/, '')}`]; });
  });
  const whole = texts.join('；');
  return whole === '' ? [] : [{ text: `${level === 'full' ? whole : withoutNumbers(whole)}。` }];
}

/** A report in running text: every number is one of the report's own. `before`: what was reported for the period before. */
export function makeProse(prose: Prose, made: MadeReport, before: MadeReport | null, kind: PeriodKind): MadeProse {
  const lacks: string[] = [];
  const paragraphOf = ({ heading, sentences, written: column }: ProseParagraph): ProsePiece[] => {
    const told = sentences.flatMap((sentence) => {
      const pieces = piecesOf(sentence, made, before, kind);
      if (typeof pieces !== 'string') return pieces;
      const [sheet, row] = pieces.split('/');
      const line = made.sheets.find(({ key }) => key === sheet)?.rows.find(({ key }) => key === row);
      lacks.push(line?.cells[1]?.text ?? pieces);
      return [];
    });
    const all = column === undefined ? told : written(column, made);
    return all.length === 0 ? [] : [{ text: heading, bold: true }, ...all];
  };
  return { title: `${made.periodLabel}${prose.title}`, paragraphs: prose.paragraphs.map(paragraphOf).filter((pieces) => pieces.length > 0), lacks: [...new Set(lacks)] };
}

/** A piece as plain text, what changed in brackets behind it. */
export const pieceText = ({ text, change }: ProsePiece): string => (change === undefined ? text : `${text}（${change}）`);

/** The same as plain text, for pasting. */
export const proseText = ({ title, paragraphs }: MadeProse): string => [title, ...paragraphs.map((pieces) => pieces.map(pieceText).join(''))].join('\n');
