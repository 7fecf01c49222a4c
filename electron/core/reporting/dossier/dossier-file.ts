import { Refusal } from '../../../../shared/contract/errors.ts';
import type { DossierRequest } from '../../../../shared/contract/dossiers.ts';
import { byteSize } from '../../../../shared/fields/byte-size.ts';
import type { Page } from '../../../../shared/papers/lay-out.ts';
import { textOf, type HouseholdFacts } from '../../../../shared/register/facts.ts';
import type { Host } from '../../host.ts';
import { breathe, stopIfCancelled, type Job } from '../../jobs.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import { plainFileName } from '../household-folder.ts';
import { letOut, mayLeave } from '../outgoing.ts';
import { pdfOfPages } from '../pdf-of-pages.ts';
import { calledOf } from '../walls/wall-words.ts';
import { zipOf, type ZipMember } from '../zip-writer.ts';
import { dossierGrounds, dossierHouseholds, mostPictureBytes, type ToldBesides } from './dossier-ground.ts';
import { dossierSections } from './dossier-sections.ts';
import { dossierIndex, dossierPages, placeIn } from './make-dossier.ts';

/** The register that is read from (a past day may be looked at), the one in which is noted what leaves, and who prints. */
export interface DossierDesk {
  readonly register: RegisterFile;
  readonly present: RegisterFile;
  readonly host: Host;
  readonly today: string;
}

export interface DossierAsked extends Omit<DossierRequest, 'of'> {
  readonly households: readonly string[];
  readonly as: 'pdf' | 'zip';
}

const numberOf = (household: HouseholdFacts): string => textOf(household.values, 'householdNo') || '无户编号';

/** All of them in one PDF, with an index in front where they are several. */
async function oneBook({ register, host, today }: DossierDesk, households: readonly HouseholdFacts[], asked: DossierAsked, told: ToldBesides, job: Job): Promise<Uint8Array> {
  const office = register.meta('office') ?? '';
  const several = households.length > 1;
  const index = (entries: Parameters<typeof dossierIndex>[0]): Page[] => (several ? dossierIndex(entries, today) : []);
  // As many pages as the index will have, whatever stands on it: a line a household.
  let before = index(households.map((household) => ({ where: '　'.repeat(12), called: calledOf(household), pages: 0 }))).length;
  const entries: { where: string; called: string; pages: number }[] = [];
  const pages: Page[] = [];
  let bytes = 0;
  for (const { ground, bytes: more } of dossierGrounds(register, households, asked, today, told)) {
    job.tell('正在排版', entries.length, households.length);
    await breathe(job);
    bytes += more;
    if (bytes > mostPictureBytes) throw new Refusal('FILE_TOO_LARGE', `这些户的照片合起来超过 ${byteSize(mostPictureBytes)}，一个 PDF 放不下`, { remedy: '请选“每户一个文件”，或者“不带照片”' });
    const made = dossierPages(ground, { office, today, before });
    before += made.length;
    entries.push({ where: placeIn(ground), called: calledOf(ground.household), pages: made.length });
    pages.push(...made);
  }
  return pdfOfPages(host, [...index(entries), ...pages], { office, date: today }, job);
}

/** A PDF a household, together in a zip. */
async function manyBooks(desk: DossierDesk, households: readonly HouseholdFacts[], asked: DossierAsked, told: ToldBesides, job: Job): Promise<Uint8Array> {
  const { register, host, today } = desk;
  const office = register.meta('office') ?? '';
  const members: ZipMember[] = [];
  for (const { ground } of dossierGrounds(register, households, asked, today, told)) {
    job.tell('正在生成 PDF', members.length, households.length);
    await breathe(job);
    const pages = dossierPages(ground, { office, today, before: 0 });
    const order = String(members.length + 1).padStart(String(households.length).length, '0');
    members.push({ name: `${order} ${plainFileName(`${numberOf(ground.household)} ${calledOf(ground.household)}`)}.pdf`, bytes: await pdfOfPages(host, pages, { office, date: today }, job) });
  }
  return zipOf(members, host.now());
}

/** The dossiers as a file, noted before they are handed over. */
export async function dossierFile(desk: DossierDesk, asked: DossierAsked, told: ToldBesides, job: Job): Promise<{ name: string; bytes: Uint8Array }> {
  mayLeave(asked.level, asked.reason);
  const households = dossierHouseholds(desk.register, asked.households, asked.year);
  const [first] = households;
  if (!first) throw new Refusal('NOTHING_TO_PRINT', '没有选中的户', { remedy: '请先选几户' });
  const bytes = asked.as === 'zip' ? await manyBooks(desk, households, asked, told, job) : await oneBook(desk, households, asked, told, job);
  stopIfCancelled(job);
  const called = households.length === 1 ? plainFileName(`${numberOf(first)} ${calledOf(first)}`) : `${households.length}户`;
  const name = `一户一档 ${called}.${asked.as}`;
  letOut(desk, {
    what: `一户一档 ${asked.year}年 ${households.length === 1 ? calledOf(first) : `${households.length}户`}`,
    purpose: '出一户一档', level: asked.level, reason: asked.reason,
    columns: dossierSections.filter(({ key }) => asked.pictures || key !== 'pictures').map(({ title }) => title),
    rows: households.length, households: households.map(({ id }) => id), members: households.flatMap(({ members }) => members.map(({ id }) => id)), file: name, bytes,
  });
  return { name, bytes };
}
