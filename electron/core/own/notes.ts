import { Refusal } from '../../../shared/contract/errors.ts';
import type { NotedColumn, NotesTaken, OwnAbout, OwnDraft } from '../../../shared/contract/own-columns.ts';
import { plainKinds } from '../../../shared/fields/kinds.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { kindOf } from '../../../shared/register/field.ts';
import { ownField, type OwnKind } from '../../../shared/register/own/own-column.ts';
import { ledgerKeyOf, ledgerSubject, type Subject } from '../../../shared/sheets/subject.ts';
import { nameOfRow } from '../history/name-of-row.ts';
import type { Source } from '../storage/commands.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { checkDraft } from './check-draft.ts';
import { declare, newKey } from './columns.ts';

const tables = {
  household: 'SELECT id, extra FROM household WHERE extra IS NOT NULL ORDER BY id',
  member: 'SELECT id, extra FROM member WHERE extra IS NOT NULL ORDER BY id',
  entry: 'SELECT id, extra, ledger FROM entry WHERE extra IS NOT NULL ORDER BY id',
} as const;
type NotedEntity = keyof typeof tables;

interface NotedRow {
  readonly id: string;
  readonly extra: string;
  readonly ledger?: string;
}

const notesOf = (extra: string): Record<string, string> => JSON.parse(extra) as Record<string, string>;

function* notedRows(register: RegisterFile): Generator<{ readonly entity: NotedEntity; readonly about: OwnAbout; readonly row: NotedRow }> {
  for (const entity of ['household', 'member', 'entry'] as const) {
    for (const row of register.sql(tables[entity]).iterate() as Iterable<NotedRow>) {
      yield { entity, about: entity === 'entry' ? ledgerSubject(row.ledger ?? '') : entity, row };
    }
  }
}

/** From the narrowest; everything is text. */
const narrowest = ['yesNo', 'date', 'month', 'year', 'count', 'phone', 'measure', 'digits'] as const satisfies readonly OwnKind[];

function kindOfAll(values: readonly string[], today: string): OwnKind {
  const fits = (kind: (typeof narrowest)[number]): boolean => {
    for (const value of values) {
      const reading = plainKinds[kind].read(value, { today });
      // 1 and 0 may be answers, but more often they are numbers.
      if (!reading.ok || reading.flag || reading.value === null || (kind === 'yesNo' && reading.value !== value)) return false;
    }
    return true;
  };
  return narrowest.find(fits) ?? 'text';
}

/** Columns of files that nothing stood for, with what is in them. */
export function notedColumns(register: RegisterFile, today: string): NotedColumn[] {
  const found = new Map<string, { readonly header: string; readonly about: OwnAbout; rows: number; readonly values: Map<string, number> }>();
  for (const { about, row } of notedRows(register)) {
    for (const [header, value] of Object.entries(notesOf(row.extra))) {
      const key = `${about} ${header}`;
      let noted = found.get(key);
      if (!noted) found.set(key, (noted = { header, about, rows: 0, values: new Map() }));
      noted.rows++;
      noted.values.set(value, (noted.values.get(value) ?? 0) + 1);
    }
  }
  return [...found.values()]
    .map(({ header, about, rows, values }): NotedColumn => ({
      header,
      about,
      rows,
      samples: [...values].toSorted((a, b) => b[1] - a[1]).slice(0, 5).map(([value]) => value),
      kind: kindOfAll([...values.keys()], today),
    }))
    .toSorted((a, b) => b.rows - a.rows);
}

/** The row of a file from which a row's notes came last. */
function sourceOf(register: RegisterFile, id: string): Source | undefined {
  const found = register
    .sql("SELECT sheet, sheetRow FROM change WHERE rowId = ? AND sheet IS NOT NULL AND (field = 'extra' OR action = 'create') ORDER BY seq DESC LIMIT 1")
    .get(id) as { sheet: number; sheetRow: number } | undefined;
  return found && { sheet: found.sheet, row: found.sheetRow };
}

interface Taken {
  readonly entity: NotedEntity;
  readonly id: string;
  readonly extra: string;
  readonly rest: Stored;
  readonly value: Stored;
}

/** Makes a column of the notes under a header, and reads them into it: one command. What is no value of it stays a note. */
export function addFromNotes(register: RegisterFile, { header, about, draft }: { readonly header: string; readonly about: OwnAbout; readonly draft: OwnDraft }, today: string): Omit<NotesTaken, 'revision' | 'undo'> {
  // Under its own header it comes with the next file, whatever the column is called.
  const also = draft.label === header || draft.also.includes(header) ? draft.also : [...draft.also, header];
  const column = checkDraft({ ...draft, also }, about, newKey(about));
  const kind = kindOf(ownField(column));
  const left: { where: string; value: string; why: string }[] = [];
  const taken: Taken[] = [];
  for (const { entity, about: whose, row } of notedRows(register)) {
    if (whose !== about) continue;
    const { [header]: written, ...rest } = notesOf(row.extra);
    if (written === undefined) continue;
    const reading = kind.read(written, { today });
    const problem = !reading.ok ? reading.refused : (reading.flag ?? null);
    if (problem) left.push({ where: nameOfRow(register, entity, row.id), value: written, why: `${problem.message}。${problem.remedy}` });
    else if (reading.ok) taken.push({ entity, id: row.id, extra: row.extra, rest: Object.keys(rest).length > 0 ? JSON.stringify(rest) : null, value: reading.value });
  }
  if (taken.length + left.length === 0) throw new Refusal('NOT_FOUND', `没有留着“${header}”这一列的内容`, { where: about.includes(':') ? (ledgerKeyOf(about as Subject) ?? '') : '', remedy: '请按 F5 刷新后再看' });
  register.log.run({ kind: 'edit', label: `“${header}”做成自设列“${column.label}”，读进 ${taken.length} 行` }, (writer) => {
    declare(register, writer, column);
    for (const { entity, id, extra, rest, value } of taken) {
      const source = sourceOf(register, id);
      if (value !== null) writer.set(entity, id, column.key, null, value, source);
      writer.set(entity, id, 'extra', extra, rest, source);
    }
  });
  return { key: column.key, taken: taken.length, left };
}
