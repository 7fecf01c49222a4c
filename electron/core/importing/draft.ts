import { takesIn } from '../../../shared/fields/code.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Step } from '../../../shared/changes/steps.ts';
import type { Entity } from '../../../shared/register/field.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** Where in the import a value was planned. */
interface Origin {
  readonly sheet: number;
  readonly row: number;
}

interface DraftRow {
  readonly isNew: boolean;
  readonly values: Record<string, Stored>;
  /** The row of this import that made it; absent for a row of the register. */
  readonly madeBy?: Origin;
  /** By column, where this import has spoken since. */
  origins?: Map<string, Origin>;
}

/** What a proposed value meets. */
export type Meeting =
  | { readonly outcome: 'same' }
  | { readonly outcome: 'set' }
  /** Edited by hand since; the register's value stays. */
  | { readonly outcome: 'hand'; readonly current: Stored }
  /** Another row of this import says otherwise; the first one stays. */
  | { readonly outcome: 'disagrees'; readonly current: Stored; readonly origin: Origin };

/** The register as it will be after the rows planned so far. Reads through to the file, writes nothing. */
export class Draft {
  readonly #rows = new Map<string, DraftRow>();
  readonly #register: RegisterFile;
  readonly #editedByHand: ReadonlySet<string>;

  constructor(register: RegisterFile) {
    this.#register = register;
    const edited = register
      .sql(
        `SELECT c.rowId, c.field FROM (SELECT max(seq) AS seq FROM change WHERE action = 'set' GROUP BY rowId, field) l
         JOIN change c ON c.seq = l.seq JOIN command k ON k.number = c.command WHERE k.kind IN ('edit', 'redo')`,
      )
      .all() as { rowId: string; field: string }[];
    this.#editedByHand = new Set(edited.map(({ rowId, field }) => `${rowId}|${field}`));
  }

  row(entity: Entity, id: string): DraftRow {
    let found = this.#rows.get(id);
    if (!found) {
      const stored = this.#register.rows.get(entity, id);
      if (!stored) throw new Error(`No ${entity} row to plan for`);
      this.#rows.set(id, (found = { isNew: false, values: { ...stored } }));
    }
    return found;
  }

  value(entity: Entity, id: string, column: string): Stored {
    return this.row(entity, id).values[column] ?? null;
  }

  isNew(id: string): boolean {
    return this.#rows.get(id)?.isNew ?? false;
  }

  create(entity: Entity, id: string, values: Record<string, Stored>, origin: Origin): Step {
    this.#rows.set(id, { isNew: true, values: { ...values }, madeBy: origin });
    return ['create', entity, id, values];
  }

  meet(entity: Entity, id: string, column: string, value: Stored, from: Origin): Meeting {
    const row = this.row(entity, id);
    const current = row.values[column] ?? null;
    if (current === value) return { outcome: 'same' };
    const codes = findField(column)?.codes;
    if (codes && typeof current === 'string' && typeof value === 'string' && takesIn(codes, value, current)) return { outcome: 'same' };
    const origin = row.origins?.get(column) ?? row.madeBy;
    const refines = codes && typeof current === 'string' && typeof value === 'string' && takesIn(codes, current, value);
    if (origin && current !== null && !refines) return { outcome: 'disagrees', current, origin };
    if (!origin && this.#editedByHand.has(`${id}|${column}`)) return { outcome: 'hand', current };
    (row.origins ??= new Map()).set(column, from);
    return { outcome: 'set' };
  }

  set(entity: Entity, id: string, column: string, value: Stored): Step {
    const row = this.row(entity, id);
    const old = row.values[column] ?? null;
    row.values[column] = value;
    return ['set', entity, id, column, old, value];
  }
}
