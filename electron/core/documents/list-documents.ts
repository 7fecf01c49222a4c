import type { DocumentRow, HouseholdDocuments } from '../../../shared/contract/documents.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { dayInYear } from '../../../shared/register/age.ts';
import { dossierOf } from '../../../shared/plan/dossier.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';
import { contentStore } from './content-store.ts';
import { previewOf } from './file-type.ts';

interface StoredDocument {
  readonly id: string;
  readonly memberId: string | null;
  readonly year: number | null;
  readonly data: string;
  readonly revision: number;
}

/** Those of the household, and those of people who live in it now: papers of a person go with the person. */
const ofHousehold = `SELECT id, memberId, year, data, revision FROM entry WHERE id IN (
    SELECT id FROM entry WHERE ledger = 'document' AND householdId = ?1 AND memberId IS NULL
    UNION SELECT e.id FROM entry e JOIN member m ON m.id = e.memberId WHERE m.householdId = ?1 AND e.ledger = 'document')
  ORDER BY id`;

export const documentText = (values: Readonly<Record<string, Stored>>, key: string): string => {
  const value = values[`document.${key}`];
  return value === null || value === undefined ? '' : String(value);
};

export function documentsOf(register: RegisterFile, householdId: string): (DocumentRow & { readonly year: number | null })[] {
  const rows = register.sql(ofHousehold).all(householdId) as StoredDocument[];
  return rows.map(({ id, memberId, year, data, revision }) => {
    const values = JSON.parse(data) as Record<string, Stored>;
    return { id, memberId, year, values, revision, preview: previewOf(documentText(values, 'type')) };
  });
}

/** What a household's file holds, what it lacks in a year, and what it takes in the register. */
export function householdDocuments(register: RegisterFile, householdId: string, year: number, today: string): HouseholdDocuments {
  const [facts] = readFacts(register, { year, ids: [householdId] });
  if (!facts) throw new Refusal('NOT_FOUND', '这一户已不在登记册里', { remedy: '请按 F5 刷新后再看' });
  const found = documentsOf(register, householdId);
  const contents = new Map(found.map(({ values }) => [documentText(values, 'sha'), Number(values['document.bytes'] ?? 0)]));
  const dossier = dossierOf(
    facts,
    found.map(({ id, memberId, year: of, values }) => ({ id, memberId, kind: documentText(values, 'kind'), year: of, stored: documentText(values, 'sha') !== '' })),
    dayInYear(year, today),
  );
  return {
    documents: found.map(({ year: _year, ...document }) => document),
    dossier,
    sizes: contentStore.sizes(register, [...contents.values()].reduce((sum, bytes) => sum + bytes, 0)),
  };
}

/** The original of a document, under its own name. */
export function documentContent(register: RegisterFile, id: string): { readonly name: string; readonly type: string; readonly bytes: Uint8Array } {
  const row = register.rows.get('entry', id);
  if (!row || row['ledger'] !== 'document') throw new Refusal('NOT_FOUND', '这份材料已不在登记册里', { remedy: '请按 F5 刷新后再看；刚去掉的可以撤销' });
  const name = documentText(row, 'file');
  const bytes = contentStore.get(register, documentText(row, 'sha'));
  if (!bytes) throw new Refusal('NOT_FOUND', '这份材料只登记了纸质存放处，登记册里没有电子件', { where: documentText(row, 'title') || documentText(row, 'kind'), remedy: '请扫描或拍照后存入' });
  return { name, type: documentText(row, 'type'), bytes };
}
