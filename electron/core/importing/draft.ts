import { type CodeList, takesIn } from '../../../shared/fields/code.ts';
import { identityKey } from '../../../shared/fields/identity-number.ts';
import type { ImportPolicy } from '../../../shared/changes/plan-types.ts';
import type { KeepReason, Step } from '../../../shared/changes/steps.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { outranks, type Precedence } from '../../../shared/register/departments.ts';
import type { Entity } from '../../../shared/register/field.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { ByNewId } from './by-new-id.ts';
import { pastValues } from './past-value.ts';
import { valueSources } from './value-source.ts';

/** Of a sheet that was sent out: the register's revision then, and the commands by which the same office's came back before. */
export interface Since {
  readonly sent: number;
  readonly returns: ReadonlySet<number>;
}

/** Where in the import a value was planned. */
export interface Origin {
  readonly sheet: number;
  readonly row: number;
  readonly department: string;
  /** Of a sheet that was sent out to be filled in. */
  readonly since?: Since | undefined;
}

/** A row of the plan that is stored already: what it does, and where in the import it stands. */
export interface StoredSteps {
  readonly steps: readonly Step[];
  readonly sheet: number;
  readonly row: number;
}

interface DraftRow {
  readonly isNew: boolean;
  values: Readonly<Record<string, Stored>>;
  /** The values from the first change on: until then they are those of the step that makes the row. */
  own?: Record<string, Stored>;
  /** The row of this import that made it; absent for a row of the register. */
  readonly madeBy?: Origin;
  /** Whether it was read back from the stored plan, and can be another time. */
  readonly again?: boolean;
  /** By column, where this import has spoken since. */
  origins?: Map<string, Origin>;
}

/** What a proposed value meets. */
export type Meeting =
  | { readonly outcome: 'same' }
  /** `over`: the department whose word gives way. */
  | { readonly outcome: 'set'; readonly over?: string }
  | { readonly outcome: 'keep'; readonly current: Stored; readonly why: KeepReason; readonly by?: string; readonly origin?: Origin };

export interface DraftRules {
  readonly policy: ImportPolicy;
  readonly precedence: Precedence;
}

/** Whether a value only says more exactly what stands: a finer code, the certificate that begins with the identity number. */
function refines(column: string, codes: CodeList | undefined, current: Stored, value: Stored): boolean {
  if (typeof current !== 'string' || typeof value !== 'string') return false;
  if (column === 'identityNo') return value.length > current.length && identityKey(value) === identityKey(current);
  return codes !== undefined && takesIn(codes, current, value);
}

/** The register as it will be after the rows planned so far. Reads through to the file, writes nothing. */
export class Draft {
  /** Rows that are being planned, and those that this import changes. */
  readonly #rows = new Map<string, DraftRow>();
  /** Rows that this import makes and that stand in the stored plan as they are, with the positions of the plan's rows that make them. */
  readonly #settled = new ByNewId<number>();
  /** Ids of the rows that were taken into memory since the last settling. */
  #recent: string[] = [];
  /** By sheet, what is the same of all its rows. */
  readonly #sheets = new Map<number, Pick<Origin, 'department' | 'since'>>();
  readonly #stored: (position: number) => StoredSteps;
  readonly #register: RegisterFile;
  readonly #rules: DraftRules;
  readonly #sources: ReturnType<typeof valueSources>;
  readonly #past: ReturnType<typeof pastValues>;
  /** Values edited by hand that a policy lets the file overwrite. */
  overHand = 0;

  /** `stored` reads a row of the plan that is stored already. */
  constructor(register: RegisterFile, rules: DraftRules, stored: (position: number) => StoredSteps) {
    this.#register = register;
    this.#stored = stored;
    this.#rules = rules;
    this.#sources = valueSources(register);
    this.#past = pastValues(register);
  }

  row(entity: Entity, id: string): DraftRow {
    const found = this.#rows.get(id);
    if (found) return found;
    const position = this.#settled.get(id);
    if (position !== undefined) return this.#again(id, position);
    const values = this.#register.rows.get(entity, id);
    if (!values) throw new Error(`No ${entity} row to plan for`);
    return this.#put(id, { isNew: false, values });
  }

  value(entity: Entity, id: string, column: string): Stored {
    return this.row(entity, id).values[column] ?? null;
  }

  isNew(id: string): boolean {
    return this.#rows.get(id)?.isNew ?? this.#settled.has(id);
  }

  /** What all rows of a sheet have in common, told before its first row. */
  begin(sheet: number, of: Pick<Origin, 'department' | 'since'>): void {
    this.#sheets.set(sheet, of);
  }

