import { useState } from 'react';
import { ledgerKeyOf, type Subject } from '../../shared/sheets/subject.ts';
import { tableOf } from '../../shared/sheets/table.ts';
import { newColumns } from './new-columns.ts';
import { NewRowsForm } from './NewRowsForm.tsx';
import type { NewDraft } from './new-draft.ts';
import { useNewRows } from './use-new-rows.ts';

interface Props {
  readonly subject: Exclude<Subject, 'helpers'>;
  /** The household of people whose row names none. */
  readonly into?: NewDraft['into'];
  /** Shows a row that was written. */
  readonly show: (id: string) => void;
  readonly close: () => void;
}

const titles: Readonly<Record<string, string>> = { people: '新增成员', households: '新增户' };

/** Under a table: its new rows, typed or pasted as in a sheet below the last row. */
export function NewRowsPanel({ subject, into = null, show, close }: Props) {
  const table = tableOf(subject);
  const [columns] = useState(() => newColumns(table));
  const desk = useNewRows(subject, subject, columns, into);
  const done = (ids: readonly string[]): void => {
    const [first] = ids;
    if (first !== undefined) show(first);
  };
  const title = ledgerKeyOf(subject) === null ? (titles[subject] ?? table.title) : `新增：${table.title}`;
  return <NewRowsForm title={title} table={table} desk={desk} columns={columns} done={done} close={close} />;
}
