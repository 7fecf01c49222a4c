import { type IdentityBearer, type IdentityCase, type IdentityCases, type IdentityFaultKind, identityFaultKinds } from '../../../shared/contract/identities.ts';
import { identityCandidates, type IdentityCandidate } from '../../../shared/fields/identity-candidates.ts';
import { identityFault, identityKey } from '../../../shared/fields/identity-number.ts';
import { lostNumber } from '../../../shared/fields/lost-number.ts';
import type { Cell } from '../../../shared/sheets/cells.ts';
import { sheetPlace } from '../../../shared/sheets/sheet-place.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { isCut, memberFaults } from './damaged-members.ts';
import { knownNumbers, type Sought } from './known-numbers.ts';
import { personOfMember, personOfRow, type Person } from './people.ts';
import { type RefusedRow, refusedRows } from './refused-rows.ts';

type Open = { readonly what: IdentityFaultKind; readonly noted: boolean } & (
  | { readonly of: 'member'; readonly id: string; readonly written: string }
  | { readonly of: 'row'; readonly row: RefusedRow }
  | { readonly of: 'shared'; readonly key: string; readonly ids: readonly string[] }
);

interface Note {
  readonly memberId: string;
  readonly value: string;
  readonly reason: string;
  readonly at: string;
  readonly who: string;
}

/** Notes by member, as far as the number is still the one that was noted. */
function notesOf(register: RegisterFile): Map<string, Note> {
  const rows = register.sql("SELECT n.* FROM identityNote n JOIN member m ON m.id = n.memberId WHERE coalesce(m.identityNo, '') = n.value").all() as Note[];
  return new Map(rows.map((note) => [note.memberId, note]));
}

/** Everything that is damaged, in the order of the list: people of the register, rows that were refused, shared numbers. */
function everything(register: RegisterFile, today: string, notes: ReadonlyMap<string, Note>): Open[] {
  const { damaged, shared } = memberFaults(register, today);
  return [
    ...damaged.map(({ id, what, written }): Open => ({ of: 'member', id, what, written, noted: notes.has(id) })),
    ...refusedRows(register).map((row): Open => ({ of: 'row', row, what: row.what, noted: row.note !== null })),
    ...[...shared].map(([key, ids]): Open => ({ of: 'shared', key, ids, what: 'shared', noted: ids.every((id) => notes.has(id)) })),
  ];
}

/** As the candidates read it: what a program took for a quantity is a number cell. */
const asCell = (what: IdentityFaultKind, written: string): Cell => (what === 'lost' ? { type: 'number', text: written } : written);

function messageOf(what: IdentityFaultKind, written: string, today: string): { readonly message: string; readonly remedy: string } {
  const remedy = '请按证件核对后填写';
  if (what === 'missing') return { message: '没有证件号码', remedy: '请按证件填写；还没有办证的，注明原因' };
  if (what === 'lost') {
    const kept = lostNumber(asCell(what, written))?.kept ?? '';
    const how = isCut(written) ? '末三位都是 0，像是被当成了数值' : '被当成了数值';
    return { message: kept === '' ? `${how}，末几位丢了` : `${how}，只有前 ${kept.length} 位 ${kept} 还在`, remedy };
  }
  const fault = identityFault(written, today);
  return fault ? { message: fault.message, remedy: fault.remedy } : { message: '号码不对', remedy };
}

/** Who bears a candidate already: said beside it and put last, because it cannot be written twice. */
function markTaken(register: RegisterFile, candidates: readonly IdentityCandidate[], self: Sought): IdentityCandidate[] {
  const bearer = register.sql(
    "SELECT m.id, m.name, coalesce(h.householdNo, '') AS householdNo FROM member m JOIN household h ON h.id = m.householdId WHERE substr(m.identityNo, 1, 18) = ? AND m.id IS NOT ? LIMIT 1",
  );
  const taken: IdentityCandidate[] = [];
  const free = candidates.filter((candidate) => {
    const other = bearer.get(identityKey(candidate.number), self.memberId) as { name: string; householdNo: string } | undefined;
    if (!other || (self.memberId === null && other.name === self.name && ['', other.householdNo].includes(self.householdNo))) return true;
    taken.push({ ...candidate, sure: 'weak', reason: `${candidate.reason}；但登记册里已是 ${other.name}（户 ${other.householdNo || '无编号'}）的号码` });
    return false;
  });
  return [...free, ...taken];
}

