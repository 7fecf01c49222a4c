import type { RowsQuery } from '../../../shared/contract/tables.ts';

/** Of more people than this nobody waits for what the rules find of all of them: it is counted where somebody asks for it. */
const mostCounted = 5000;

export const isLong = ({ people }: { readonly people: number }): boolean => people > mostCounted;

export const asksForFindings = ({ filters = [] }: RowsQuery): boolean => filters.some((filter) => filter.test === 'group' && filter.group === 'findings');
