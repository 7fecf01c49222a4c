import type { Subject } from '../../shared/sheets/subject.ts';
import type { PickedRows } from '../app/place.ts';
import type { Client } from '../client/connect.ts';
import type { Selected } from '../grid/grid-context.ts';
import { stretches } from './BulkEdit.tsx';

/** The rows of a selection, each once, to be taken to another screen: by name, for their places mean something on this one only. */
export async function picked(client: Client, subject: Subject, { areas, asked }: Selected): Promise<PickedRows> {
  const { question, revision } = asked();
  return { subject, ids: await client.tables.named({ question, revision, rows: stretches(areas) }) };
}