interface Placed {
  readonly open: Open;
  readonly person: Person;
}

function place(register: RegisterFile, open: Open, today: string): Placed | null {
  if (open.of === 'shared') return null;
  const person = open.of === 'member' ? personOfMember(register, open.id) : personOfRow(register, open.row, today);
  return person && { open, person };
}

/** The page's cases, with candidates. What many cases ask of the register is asked once. */
function described(register: RegisterFile, page: readonly Open[], notes: ReadonlyMap<string, Note>, today: string): IdentityCase[] {
  const placed = page.map((open) => place(register, open, today));
  const known = knownNumbers(register, placed.flatMap((each) => (each ? [each.person] : [])));
  const { commonArea } = memberFaults(register, today);
  const base = register.log.revision;
  return page.flatMap((open, at): IdentityCase[] => {
    if (open.of === 'shared') return [sharedCase(register, open.key, open.ids, notes, base)];
    const person = placed[at]?.person;
    if (!person) return [];
    const written = open.of === 'member' ? open.written : open.row.written;
    const areas = person.areas.length > 0 || commonArea === null ? person.areas : [commonArea];
    const candidates = identityCandidates(asCell(open.what, written), { birthDate: person.birthDate, sex: person.sex, areas, elsewhere: known(person) }, today);
    const { name, householdNo, householdId, memberId, village } = person;
    const note = open.of === 'member' ? notes.get(open.id) : open.row.note;
    return [{
      case: open.of === 'member' ? `member:${open.id}` : `row:${open.row.batch}:${open.row.position}`,
      what: open.what,
      name, householdNo, householdId, memberId, village, written,
      source: open.of === 'member' ? null : sheetPlace(open.row.file, open.row.sheet, open.row.cell),
      ...messageOf(open.what, written, today),
      candidates: markTaken(register, candidates, person),
      bearers: [],
      note: note ? { reason: note.reason, at: note.at, who: note.who } : null,
      base,
    }];
  });
}

function sharedCase(register: RegisterFile, key: string, ids: readonly string[], notes: ReadonlyMap<string, Note>, base: number): IdentityCase {
  const bearers = ids.flatMap((id): IdentityBearer[] => {
    const person = personOfMember(register, id);
    return person?.householdId ? [{ memberId: id, householdId: person.householdId, name: person.name, householdNo: person.householdNo, village: person.village, identityNo: person.identityNo }] : [];
  });
  const [first] = bearers;
  const note = ids.map((id) => notes.get(id)).find((each) => each !== undefined);
  const one = new Set(bearers.map(({ name }) => name)).size === 1;
  return {
    case: `shared:${key}`,
    what: 'shared',
    name: [...new Set(bearers.map(({ name }) => name))].join('、'),
    householdNo: first?.householdNo ?? '', householdId: first?.householdId ?? null, memberId: first?.memberId ?? null, village: first?.village ?? '',
    written: key,
    source: null,
    message: one ? `同一个人登记了 ${bearers.length} 次` : `${bearers.length} 个人登记的是同一个号码`,
    remedy: one ? '请核对应在哪一户，另一处做自然减少' : '请按证件核对各人的号码',
    candidates: [],
    bearers,
    note: note && ids.every((id) => notes.has(id)) ? { reason: note.reason, at: note.at, who: note.who } : null,
    base,
  };
}

export interface CasesAsked {
  readonly what?: IdentityFaultKind | 'noted' | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** A page of the damaged numbers of the register and of refused rows. */
export function listIdentityCases(register: RegisterFile, asked: CasesAsked, today: string): IdentityCases {
  const notes = notesOf(register);
  const all = everything(register, today, notes);
  const counts = Object.fromEntries([...identityFaultKinds, 'noted' as const].map((kind) => [kind, 0])) as Record<IdentityFaultKind | 'noted', number>;
  for (const { what, noted } of all) counts[noted ? 'noted' : what]++;
  const chosen = all.filter(({ what, noted }) => (asked.what === 'noted' ? noted : !noted && (asked.what === undefined || asked.what === what)));
  const page = chosen.slice(asked.offset, asked.offset + asked.limit);
  return { open: all.length - counts.noted, counts, total: chosen.length, rows: described(register, page, notes, today) };
}
