import type { OwnAbout, OwnDraft } from '../../../shared/contract/own-columns.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import type { TestClient } from '../support/core.ts';

export const draft = (more: Partial<OwnDraft> = {}): OwnDraft => ({
  label: '家门口朝向', kind: 'text', group: '', unit: null, secret: 'inside', also: [], choices: [], several: false, wanted: false, least: '', most: '', state: 'used', ...more,
});

export const choices = (...values: string[]): OwnDraft['choices'] => values.map((value) => ({ value, also: [] }));

/** The grid in which a column is seen and written. */
export const subjectOf = (about: OwnAbout): Subject => (about === 'household' || about === 'householdYear' ? 'households' : about === 'member' || about === 'memberYear' ? 'people' : about);

export async function rowsOf(client: TestClient, subject: Subject) {
  return (await client.tables.rows({ subject, year: 2020, offset: 0, limit: 500 })).rows;
}

/** A column's values, row after row. */
export async function valuesOf(client: TestClient, about: OwnAbout, key: string): Promise<Stored[]> {
  return (await rowsOf(client, subjectOf(about))).map(({ values }) => values[key] ?? null);
}

export async function write(client: TestClient, about: OwnAbout, key: string, texts: readonly string[]): Promise<void> {
  const subject = subjectOf(about);
  const rows = await rowsOf(client, subject);
  for (const [at, text] of texts.entries()) {
    const current = await client.registers.current();
    await client.tables.edit({ subject, id: rows[at]?.id ?? '', year: 2020, field: key, text, base: current?.revision ?? 0 });
  }
}
