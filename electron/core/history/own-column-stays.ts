import { readDeclaration } from '../../../shared/register/own/declaration.ts';
import { isOwnKey } from '../../../shared/register/own/own-column.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { LoggedChange } from './log-row.ts';

/** The values of an own column, of whatever kind of row, but for those that the command ?2 wrote; the key is ?1. */
const valuesOf = `SELECT value FROM (
    SELECT id, json_extract(own, '$."' || ?1 || '"') AS value FROM household
    UNION ALL SELECT id, json_extract(own, '$."' || ?1 || '"') FROM householdYear
    UNION ALL SELECT id, json_extract(own, '$."' || ?1 || '"') FROM member
    UNION ALL SELECT id, json_extract(own, '$."' || ?1 || '"') FROM memberYear
    UNION ALL SELECT id, json_extract(data, '$."' || ?1 || '"') FROM entry
  ) WHERE value IS NOT NULL AND id NOT IN (SELECT rowId FROM change WHERE command = ?2 AND (field = ?1 OR action <> 'set'))`;

const inUse = (register: RegisterFile, key: string, command: number): boolean => register.sql(`${valuesOf} LIMIT 1`).get(key, command) !== undefined;

/** The choices of a declaration; `choices` is what it says of them where that is not what is stored. */
function choicesOf(register: RegisterFile, key: string, choices?: unknown): readonly string[] | null {
  const row = register.rows.get('ownColumn', key);
  const column = row && readDeclaration(key, choices === undefined ? row : { ...row, ownChoices: typeof choices === 'string' ? choices : null });
  return column?.kind === 'code' ? column.choices.map(({ value }) => value) : null;
}

function whyDeclarationStays(register: RegisterFile, { rowId, action, field, old, new: now }: LoggedChange, command: number): string | null {
  if (action === 'create' || field === 'ownKind' || field === 'ownSeveral') return inUse(register, rowId, command) ? '这一列里已经填了内容' : null;
  if (field !== 'ownChoices') return null;
  const before = choicesOf(register, rowId, old) ?? [];
  const gone = (choicesOf(register, rowId, now) ?? []).filter((choice) => !before.includes(choice));
  if (gone.length === 0) return null;
  const used = new Set((register.sql(valuesOf).all(rowId, command) as { value: string }[]).flatMap(({ value }) => String(value).split('、')));
  const kept = gone.find((choice) => used.has(choice));
  return kept === undefined ? null : `还有行选着“${kept}”`;
}

interface After {
  readonly command: number;
  readonly key: string;
  readonly choices: readonly string[] | null;
}

/** The last answer: thousands of rows of one command ask for the same. */
const last = new WeakMap<RegisterFile, After>();

/** The choices of a column as they are once the command is taken back: with the declaration it wrote, or without. */
function choicesAfter(register: RegisterFile, key: string, command: number): readonly string[] | null {
  const known = last.get(register);
  if (known?.command === command && known.key === key) return known.choices;
  const said = register.sql("SELECT entity, rowId, action, field, old, new FROM change WHERE command = ? AND rowId = ? AND field = 'ownChoices'").get(command, key) as LoggedChange | undefined;
  const choices = said && whyDeclarationStays(register, said, command) === null ? choicesOf(register, key, said.old) : choicesOf(register, key);
  last.set(register, { command, key, choices });
  return choices;
}

/**
 * Why an entry of the log that concerns an own column cannot be taken back: rows would be left with a value without its column, kind or
 * choice. Null where it can; whatever the order in which the entries of the command are taken back.
 */
export function whyOwnStays(register: RegisterFile, entry: LoggedChange, command: number): string | null {
  const { entity, action, field, old } = entry;
  if (entity === 'ownColumn') return action === 'delete' ? null : whyDeclarationStays(register, entry, command);
  if (action !== 'set' || field === null || old === null || !isOwnKey(field)) return null;
  const choices = choicesAfter(register, field, command);
  if (choices === null) return null;
  const missing = String(old).split('、').find((part) => !choices.includes(part));
  return missing === undefined ? null : `“${missing}”这个选项已经改名或去掉`;
}
