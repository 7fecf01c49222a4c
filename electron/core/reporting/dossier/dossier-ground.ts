import { Refusal } from '../../../../shared/contract/errors.ts';
import type { FindingRow } from '../../../../shared/contract/checking.ts';
import { type DocumentRow, type HouseholdDocuments, isUnseenPicture } from '../../../../shared/contract/documents.ts';
import type { DossierRequest } from '../../../../shared/contract/dossiers.ts';
import type { ProblemRow } from '../../../../shared/contract/problems.ts';
import { byteSize } from '../../../../shared/fields/byte-size.ts';
import type { Stored } from '../../../../shared/fields/reading.ts';
import { openPictures } from '../../../../shared/plan/dossier.ts';
import { dayInYear } from '../../../../shared/register/age.ts';
import { textOf, type HouseholdFacts, type Values } from '../../../../shared/register/facts.ts';
import { isHere } from '../../../../shared/register/who.ts';
import { cardIncome } from '../../card/card-income.ts';
import { contentStore } from '../../documents/content-store.ts';
import { documentText, householdDocuments } from '../../documents/list-documents.ts';
import { flatRow } from '../../storage/own-values.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import { readFacts } from '../../tables/facts.ts';
import { dossierLedgers } from './history-sections.ts';
import type { DossierGround, Picture } from './dossier-section.ts';

/** Photos of one PDF at most, in bytes: the page is one text while it is printed. */
export const mostPictureBytes = 150 * 1024 * 1024;

/** What others than the register's rows tell of households: the rules, and the ledger of problems. */
export interface ToldBesides {
  readonly findings: readonly FindingRow[];
  readonly problems: readonly ProblemRow[];
}

function yearsOf(register: RegisterFile, householdId: string, until: number): { year: number; values: Readonly<Record<string, Stored>> }[] {
  const rows = register.sql('SELECT * FROM householdYear WHERE householdId = ? AND year <= ? ORDER BY year DESC').all(householdId, until) as Record<string, Stored>[];
  return rows.map(flatRow).map(({ year, ...values }) => ({ year: Number(year), values }));
}

/** Of people who live here, and what happened here to people who live elsewhere now. */
function movementsOf(register: RegisterFile, householdId: string): { name: string; values: Values }[] {
  const rows = register
    .sql(
      `SELECT coalesce(m.name, '') AS name, e.data FROM entry e LEFT JOIN member m ON m.id = e.memberId
       WHERE e.ledger = 'movement' AND (e.householdId = ?1 OR m.householdId = ?1) ORDER BY coalesce(e.data ->> '$."movement.on"', '9999'), e.id`,
    )
    .all(householdId) as { name: string; data: string }[];
  return rows.map(({ name, data }) => ({ name, values: JSON.parse(data) as Values }));
}

/** The photos that may stand in the dossier, how many may not, and how many cannot. */
function picturesOf(register: RegisterFile, documents: readonly DocumentRow[], { level, pictures }: Pick<DossierRequest, 'level' | 'pictures'>): { pictures: Picture[]; closed: number; unseen: number; bytes: number } {
  const photos = pictures ? documents.filter(({ preview }) => preview === 'image') : [];
  const open = photos.filter(({ values }) => level === 'full' || openPictures.has(documentText(values, 'kind')));
  let size = 0;
  const made = open.flatMap(({ values }): Picture[] => {
    const bytes = contentStore.get(register, documentText(values, 'sha'));
    if (!bytes) return [];
    size += bytes.length;
    const words = [documentText(values, 'kind'), documentText(values, 'whose'), documentText(values, 'on')].filter((word) => word !== '').join('　');
    return [{ kind: documentText(values, 'kind'), words, source: `data:${documentText(values, 'type')};base64,${Buffer.from(bytes).toString('base64')}` }];
  });
  const unseen = pictures ? documents.filter(isUnseenPicture).length : 0;
  return { pictures: made, closed: photos.length - open.length, unseen, bytes: size };
}

/** The households that are meant, in walking order; refuses where one of them is not there any more. */
export function dossierHouseholds(register: RegisterFile, ids: readonly string[], year: number): HouseholdFacts[] {
  const found = readFacts(register, { year, ids, ledgers: dossierLedgers });
  if (found.length < new Set(ids).size) throw new Refusal('NOT_FOUND', ids.length === 1 ? '这一户已不在登记册里' : '有的户已不在登记册里', { remedy: '请按 F5 刷新后重新选' });
  return found;
}

/** Reads household after household, so that the photos of one are gone before those of the next are there. */
export function* dossierGrounds(register: RegisterFile, households: readonly HouseholdFacts[], request: Pick<DossierRequest, 'year' | 'level' | 'pictures'>, today: string, told: ToldBesides): Generator<{ ground: DossierGround; bytes: number }> {
  const findings = Map.groupBy(told.findings, ({ householdId }) => householdId);
  const problems = Map.groupBy(told.problems, ({ householdId }) => householdId);
  for (const household of households) {
    const years = yearsOf(register, household.id, request.year);
    const { documents, dossier }: HouseholdDocuments = householdDocuments(register, household.id, request.year, today);
    const { bytes, ...photos } = picturesOf(register, documents, request);
    if (bytes > mostPictureBytes) throw new Refusal('FILE_TOO_LARGE', `这一户的照片共 ${byteSize(bytes)}，一份档案最多放 ${byteSize(mostPictureBytes)}`, { where: textOf(household.values, 'headName'), remedy: '请选“不带照片”，照片用“存出全部”取' });
    const ground: DossierGround = {
      household, years, documents, ...photos,
      level: request.level,
      day: dayInYear(request.year, today),
      income: cardIncome(register, household.id, years, household.members.filter(isHere).length),
      movements: movementsOf(register, household.id),
      papers: dossier,
      findings: findings.get(household.id) ?? [],
      problems: problems.get(household.id) ?? [],
    };
    yield { ground, bytes };
  }
}
