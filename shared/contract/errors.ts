/**
 * A refusal: something that the user (or a file) asked for cannot be done, and the program knows why.
 *
 * Every refusal says what happened, where, and what to do, in the clerk's words. Anything else that is
 * thrown is a defect; the router masks it and never shows its text. A message holds no personal data
 * beyond what the user has just typed or chosen.
 */
export const refusalCodes = [
  'FILE_EMPTY',
  'FILE_NOT_A_WORKBOOK',
  'FILE_DAMAGED',
  'FILE_ENCRYPTED',
  'FILE_TOO_LARGE',
  'SHEET_TOO_WIDE',
  'NOTHING_RECOGNISED',
  'YEAR_UNKNOWN',
  'NOT_A_REGISTER',
  'REGISTER_MISSING',
  'REGISTER_EXISTS',
  'REGISTER_NEWER',
  'REGISTER_IN_USE',
  'REGISTER_READ_ONLY',
  'REGISTER_DAMAGED',
  'NO_REGISTER_OPEN',
  'DISK_FULL',
  'STALE',
  'BRAKE',
  'VALUE_REFUSED',
  'NOT_FOUND',
  'NOTHING_TO_UNDO',
  'NOTHING_TO_PRINT',
  'CANCELLED',
  'NO_PRINTER',
  'NOT_ALLOWED',
  'INSPECTING',
  'WRONG_USAGE',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** What stands in a cell that somebody else has written meanwhile, as it is shown, and the revision at which it stood so. */
export interface Stands {
  readonly text: string;
  readonly revision: number;
}

export interface RefusalDetails {
  /** Where: a file, sheet and cell, or a household, person and field. */
  readonly where?: string;
  /** What the user can do about it. */
  readonly remedy?: string;
  /** Of a STALE cell: whoever has seen it may write over it, with that revision as the base. */
  readonly stands?: Stands;
}

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly where: string | undefined;
  readonly remedy: string | undefined;
  readonly stands: Stands | undefined;

  constructor(code: RefusalCode, what: string, details: RefusalDetails = {}) {
    super(what);
    this.code = code;
    this.where = details.where;
    this.remedy = details.remedy;
    this.stands = details.stands;
  }

  /** One sentence: what, where, what to do. */
  get sentence(): string {
    const where = this.where ? `（${this.where}）` : '';
    const remedy = this.remedy ? `。${this.remedy}` : '';
    return `${this.message}${where}${remedy}`;
  }
}
