import { largestDocument } from '../../../shared/contract/documents.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { byteSize } from '../../../shared/fields/byte-size.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { ledgerOf } from '../../../shared/register/ledgers/index.ts';
import { recordLine } from '../../../shared/register/ledgers/main-values.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import type { Writer } from '../storage/commands.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readTyped } from '../tables/typed-value.ts';
import { mustBeOnce, yearOfDate } from '../tables/entry-rules.ts';
import { tableRow } from '../tables/rows.ts';
import { contentStore, shaOf } from './content-store.ts';
import { ownerOf, recordOf } from './record-documents.ts';
import { fileType, isProgram } from './file-type.ts';

export interface NewDocuments {
  /** Left out where `recordId` tells whose they are: of a record's household or person, or of nobody. */
  readonly householdId?: string | undefined;
  readonly memberId?: string | undefined;
  /** The record that they prove. */
  readonly recordId?: string | undefined;
  /** As typed. */
  readonly kind: string;
  readonly title: string;
  readonly on: string;
  readonly place: string;
  readonly remark: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** A file as it goes in; what cannot go in is refused by name. */
function taken(name: string, bytes: Uint8Array): Readonly<Record<string, Stored>> {
  if (bytes.length === 0) throw new Refusal('FILE_EMPTY', '这个文件是空的', { where: name, remedy: '请重新扫描或拍照后再存' });
  if (bytes.length > largestDocument) {
    throw new Refusal('FILE_TOO_LARGE', `这个文件有 ${byteSize(bytes.length)}，超过了单个文件 ${byteSize(largestDocument)} 的上限`, { where: name, remedy: '请降低扫描或拍照的清晰度，或分成几份再存' });
  }
  const type = fileType(bytes, name);
  if (isProgram(type, name)) throw new Refusal('NOT_ALLOWED', '这是程序文件，不是材料，没有存', { where: name, remedy: '请存照片、扫描件或文档' });
  return { 'document.file': name, 'document.bytes': bytes.length, 'document.type': type, 'document.sha': shaOf(bytes) };
}

/** What a paper says of the record that it proves; STALE where that is no longer there or of another household. */
function proved(register: RegisterFile, recordId: string, householdId: string | null): Readonly<Record<string, Stored>> {
  const record = register.rows.get('entry', recordId);
  if (!record || ownerOf(register, record).householdId !== householdId) throw new Refusal('STALE', '这条记录已经不在这一户', { remedy: '请按 F5 刷新后再存' });
  const ledger = ledgerOf(String(record['ledger']));
  if (ledger.papers === null) throw new Refusal('WRONG_USAGE', '材料不能附在另一份材料上', { remedy: '请附在它所属的那条记录上' });
  const line = recordLine(ledger, record, 2);
  return { 'document.of': recordId, 'document.about': line === '' ? ledger.label : `${ledger.label}：${line}` };
}

/** Whose the papers are: as asked, or as the record tells. */
function whoseOf(register: RegisterFile, { householdId, memberId, recordId }: NewDocuments): { readonly householdId: string | null; readonly memberId?: string | undefined } {
  if (householdId !== undefined) return { householdId, memberId };
  if (recordId === undefined) throw new Refusal('WRONG_USAGE', '没有说材料是谁的', { remedy: '请指明户，或者台账里的一条记录' });
  const owner = ownerOf(register, recordOf(register, recordId));
  return { householdId: owner.householdId, ...(owner.memberId === null ? {} : { memberId: owner.memberId }) };
}

/** Documents that may go in: what the command is called, and what writes them within it, answering their ids and by how much the register grew. */
export interface ReadyDocuments {
  readonly label: string;
  readonly write: (writer: Writer) => { readonly ids: readonly string[]; readonly grew: number };
}

/** Looks at papers of a household, of one of its people, or of none, as they would go in. Without files: a paper that lies in the cabinet. */
export function readyDocuments(register: RegisterFile, asked: Omit<NewDocuments, 'householdId'> & { readonly householdId: string | null }, today: string): ReadyDocuments {
  const { householdId, memberId, recordId, files } = asked;
  const ledger = ledgerOf('document');
  const household = householdId === null ? null : tableRow(register, 'households', householdId, 0);
  const member = memberId === undefined ? null : tableRow(register, 'people', memberId, 0);
  if (member && member.householdId !== householdId) throw new Refusal('STALE', '这个人已经不在这一户', { where: String(member.values['name'] ?? ''), remedy: '请按 F5 刷新后再存' });
  const said: Record<string, Stored> = recordId === undefined ? {} : { ...proved(register, recordId, householdId) };
  const name = String(member?.values['name'] ?? household?.values['headName'] ?? household?.values['householdNo'] ?? said['document.about'] ?? '本办');
  for (const key of ['kind', 'title', 'on', 'place', 'remark'] as const) {
    const own = field(`document.${key}`);
    const value = readTyped(own, asked[key], today, `${name} · ${own.label}`);
    if (value !== null) said[own.key] = value;
  }
  if (member) said['document.whose'] = member.values['name'] ?? null;
  const kind = String(said['document.kind']);
  if (files.length === 0 && said['document.place'] === undefined) {
    throw new Refusal('VALUE_REFUSED', '没有选文件，也没有写纸质件放在哪里', { where: `${name} · ${kind}`, remedy: '请选文件，或者写明纸质存放处' });
  }
  const year = yearOfDate(ledger, said);
  const contents = files.length === 0 ? [{}] : files.map(({ name: file, bytes }) => taken(file, bytes));
  const records = contents.map((content) => {
    const record: Readonly<Record<string, Stored>> = { ledger: 'document', ...(householdId === null ? {} : { householdId }), ...(memberId === undefined ? {} : { memberId }), ...(year === null ? {} : { year }), ...said, ...content };
    return { id: newId(), record };
  });
  const seen = new Set<Stored>();
  for (const { id, record } of records) {
    const file = String(record['document.file'] ?? kind);
    const sha = record['document.sha'] ?? null;
    if (sha !== null && seen.has(sha)) throw new Refusal('VALUE_REFUSED', '选了两个内容完全一样的文件', { where: file, remedy: '请去掉一个再存' });
    seen.add(sha);
    mustBeOnce(register, ledger, record, id, `${name} · ${file}`);
  }
  const what = files.length > 1 ? `${kind} ${files.length} 份` : [kind, said['document.title'], files[0]?.name ?? '纸质件'].filter((part) => part !== undefined).join('，');
  return {
    label: `存入材料：${name}，${what}`,
    write(writer) {
      let grew = 0;
      records.forEach(({ id, record }, at) => {
        const bytes = files[at]?.bytes;
        if (bytes) grew += contentStore.put(register, shaOf(bytes), bytes);
        writer.create('entry', id, record);
      });
      return { ids: records.map(({ id }) => id), grew };
    },
  };
}

/** Stores papers of a household, of one of its people, or of a record that is about nobody: one command for all of them. */
export function addDocuments(register: RegisterFile, asked: NewDocuments, today: string): { readonly label: string; readonly grew: number } {
  const { label, write } = readyDocuments(register, { ...asked, ...whoseOf(register, asked) }, today);
  const { grew } = register.log.run({ kind: 'edit', label }, write);
  return { label, grew };
}
