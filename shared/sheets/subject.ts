import { ledgers } from '../register/ledgers/index.ts';

/** The register's own two grids: a row a household, a row a person. */
export const recordSubjects = ['households', 'people'] as const;
export type RecordSubject = (typeof recordSubjects)[number];

/** A ledger's grid, a row a record: `ledger:dibaoList`. */
export type LedgerSubjectKey = `ledger:${string}`;

/** Pairings of households with who is responsible for helping them: a row a pairing. */
export const helperSubject = 'helpers';

/** What a row of a grid is about. */
export type Subject = RecordSubject | typeof helperSubject | LedgerSubjectKey;

export const ledgerSubject = (ledger: string): LedgerSubjectKey => `ledger:${ledger}`;

export const ledgerSubjects: readonly LedgerSubjectKey[] = ledgers.map(({ key }) => ledgerSubject(key));
export const subjects: readonly Subject[] = [...recordSubjects, helperSubject, ...ledgerSubjects];

/** The key of the ledger whose grid it is, or null for the register's own. */
export const ledgerKeyOf = (subject: Subject): string | null => (subject.startsWith('ledger:') ? subject.slice('ledger:'.length) : null);
