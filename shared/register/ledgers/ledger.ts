import type { CodeList } from '../../fields/code.ts';
import type { PlainKindName } from '../../fields/kinds.ts';
import type { Department } from '../departments.ts';
import { fieldsOf, type Field, type FieldOptions } from '../field.ts';
import { following, ownFieldsOfLedger } from '../own/spoken.ts';
import type { RecordPaper } from './record-paper.ts';

/** Whom a record is about; `nobody` for what stands for itself: a project, a sum of money, a village, a fair. */
export type LedgerSubject = 'member' | 'household' | 'nobody';

/**
 * A ledger, declared once: its fields, its keys, how it arrives and who sends it. Storage, import, recognition, grid,
 * history, undo and export follow from this. sheets.md has the headers.
 */
export interface Ledger {
  /** Begins the key of each of its fields: `dibaoList` → `dibaoList.grade`. */
  readonly key: string;
  /** The clerk's word. */
  readonly label: string;
  readonly about: LedgerSubject;
  /** Whether a record may be about no household besides: about a village, a project, the office. */
  readonly alone: boolean;
  readonly department: Department;
  /** With the office's own columns at the end. Those that are `required` must be filled by who writes a record by hand; a sheet may lack them. */
  readonly fields: readonly Field[];
  /** Field keys by which, with whom it is about and the year, a record is known again. */
  readonly keys: readonly string[];
  /** Field keys that the program writes with the record; nobody types them. */
  readonly made: readonly string[];
  /** Whether a record belongs to a year: to that of the sheet, or of a date in the record (the field's key). */
  readonly year: 'sheet' | 'none' | { readonly of: string };
  /** Fields of the person or household that the sheet may change besides: they are the department's to tell. */
  readonly updates: readonly string[];
  /** What standing on the list says of the person or household. */
  readonly says: Readonly<Record<string, string>>;
  readonly sheet: LedgerSheet | null;
  /** Where its records are told in parts of their own, and so not among the others: on the household's card and in the dossier, or in the dossier alone. */
  readonly apart: 'everywhere' | 'dossier' | null;
  /** The field that lists the documents by which a record is proved; only those count that are still in the register. */
  readonly evidence: string | null;
  /** The papers that a record must have beside it, none of them where nothing is said; null: its records are papers themselves and take none. */
  readonly papers: readonly RecordPaper[] | null;
  /** Of what stands for itself: the field that names the village where it is. */
  readonly village: string | null;
  /** The screen that works with it: 台账, 核对 for what belongs to the rules, 任务 for what the office says of its plan, 报表 for what is written beside its rows. */
  readonly place: 'ledgers' | 'checks' | 'plan' | 'reports';
}

/** How a ledger's sheet is known. */
export interface LedgerSheet {
  /** Words in the sheet's name, title or file name that speak for it. */
  readonly words: readonly string[];
  /** Fields at least one of which must be there; empty where the words alone may decide. */
  readonly marks: readonly string[];
  /** How many of its own columns must be there where no word speaks for it. */
  readonly least: number;
  /** Whose row it is stands above the table: 户主：…, 户编号：…. */
  readonly titled: boolean;
  /** Values that words in the title, sheet or file name give to every row: { stage: ['高中', '小学'] }. */
  readonly told: Readonly<Record<string, readonly string[]>>;
}

interface Options {
  readonly key: string;
  readonly label: string;
  readonly about: LedgerSubject;
  readonly alone?: boolean;
  readonly department: Department;
  readonly fields: (field: (name: string, label: string, kind: PlainKindName | CodeList, options?: FieldOptions) => Field) => readonly Field[];
  /** Short names of fields. */
  readonly keys?: readonly string[];
  /** Those without which a record by hand would say nothing; where nothing is said, the first of its keys. */
  readonly needs?: readonly string[];
  /** Short names of fields that the program itself writes. */
  readonly made?: readonly string[];
  readonly year?: 'sheet' | 'none' | { readonly of: string };
  readonly updates?: readonly string[];
  readonly says?: Readonly<Record<string, string>>;
  readonly sheet?: Partial<LedgerSheet> | null;
  readonly apart?: Ledger['apart'];
  /** Short name of the field. */
  readonly evidence?: string;
  /** Short names of fields in `once`. */
  readonly papers?: Ledger['papers'];
  /** Short name of the field. */
  readonly village?: string;
  readonly place?: Ledger['place'];
}

export function ledger({ key, label, about, alone = about === 'nobody', department, fields, keys = [], needs = keys.slice(0, 1), made = [], year = 'sheet', updates = [], says = {}, sheet = {}, apart = null, evidence, papers = [], village, place = 'ledgers' }: Options): Ledger {
  const declare = fieldsOf('entry', label);
  const full = (name: string): string => `${key}.${name}`;
  const needed = new Set(needs.map(full));
  const builtIn = fields((name, ...rest) => declare(full(name), ...rest)).map((field) => (needed.has(field.key) ? { ...field, required: true } : field));
  const all = following(() => [...builtIn, ...ownFieldsOfLedger(key)]);
  return {
    key,
    label,
    about,
    alone,
    department,
    get fields() {
      return all();
    },
    keys: keys.map(full),
    made: made.map(full),
    year: typeof year === 'object' ? { of: full(year.of) } : year,
    updates,
    says,
    apart,
    evidence: evidence === undefined ? null : full(evidence),
    papers: papers?.map((paper) => ({ ...paper, once: { ...paper.once, field: full(paper.once.field) } })) ?? null,
    village: village === undefined ? null : full(village),
    place,
    sheet: sheet === null ? null : {
      words: sheet.words ?? [label],
      marks: (sheet.marks ?? []).map(full),
      least: sheet.least ?? 3,
      titled: sheet.titled ?? false,
      told: Object.fromEntries(Object.entries(sheet.told ?? {}).map(([name, words]) => [full(name), words])),
    },
  };
}

/** Whether the records of a ledger are told among those of all others there. */
export const amongOthers = ({ apart }: Pick<Ledger, 'apart'>, where: 'card' | 'dossier'): boolean => apart === null || (apart === 'dossier' && where === 'card');
