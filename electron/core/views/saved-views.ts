import { Refusal } from '../../../shared/contract/errors.ts';
import type { SavedView, ViewList } from '../../../shared/contract/views.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import { tableOf } from '../../../shared/sheets/table.ts';
import { viewBody, type ViewBody } from '../../../shared/views/view.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** Who saves, and when. */
export interface By {
  readonly who: string;
  readonly at: string;
}

interface StoredView {
  readonly id: string;
  readonly subject: Subject;
  readonly name: string;
  readonly owner: string;
  readonly madeBy: string;
  readonly changedAt: string;
  readonly body: string;
}

const columns = 'id, subject, name, owner, madeBy, changedAt, body';

const toView = ({ owner, body, ...rest }: StoredView): SavedView => ({ ...rest, forAll: owner === '', body: viewBody.parse(JSON.parse(body)) });

/** The views of a table that somebody may open, and the one with which it opens for them. */
export function listViews(register: RegisterFile, subject: Subject, who: string): ViewList {
  const rows = register
    .sql(`SELECT ${columns} FROM savedView WHERE subject = ? AND removedAt IS NULL AND owner IN ('', ?) ORDER BY owner = '', name`)
    .all(subject, who) as StoredView[];
  const start = register.sql('SELECT view FROM startView WHERE who = ? AND subject = ?').get(who, subject) as { view: string } | undefined;
  return { views: rows.map(toView), start: start?.view ?? null };
}

function viewOf(register: RegisterFile, id: string, who: string): StoredView {
  const found = register.sql(`SELECT ${columns} FROM savedView WHERE id = ? AND owner IN ('', ?)`).get(id, who) as StoredView | undefined;
  if (!found) throw new Refusal('NOT_FOUND', '这个视图已经没有了', { remedy: '请另存为一个新视图' });
  return found;
}

/** Two views of one list must be known from each other. */
function mustBeFree(register: RegisterFile, subject: Subject, name: string, owner: string, id: string): void {
  const other = register.sql('SELECT 1 FROM savedView WHERE subject = ? AND name = ? AND owner = ? AND id <> ? AND removedAt IS NULL').get(subject, name, owner, id);
  if (other) throw new Refusal('VALUE_REFUSED', `已经有一个叫“${name}”的视图`, { where: tableOf(subject).title, remedy: '请换一个名字，或者先打开它再保存' });
}

export interface ViewToSave {
  readonly id?: string | undefined;
  readonly subject: Subject;
  readonly name: string;
  readonly forAll: boolean;
  readonly body: ViewBody;
}

/** Views are how the register is looked at and no change of it: they stand beside the log, like remembered layouts. */
export function saveView(register: RegisterFile, view: ViewToSave, { who, at }: By): SavedView {
  const owner = view.forAll ? '' : who;
  const id = view.id ?? newId();
  if (view.id !== undefined) viewOf(register, view.id, who);
  mustBeFree(register, view.subject, view.name, owner, id);
  register
    .sql(
      `INSERT INTO savedView (id, subject, name, owner, madeBy, madeAt, changedAt, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, owner = excluded.owner, changedAt = excluded.changedAt, body = excluded.body, removedAt = NULL`,
    )
    .run(id, view.subject, view.name, owner, who, at, at, JSON.stringify(view.body));
  return toView(viewOf(register, id, who));
}

export function renameView(register: RegisterFile, { id, name, forAll }: { readonly id: string; readonly name: string; readonly forAll: boolean }, by: By): SavedView {
  const { subject, body } = toView(viewOf(register, id, by.who));
  return saveView(register, { id, subject, name, forAll, body }, by);
}

export function removeView(register: RegisterFile, id: string, { who, at }: By): void {
  viewOf(register, id, who);
  register.together(() => {
    register.sql('UPDATE savedView SET removedAt = ? WHERE id = ?').run(at, id);
    register.sql('DELETE FROM startView WHERE view = ?').run(id);
  });
}

export function restoreView(register: RegisterFile, id: string, { who }: By): SavedView {
  const found = viewOf(register, id, who);
  mustBeFree(register, found.subject, found.name, found.owner, id);
  register.sql('UPDATE savedView SET removedAt = NULL WHERE id = ?').run(id);
  return toView(found);
}

export function setStartView(register: RegisterFile, subject: Subject, view: string | null, who: string): void {
  if (view === null) register.sql('DELETE FROM startView WHERE who = ? AND subject = ?').run(who, subject);
  else register.sql('INSERT INTO startView (who, subject, view) VALUES (?, ?, ?) ON CONFLICT (who, subject) DO UPDATE SET view = excluded.view').run(who, subject, view);
}
