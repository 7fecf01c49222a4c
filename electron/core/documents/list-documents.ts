import type { DocumentRow, HouseholdDocuments, RecordDocuments } from '../../../shared/contract/documents.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { dayInYear } from '../../../shared/register/age.ts';
import { dossierOf, recordDossier, type DossierDocument } from '../../../shared/plan/dossier.ts';
import { ledgerOf } from '../../../shared/register/ledgers/index.ts';
import { paperOf } from '../storage/record-papers.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';
import { contentStore } from './content-store.ts';
import { previewOf } from './file-type.ts';
import { recordOf } from './record-documents.ts';

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

export type ListedDocument = DocumentRow & { readonly year: number | null };

function toDocument({ id, memberId, year, data, revision }: StoredDocument): ListedDocument {
  const values = JSON.parse(data) as Record<string, Stored>;
  return { id, memberId, year, values, revision, preview: previewOf(documentText(values, 'type')) };
}

export function documentsOf(register: RegisterFile, householdId: string): ListedDocument[] {
  return (register.sql(ofHousehold).all(householdId) as StoredDocument[]).map(toDocument);
}

/** Those that prove one record. */
export const documentsOfRecord = (register: RegisterFile, recordId: string): ListedDocument[] =>
  (register.sql(`SELECT id, memberId, year, data, revision FROM entry WHERE ledger = 'document' AND ${paperOf} = ? ORDER BY id`).all(recordId) as StoredDocument[]).map(toDocument);

/** As a list of what must be there asks for them. */
export const forDossier = (found: readonly ListedDocument[]): DossierDocument[] =>
  found.map(({ id, memberId, year, values }) => ({ id, memberId, year, kind: documentText(values, 'kind'), stored: documentText(values, 'sha') !== '' }));

/** Bytes of their contents, each once. */
const bytesOf = (found: readonly ListedDocument[]): number => [...new Map(found.map(({ values }) => [documentText(values, 'sha'), Number(values['document.bytes'] ?? 0)])).values()].reduce((sum, bytes) => sum + bytes, 0);

const listed = ({ year: _year, ...document }: ListedDocument): DocumentRow => document;

/** What a household's file holds, what it lacks in a year, and what it takes in the register. */
export function householdDocuments(register: RegisterFile, householdId: string, year: number, today: string): HouseholdDocuments {
  const [facts] = readFacts(register, { year, ids: [householdId] });
  if (!facts) throw new Refusal('NOT_FOUND', '这一户已不在登记册里', { remedy: '请按 F5 刷新后再看' });
  const found = documentsOf(register, householdId);
  return { documents: found.map(listed), dossier: dossierOf(facts, forDossier(found), dayInYear(year, today)), sizes: contentStore.sizes(register, bytesOf(found)) };
}

/** What lies with a record of a ledger, what it lacks, and what that takes in the register. */
export function recordDocuments(register: RegisterFile, recordId: string): RecordDocuments {
  const record = recordOf(register, recordId);
  const found = documentsOfRecord(register, recordId);
  return { documents: found.map(listed), dossier: recordDossier(ledgerOf(String(record['ledger'])), record, forDossier(found)), sizes: contentStore.sizes(register, bytesOf(found)) };
}

/** How many papers lie with each of these records; those without any are left out. */
export function paperCounts(register: RegisterFile, ids: readonly string[]): Readonly<Record<string, number>> {
  // By the index, record by record: a table of many rows asks again with every write.
  const found = register
    .sql(`SELECT asked.value AS id, (SELECT count(*) FROM entry WHERE ledger = 'document' AND ${paperOf} = asked.value) AS papers FROM json_each(?) AS asked`)
    .all(JSON.stringify(ids)) as { id: string; papers: number }[];
  return Object.fromEntries(found.filter(({ papers }) => papers > 0).map(({ id, papers }) => [id, papers]));
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
