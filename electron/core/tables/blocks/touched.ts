import type { RegisterFile } from '../../storage/register-file.ts';

/** Tells whether somebody has written a cell of the register after a revision. */
export function touchedSince(register: RegisterFile, revision: number): (rowId: string | undefined, field: string) => boolean {
  if (revision >= register.log.revision) return () => false;
  const later = register.sql("SELECT 1 FROM change WHERE rowId = ? AND command > ? AND (field = ? OR action <> 'set') LIMIT 1");
  return (rowId, field) => rowId !== undefined && later.get(rowId, revision, field) !== undefined;
}
