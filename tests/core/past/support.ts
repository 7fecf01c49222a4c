import type { TestClient } from '../support/core.ts';
import { openTestCore } from '../support/core.ts';

/** Noon of a day on this machine's clock. */
export const noon = (day: string): Date => new Date(`${day}T12:00:00`);

/** A core whose calendar the test turns. */
export async function openOn(day: string) {
  let now = noon(day);
  const opened = await openTestCore({ now: () => now });
  return { ...opened, turnTo: (next: string | Date): void => void (now = typeof next === 'string' ? noon(next) : next) };
}

const subjects = ['people', 'households', 'ledger:dibaoList', 'ledger:project', 'ledger:movement', 'ledger:status'] as const;

/** Everything that can be asked of the register, as it is or as it was: rows with their revisions, cards, finds, checks, imports, the log. */
export async function everything(client: TestClient, asOf?: string) {
  const day = asOf === undefined ? {} : { asOf };
  const { file: _file, past: _past, ...info } = (await client.registers.current(day)) ?? { file: '', past: null };
  const tables = await Promise.all(subjects.map(async (subject) => client.tables.rows({ subject, year: 2020, offset: 0, limit: 500, ...day })));
  const households = tables[1]?.rows ?? [];
  return {
    info,
    tables,
    cards: await Promise.all(households.map(({ id }) => client.tables.card({ householdId: id, year: 2020, ...day }))),
    sorted: await client.tables.rows({ subject: 'people', year: 2020, sorts: [{ field: 'name', descending: true }], filters: [{ field: 'health', test: 'notBlank' }], offset: 0, limit: 500, ...day }),
    ledgers: await client.tables.ledgers(day),
    villages: await client.tables.villages({ year: 2020, ...day }),
    found: await client.tables.find({ text: '试', records: true, limit: 50, ...day }),
    distinct: await client.tables.distinct({ subject: 'people', year: 2020, field: 'education', ...day }),
    undo: await client.tables.undoState(day),
    checks: await client.checking.run(day),
    batches: await client.importing.batches(day),
    decisions: await client.importing.decisions({ limit: 500, ...day }),
    commands: await client.history.commands({ limit: 200, ...day }),
    identities: await client.identities.list(day),
  };
}
