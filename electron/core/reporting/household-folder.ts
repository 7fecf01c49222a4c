import { byteSize } from '../../../shared/fields/byte-size.ts';
import { largestFolder } from '../../../shared/contract/documents.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { dossierOf, recordDossier, type DossierLine } from '../../../shared/plan/dossier.ts';
import { dayInYear } from '../../../shared/register/age.ts';
import { textOf } from '../../../shared/register/facts.ts';
import { ledgerOf } from '../../../shared/register/ledgers/index.ts';
import { contentStore } from '../documents/content-store.ts';
import { documentsOf, documentsOfRecord, documentText, forDossier, type ListedDocument } from '../documents/list-documents.ts';
import { ownerOf, recordOf } from '../documents/record-documents.ts';
import { nameOfRow } from '../history/name-of-row.ts';
import { breathe, type Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';
import { zipOf, type ZipMember } from './zip-writer.ts';

/** A name that every system can have as a file: no separators, no signs that Windows forbids, not too long, never "." alone. */
export function plainFileName(name: string): string {
  // oxlint-disable-next-line no-control-regex
  const plain = name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').replace(/^[\s.]+|[\s.]+$/g, '');
  return plain === '' ? '未命名' : [...plain].slice(0, 80).join('');
}

const endOf = (file: string): string => /\.[A-Za-z0-9]{1,8}$/.exec(file)?.[0] ?? '';

const quoted = (cell: string): string => `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[]): Uint8Array => new TextEncoder().encode(`\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`);

const states = { stored: '有', paper: '只有纸质件', missing: '缺' } as const;

/** What a folder is made of. */
interface Filed {
  /** The folder's own name, as every system can have it. */
  readonly called: string;
  readonly documents: readonly ListedDocument[];
  /** What must be there; none: no list of it. */
  readonly lines: readonly DossierLine[];
}

function lists({ documents, lines }: Filed, files: ReadonlyMap<string, string>): ZipMember[] {
  const head = ['序号', '材料种类', '材料名称', '所属人', '材料日期', '文件', '大小', '纸质存放处', '备注'];
  const rows = documents.map(({ id, values }, at) => [
    String(at + 1), documentText(values, 'kind'), documentText(values, 'title'), documentText(values, 'whose'), documentText(values, 'on'),
    files.get(id) ?? '', documentText(values, 'bytes') === '' ? '' : byteSize(Number(values['document.bytes'])), documentText(values, 'place'), documentText(values, 'remark'),
  ]);
  const due = { name: '应有材料核对.csv', bytes: csv([['应有的材料', '谁的', '为什么要有', '情况'], ...lines.map(({ label, who, why, state }) => [label, who, why, states[state]])]) };
  return [{ name: '材料目录.csv', bytes: csv([head, ...rows]) }, ...(lines.length === 0 ? [] : [due])];
}

/** Every original byte for byte, under a name that tells what it is; beside them what there is and what is missing. */
async function folderOf(register: RegisterFile, filed: Filed, at: Date, job: Job): Promise<Uint8Array> {
  const { called, documents } = filed;
  const total = documents.reduce((sum, { values }) => sum + Number(values['document.bytes'] ?? 0), 0);
  if (total > largestFolder) throw new Refusal('FILE_TOO_LARGE', `这些材料共 ${byteSize(total)}，一次最多存出 ${byteSize(largestFolder)}`, { where: called, remedy: '请逐份存出' });
  const members: ZipMember[] = [];
  const files = new Map<string, string>();
  for (const [place, { id, values }] of documents.entries()) {
    job.tell('正在存出材料', place, documents.length);
    await breathe(job);
    const bytes = contentStore.get(register, documentText(values, 'sha'));
    if (!bytes) continue;
    const words = [documentText(values, 'kind'), documentText(values, 'whose'), documentText(values, 'title'), documentText(values, 'on')].filter((word) => word !== '');
    const name = `${String(place + 1).padStart(2, '0')} ${plainFileName(words.join(' '))}${endOf(documentText(values, 'file'))}`;
    files.set(id, name);
    members.push({ name, bytes });
  }
  return zipOf([...lists(filed, files), ...members].map(({ name, bytes }) => ({ name: `${called}/${name}`, bytes })), at);
}

/** A folder as it leaves, and whose data is in it. */
export interface LeavingFolder {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly households: readonly string[];
  readonly members: readonly string[];
}

/** One household's folder. */
export async function householdFolder(register: RegisterFile, { householdId, year, today }: { readonly householdId: string; readonly year: number; readonly today: string }, at: Date, job: Job): Promise<LeavingFolder> {
  const [facts] = readFacts(register, { year, ids: [householdId] });
  if (!facts) throw new Refusal('NOT_FOUND', '这一户已不在登记册里', { remedy: '请按 F5 刷新后再看' });
  const documents = documentsOf(register, householdId);
  const called = plainFileName(`${textOf(facts.values, 'householdNo') || '无户编号'} ${textOf(facts.values, 'headName')}`);
  const lines = dossierOf(facts, forDossier(documents), dayInYear(year, today));
  return { name: `${called} 一户一档.zip`, bytes: await folderOf(register, { called, documents, lines }, at, job), households: [householdId], members: facts.members.map(({ id }) => id) };
}

/** What lies with one record of a ledger. */
export async function recordFolder(register: RegisterFile, recordId: string, at: Date, job: Job): Promise<LeavingFolder> {
  const record = recordOf(register, recordId);
  const ledger = ledgerOf(String(record['ledger']));
  const documents = documentsOfRecord(register, recordId);
  const { householdId, memberId } = ownerOf(register, record);
  const called = plainFileName(nameOfRow(register, 'entry', recordId).replaceAll(' · ', ' '));
  const lines = recordDossier(ledger, record, forDossier(documents));
  return { name: `${called} 材料.zip`, bytes: await folderOf(register, { called, documents, lines }, at, job), households: householdId === null ? [] : [householdId], members: memberId === null ? [] : [memberId] };
}