  create(entity: Entity, id: string, values: Readonly<Record<string, Stored>>, origin: Origin, lazy = false): Step {
    this.#put(id, { isNew: true, values, madeBy: origin });
    return lazy ? ['create', entity, id, values, 'lazy'] : ['create', entity, id, values];
  }

  /** A row that was settled, read back from the stored plan. */
  #again(id: string, position: number): DraftRow {
    const { steps, sheet, row } = this.#stored(position);
    const made = steps.find((step) => step[0] === 'create' && step[2] === id);
    const of = this.#sheets.get(sheet);
    if (made?.[0] !== 'create' || !of) throw new Error('A settled row is gone from the plan');
    return this.#put(id, { isNew: true, values: made[3], madeBy: { sheet, row, department: of.department, since: of.since }, again: true });
  }

  #put(id: string, row: DraftRow): DraftRow {
    this.#rows.set(id, row);
    this.#recent.push(id);
    return row;
  }

  /**
   * Forgets what can be read again: rows of the register that this import leaves alone, and rows that it makes as they stand
   * in the stored plan. A large import would otherwise hold every value of its files.
   */
  settle(rows: readonly { readonly position: number; readonly steps: readonly Step[] }[]): void {
    for (const { position, steps } of rows) {
      for (const [action, , id] of steps) {
        const row = action === 'create' ? this.#rows.get(id) : undefined;
        if (!row || row.again || row.origins) continue;
        if (!this.#settled.has(id)) this.#settled.set(id, position);
        this.#rows.delete(id);
      }
    }
    this.#recent = this.#recent.filter((id) => {
      const row = this.#rows.get(id);
      if (!row || row.origins) return false;
      if (row.isNew && !row.again) return true;
      this.#rows.delete(id);
      return false;
    });
  }

  meet(entity: Entity, id: string, column: string, value: Stored, from: Origin): Meeting {
    const row = this.row(entity, id);
    const current = row.values[column] ?? null;
    if (current === value) return { outcome: 'same' };
    const codes = findField(column)?.codes;
    const bothTexts = codes && typeof current === 'string' && typeof value === 'string';
    if (bothTexts && takesIn(codes, value, current)) return { outcome: 'same' };
    const met = this.#decide(row, id, column, { current, value }, from, refines(column, codes, current, value));
    if (met.outcome === 'set') (row.origins ??= new Map()).set(column, from);
    return met;
  }

  /** A value that differs. `refines`: it says the same thing more exactly. */
  #decide(row: DraftRow, id: string, column: string, { current, value }: { readonly current: Stored; readonly value: Stored }, from: Origin, refines: boolean): Meeting {
    const { policy, precedence } = this.#rules;
    const origin = row.origins?.get(column) ?? row.madeBy;
    if (origin) {
      if (current === null || refines) return { outcome: 'set' };
      const ranks = outranks(precedence, column, from.department, origin.department);
      if (ranks === true) return { outcome: 'set', over: origin.department };
      return ranks === false ? { outcome: 'keep', current, why: 'rank', by: origin.department, origin } : { outcome: 'keep', current, why: 'rows', origin };
    }
    const sent = from.since && this.#sinceSent(id, column, value, current, from.since);
    if (sent) return sent;
    if (policy === 'fill') return current === null ? { outcome: 'set' } : { outcome: 'keep', current, why: 'fill' };
    const source = this.#sources.of(id, column);
    // Who filled a sheet in had the hand's value before him.
    if (source.byHand && !from.since) {
      if (policy === 'overwrite') return { outcome: 'keep', current, why: 'hand' };
      this.overHand++;
    }
    if (current === null || source.department === null) return { outcome: 'set' };
    const ranks = outranks(precedence, column, from.department, source.department);
    if (ranks === null) return { outcome: 'set' };
    return ranks ? { outcome: 'set', over: source.department } : { outcome: 'keep', current, why: 'rank', by: source.department };
  }

  /** A value that stands as it was sent says nothing; one that was changed gives way to what the register has become since. */
  #sinceSent(id: string, column: string, value: Stored, current: Stored, { sent, returns }: Since): Meeting | null {
    const since = this.#past.since(id, column, sent);
    if (!since) return null;
    if (value === since.before) return { outcome: 'same' };
    // What the office itself said before, it may say otherwise.
    return since.before === current || returns.has(since.last) ? null : { outcome: 'keep', current, why: 'moved' };
  }

  set(entity: Entity, id: string, column: string, value: Stored, over?: string): Step {
    const row = this.row(entity, id);
    row.origins ??= new Map();
    const old = row.values[column] ?? null;
    (row.own ??= { ...row.values })[column] = value;
    row.values = row.own;
    return over === undefined ? ['set', entity, id, column, old, value] : ['set', entity, id, column, old, value, over];
  }
}
