import { sql } from 'kysely';
import { query } from '../storage/query-builder.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { compileSource, type TableQuery } from './ordered-ids.ts';
import { sourceOf } from './sources.ts';

/** How many rows a question finds. */
export function countRows(register: RegisterFile, asked: TableQuery): number {
  const compiled = sql<{ n: number }>`SELECT count(*) AS n ${compileSource(sourceOf(asked.subject), asked, '')}`.compile(query);
  return register.all<{ n: number }>(compiled)[0]?.n ?? 0;
}
