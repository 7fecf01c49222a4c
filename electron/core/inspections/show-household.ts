import { Refusal } from '../../../shared/contract/errors.ts';
import type { FindingRow } from '../../../shared/contract/checking.ts';
import type { ClosedDocument, InspectionDossier } from '../../../shared/contract/inspections.ts';
import type { Block, TableBlock } from '../../../shared/papers/paper.ts';
import { openPictures } from '../../../shared/plan/dossier.ts';
import { textOf } from '../../../shared/register/facts.ts';
import { documentContent, documentText } from '../documents/list-documents.ts';
import { problemRows } from '../problems/problem-rows.ts';
import { dossierGrounds, dossierHouseholds } from '../reporting/dossier/dossier-ground.ts';
import type { DossierGround } from '../reporting/dossier/dossier-section.ts';
import { dossierSections } from '../reporting/dossier/dossier-sections.ts';
import { mayLeave } from '../reporting/outgoing.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { guaranteeBlocks } from './guarantees.ts';
import { inspectedHousehold } from './inspected-household.ts';
import { noteShown, type By } from './inspection-log.ts';
import { numbersOf, topicsOf, wholeNumber } from './topics.ts';

/** What an inspector asks first, then the dossier's own parts. */
const parts = [{ key: 'guarantees', title: '三保障和饮水安全', blocks: guaranteeBlocks }, ...dossierSections] as const;

/** A table that lies on its side has its fields in its first column, and people or years above. */
const tableLabels = ({ columns, rows }: TableBlock): string[] => (columns[0]?.head === '项目' ? rows.map(([first = '']) => first.trim()) : columns.map(({ head }) => head));

/** Which fields of a part were shown. */
function labelsIn(blocks: readonly Block[]): string[] {
  const labels = (block: Block): readonly string[] => (block.kind === 'facts' ? block.pairs.map(({ label }) => label) : block.kind === 'table' ? tableLabels(block) : block.kind === 'pictures' ? [`${block.pictures.length}张`] : []);
  return [...new Set(blocks.flatMap(labels))];
}

/** Originals that do not stand among the photos, for a number may be on them. */
function closedOf({ documents }: DossierGround): ClosedDocument[] {
  return documents
    .filter(({ values, preview }) => documentText(values, 'sha') !== '' && !(preview === 'image' && openPictures.has(documentText(values, 'kind'))))
    .map(({ id, values, preview }) => ({ id, preview, words: ['kind', 'whose', 'title', 'on'].map((key) => documentText(values, key)).filter((word) => word !== '').join('　') }));
}

function groundOf(register: RegisterFile, householdId: string, year: number, findings: readonly FindingRow[], { today }: By): DossierGround {
  const households = dossierHouseholds(register, [householdId], year);
  const [read] = dossierGrounds(register, households, { year, level: 'reduced', pictures: true }, today, { findings, problems: problemRows(register, today) });
  if (!read) throw new Refusal('NOT_FOUND', '这一户已不在登记册里');
  return read.ground;
}

/** Everything that the dossier holds, masked; noted with its fields before it is handed over. `findings`: what the rules find in a household. */
export function showHousehold(register: RegisterFile, household: number, findings: (householdId: string, year: number) => readonly FindingRow[], by: By): InspectionDossier {
  const { inspection, year, householdId } = inspectedHousehold(register, household);
  const ground = groundOf(register, householdId, year, findings(householdId, year), by);
  const shown = parts.map(({ key, title, blocks }) => ({ key, title, blocks: blocks(ground) })).filter(({ blocks }) => blocks.length > 0);
  noteShown(register, { inspection, households: [householdId], what: '户档案', way: 'screen', level: 'reduced', fields: shown.map(({ title, blocks }) => [title, labelsIn(blocks).join('、')].filter((part) => part !== '').join('：')), reason: '' }, by);
  return { household, head: textOf(ground.household.values, 'headName'), parts: shown, numbers: numbersOf(ground.household), documents: closedOf(ground), topics: topicsOf(ground.household) };
}

/** One number whole: with a reason, noted. */
export function unmask(register: RegisterFile, household: number, key: string, reason: string, by: By): { text: string } {
  mayLeave('full', reason);
  const { inspection, year, householdId } = inspectedHousehold(register, household);
  const [facts] = dossierHouseholds(register, [householdId], year);
  const found = facts && wholeNumber(facts, key);
  if (!found) throw new Refusal('NOT_FOUND', '这一户没有这一项', { remedy: '请按 F5 刷新后再看' });
  noteShown(register, { inspection, households: [householdId], what: '完整号码', way: 'screen', level: 'full', fields: [found.label], reason }, by);
  return { text: found.text };
}

/** One original: with a reason, noted. */
export function showDocument(register: RegisterFile, household: number, id: string, reason: string, by: By): ReturnType<typeof documentContent> {
  mayLeave('full', reason);
  const { inspection, year, householdId } = inspectedHousehold(register, household);
  const found = closedOf(groundOf(register, householdId, year, [], by)).find((each) => each.id === id);
  if (!found) throw new Refusal('NOT_FOUND', '这一户没有这份材料', { remedy: '请按 F5 刷新后再看' });
  const content = documentContent(register, id);
  noteShown(register, { inspection, households: [householdId], what: '材料原件', way: 'screen', level: 'full', fields: [found.words], reason }, by);
  return content;
}
