import { create } from 'zustand';
import type { CodeQuestion } from '../../shared/changes/plan-types.ts';
import type { CodeAnswer, SheetWord } from '../../shared/contract/importing.ts';

export interface SheetName {
  readonly file: string;
  readonly sheet: string;
}

export const sheetKey = ({ file, sheet }: SheetName): string => `${file}\n${sheet}`;

/** The words said of sheets, later ones in place of earlier ones of the same sheet. */
export function withWords(words: readonly SheetWord[], more: readonly SheetWord[]): readonly SheetWord[] {
  const later = new Set(more.map(sheetKey));
  return [...words.filter((word) => !later.has(sheetKey(word))), ...more];
}

export const questionKey = ({ department, field, written }: Pick<CodeQuestion, 'department' | 'field' | 'written'>): string => `${department}\n${field}\n${written}`;

interface Pending {
  /** Words on sheets that no plan was made with yet, by sheet. */
  readonly words: Readonly<Record<string, SheetWord>>;
  readonly answers: Readonly<Record<string, CodeAnswer>>;
  readonly say: (word: SheetWord) => void;
  readonly unsay: (sheet: SheetName) => void;
  readonly answer: (question: CodeQuestion, value: string | null | undefined) => void;
  readonly forget: () => void;
}

const none = { words: {}, answers: {} } as const;

/** What the clerk has said and not had the files compared by yet: changes gather here until one button applies them. */
export const usePending = create<Pending>()((set) => ({
  ...none,
  say: (word) => set(({ words }) => ({ words: { ...words, [sheetKey(word)]: word } })),
  unsay: (sheet) => set(({ words: { [sheetKey(sheet)]: _gone, ...words } }) => ({ words })),
  answer: (question, value) =>
    set(({ answers: { [questionKey(question)]: _gone, ...answers } }) => {
      const { department, field, written } = question;
      return { answers: value === undefined ? answers : { ...answers, [questionKey(question)]: { department, field, written, value } } };
    }),
  forget: () => set(none),
}));
