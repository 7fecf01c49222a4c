import type { RegisterFile } from '../storage/register-file.ts';

export interface ValueSource {
  /** The last word was typed, not imported. */
  readonly byHand: boolean;
  /** Whose sheet the value came from, null where it came from none. */
  readonly department: string | null;
}

interface Word {
  readonly seq: number;
  readonly kind: string;
  readonly command: number;
  readonly reverses: number | null;
  readonly department: string | null;
}

const nobody: ValueSource = { byHand: false, department: null };
// A row that came into being said nothing of the columns that it left blank.
const select = `SELECT c.seq, k.kind, k.number AS command, k.reverses, s.department FROM change c JOIN command k ON k.number = c.command
  LEFT JOIN importSheet s ON s.id = c.sheet WHERE c.rowId = ?1 AND (c.field = ?2 OR c.action = 'delete' OR (c.action = 'create' AND c.new ->> ('$."' || ?2 || '"') IS NOT NULL))`;

/**
 * Who said the value of a cell last. Asked only where a file says otherwise, so that planning does not read the whole log.
 * What was taken back counts as said by whoever had said it before; what was done again, as said by who said it first.
 */
export function valueSources(register: RegisterFile): { of(id: string, column: string): ValueSource } {
  const before = register.sql(`${select} AND c.seq < ?3 ORDER BY c.seq DESC LIMIT 1`);
  const inside = register.sql(`${select} AND k.number = ?3 ORDER BY c.seq LIMIT 1`);
  const reversed = register.sql('SELECT reverses FROM command WHERE number = ?');
  return {
    of(id, column) {
      let word = before.get(id, column, Number.MAX_SAFE_INTEGER) as Word | undefined;
      while (word && word.reverses !== null) {
        if (word.kind === 'undo') {
          const taken = inside.get(id, column, word.reverses) as Word | undefined;
          word = before.get(id, column, taken?.seq ?? word.seq) as Word | undefined;
        } else {
          const first = (reversed.get(word.reverses) as { reverses: number | null } | undefined)?.reverses;
          word = first === null || first === undefined ? undefined : (inside.get(id, column, first) as Word | undefined);
        }
      }
      return word ? { byHand: word.kind === 'edit', department: word.department } : nobody;
    },
  };
}
