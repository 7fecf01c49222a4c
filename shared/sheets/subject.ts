import { ledgers } from '../register/ledgers/index.ts';

/** The register's own two grids: a row a household, a row a person. */
export const recordSubjects = ['households', 'people'] as const;
export type RecordSubject = (typeof recordSubjects)[number];

/** A ledger's grid, a row a record: `ledger:dibaoList`. */
export type LedgerSubjectKey = `ledger:${string}`;

/** What a row of a grid is about. */
export type Subject = RecordSubject | LedgerSubjectKey;

export const ledgerSubject = (ledger: string): LedgerSubjectKey => `ledger:${ledger}`;

export const ledgerSubjects: readonly LedgerSubjectKey[] = ledgers.map(({ key }) => ledgerSubject(key));
export const subjects: readonly Subject[] = [...recordSubjects, ...ledgerSubjects];

/** The key of the ledger whose grid it is, or null for the register's own. */
export const ledgerKeyOf = (subject: Subject): string | null => (subject.startsWith('ledger:') ? subject.slice('ledger:'.length) : null);
