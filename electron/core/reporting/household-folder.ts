import { byteSize } from '../../../shared/fields/byte-size.ts';
import { largestFolder } from '../../../shared/contract/documents.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { dossierOf } from '../../../shared/plan/dossier.ts';
import { dayInYear } from '../../../shared/register/age.ts';
import { textOf, type HouseholdFacts } from '../../../shared/register/facts.ts';
import { contentStore } from '../documents/content-store.ts';
import { documentsOf, documentText } from '../documents/list-documents.ts';
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

function lists(facts: HouseholdFacts, register: RegisterFile, day: string, files: ReadonlyMap<string, string>): ZipMember[] {
  const found = documentsOf(register, facts.id);
  const lines = dossierOf(facts, found.map(({ id, memberId, year, values }) => ({ id, memberId, year, kind: documentText(values, 'kind'), stored: documentText(values, 'sha') !== '' })), day);
  const head = ['序号', '材料种类', '材料名称', '所属人', '材料日期', '文件', '大小', '纸质存放处', '备注'];
  const rows = found.map(({ id, values }, at) => [
    String(at + 1), documentText(values, 'kind'), documentText(values, 'title'), documentText(values, 'whose'), documentText(values, 'on'),
    files.get(id) ?? '', documentText(values, 'bytes') === '' ? '' : byteSize(Number(values['document.bytes'])), documentText(values, 'place'), documentText(values, 'remark'),
  ]);
  return [
    { name: '材料目录.csv', bytes: csv([head, ...rows]) },
    { name: '应有材料核对.csv', bytes: csv([['应有的材料', '谁的', '为什么要有', '情况'], ...lines.map(({ label, who, why, state }) => [label, who, why, states[state]])]) },
  ];
}

/** One household's folder: every original byte for byte, under a name that tells what it is; beside them what there is and what is missing. */
export async function householdFolder(register: RegisterFile, { householdId, year, today }: { readonly householdId: string; readonly year: number; readonly today: string }, at: Date, job: Job): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly members: readonly string[] }> {
  const [facts] = readFacts(register, { year, ids: [householdId] });
  if (!facts) throw new Refusal('NOT_FOUND', '这一户已不在登记册里', { remedy: '请按 F5 刷新后再看' });
  const found = documentsOf(register, householdId);
  const total = found.reduce((sum, { values }) => sum + Number(values['document.bytes'] ?? 0), 0);
  if (total > largestFolder) throw new Refusal('FILE_TOO_LARGE', `这一户的材料共 ${byteSize(total)}，一次最多存出 ${byteSize(largestFolder)}`, { remedy: '请在卡片里逐份存出' });
  const members: ZipMember[] = [];
  const files = new Map<string, string>();
  for (const [place, { id, values }] of found.entries()) {
    job.tell('正在存出材料', place, found.length);
    await breathe(job);
    const bytes = contentStore.get(register, documentText(values, 'sha'));
    if (!bytes) continue;
    const words = [documentText(values, 'kind'), documentText(values, 'whose'), documentText(values, 'title'), documentText(values, 'on')].filter((word) => word !== '');
    const name = `${String(place + 1).padStart(2, '0')} ${plainFileName(words.join(' '))}${endOf(documentText(values, 'file'))}`;
    files.set(id, name);
    members.push({ name, bytes });
  }
  const called = plainFileName(`${textOf(facts.values, 'householdNo') || '无户编号'} ${textOf(facts.values, 'headName')}`);
  const all = [...lists(facts, register, dayInYear(year, today), files), ...members];
  return { name: `${called} 一户一档.zip`, bytes: zipOf(all.map(({ name, bytes }) => ({ name: `${called}/${name}`, bytes })), at), members: facts.members.map(({ id }) => id) };
}
