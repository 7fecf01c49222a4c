import type { ProblemRow } from '../../shared/contract/problems.ts';

/** What a problem says under a key of its ledger, '' for nothing. */
export const said = ({ values }: Pick<ProblemRow, 'values'>, key: string): string => String(values[`problem.${key}`] ?? '');

/** Whom or what it is about. */
export const whomOf = (row: ProblemRow): string => said(row, 'person') || row.head || row.household || said(row, 'project') || row.village || '本办';

/** What the clerk says of a problem, in the order in which it is asked. */
export const writtenKeys = ['class', 'text', 'posted', 'source', 'foundOn', 'foundBy', 'person', 'project', 'mode', 'lead', 'unit', 'owner', 'measure', 'due', 'progress'] as const;
/** Only where no household tells the place. */
export const placeKeys = ['town', 'village'] as const;
