import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type CompiledQuery } from 'kysely';
import type { Stored } from '../../../shared/fields/reading.ts';

/** Tables as the builder sees them: columns by name. The vocabulary decides which there are; row-store.ts checks them. */
type Columns = Record<string, Stored>;
export interface Tables {
  household: Columns;
  householdYear: Columns;
  member: Columns;
  memberYear: Columns;
  helper: Columns;
  area: Columns;
}

/** Builds SQL for dynamic filters and sorts, with every value as a parameter. It never runs anything: the register does. */
export const query = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

export type { CompiledQuery };
