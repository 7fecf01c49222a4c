import type { SourceDecisionRow } from '../../../shared/contract/importing.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Entity } from '../../../shared/register/field.ts';
import { labelOf, shown } from '../../../shared/register/show-value.ts';
import { nameOfRow } from '../history/name-of-row.ts';
import type { RegisterFile } from '../storage/register-file.ts';

interface Stored_ {
  readonly seq: number;
  readonly at: string;
  readonly who: string;
  readonly entity: Entity;
  readonly rowId: string;
  readonly field: string;
  readonly winner: string;
  readonly loser: string;
  readonly stands: Stored;
  readonly dropped: Stored;
  readonly file: string | null;
  readonly sheetRow: number | null;
}

/** Every value that two departments told differently and the order of precedence decided, newest first. */
export function listDecisions(register: RegisterFile, offset: number, limit: number): { total: number; rows: SourceDecisionRow[] } {
  const { total } = register.sql('SELECT count(*) AS total FROM sourceDecision').get() as { total: number };
  const rows = register
    .sql(
      `SELECT d.*, k.at, k.who, s.file FROM sourceDecision d JOIN command k ON k.number = d.command LEFT JOIN importSheet s ON s.id = d.sheet ORDER BY d.seq DESC LIMIT ? OFFSET ?`,
    )
    .all(limit, offset) as Stored_[];
  return {
    total,
    rows: rows.map(({ seq, at, who, entity, rowId, field, winner, loser, stands, dropped, file, sheetRow }) => ({
      seq, at, who, what: nameOfRow(register, entity, rowId), field, label: labelOf(field), winner, loser, stands: shown(field, stands), dropped: shown(field, dropped),
      source: file === null ? '' : `${file} 第 ${sheetRow} 行`,
    })),
  };
}
