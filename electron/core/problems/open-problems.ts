import type { FindingRow } from '../../../shared/contract/checking.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { ledgerOf } from '../../../shared/register/ledgers/index.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { mustBeOnce, yearOfDate } from '../tables/entry-rules.ts';
import { tableRow } from '../tables/rows.ts';
import { readTyped } from '../tables/typed-value.ts';
import { problemOf, problemRows, saidOf, whereOf } from './problem-rows.ts';

export interface By {
  /** yyyy-MM-dd. */
  readonly today: string;
  readonly who: string;
}

type Typed = Readonly<Record<string, string>>;

/** What was typed of a problem, read by its fields; what the program writes cannot be typed. */
function readValues(typed: Typed, today: string, where: string): Record<string, Stored> {
  const ledger = ledgerOf('problem');
  return Object.fromEntries(Object.entries(typed).map(([key, text]) => {
    const own = ledger.fields.find((each) => each.key === key);
    if (!own || ledger.made.includes(key)) throw new Refusal('WRONG_USAGE', `“${own?.label ?? key}”不能这样填`, { where, remedy: '请用报完成、销号来办' });
    return [key, readTyped(own, text, today, `${where} · ${own.label}`)];
  }));
}

const filled = (values: Readonly<Record<string, Stored | undefined>>): Record<string, Stored> =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value === null || value === undefined || value === '' ? [] : [[key, value]])));

function recordOf(values: Readonly<Record<string, Stored | undefined>>, householdId: string | null): Record<string, Stored> {
  const year = yearOfDate(ledgerOf('problem'), filled(values));
  return { ledger: 'problem', ...(householdId === null ? {} : { householdId }), ...(year === null ? {} : { year }), ...filled(values) };
}

/** What was found by a rule or on a form, before it is a problem. */
export interface Proposal {
  /** The same for the same finding for as long as the register lives. */
  readonly finding: string;
  readonly rule: string;
  readonly householdId: string | null;
  readonly town: string;
  readonly village: string;
  readonly person: string;
  /** Whom it is about, for the label. */
  readonly whom: string;
  readonly text: string;
  /** What may hang on the wall of it. */
  readonly posted: string;
  readonly class: string;
  readonly source: string;
  /** When and by whom, where that is not today and who opens it. */
  readonly foundOn?: string;
  readonly foundBy?: string;
}

/** What was found is a problem from here on: who answers for it and until when is said for all of them. One command; what is in the ledger and not closed is passed over. */
export function openProblems(register: RegisterFile, proposals: readonly Proposal[], typed: Typed, { today, who }: By): { label: string; made: number; already: number } {
  const said = readValues(typed, today, '整改台账');
  const unclosed = new Set(problemRows(register, today).filter(({ state }) => state !== 'closed').map(({ values }) => saidOf(values, 'finding')));
  const fresh = proposals.filter(({ finding }) => !unclosed.has(finding));
  const [first] = fresh;
  if (!first) throw new Refusal('VALUE_REFUSED', proposals.length === 0 ? '这几处已经查不出疑点' : '这几处都已经在整改台账里', { remedy: '请在“整改台账”里看' });
  const records = fresh.map((each) => recordOf({
    'problem.class': each.class, 'problem.foundBy': each.foundBy ?? who, 'problem.mode': '交办整改',
    // Of a household the place is told by the household.
    ...(each.householdId === null ? { 'problem.town': each.town, 'problem.village': each.village } : {}),
    ...said,
    'problem.text': each.text, 'problem.posted': each.posted, 'problem.source': each.source, 'problem.foundOn': each.foundOn ?? today, 'problem.person': each.person, 'problem.rule': each.rule, 'problem.finding': each.finding,
  }, each.householdId));
  const label = fresh.length === 1 ? `列入整改：${first.whom}，${first.text}` : `列入整改：${fresh.length} 个问题`;
  for (const record of records) mustBeOnce(register, ledgerOf('problem'), record, '', String(record['problem.text']));
  register.log.run({ kind: 'edit', label }, (writer) => {
    for (const record of records) writer.create('entry', newId(), record);
  });
  return { label, made: fresh.length, already: proposals.length - fresh.length };
}

/** What a rule found, as it may become a problem. */
export const ofFinding = ({ id, rule, householdId, town, village, person, head, household, message }: FindingRow, title: string): Proposal => ({
  finding: id, rule, householdId, town, village, person, whom: person || head || household, text: message, posted: title, class: '数据信息', source: '规则核对',
});

/** A problem that was found otherwise: by an inspection, a visit, a letter. One command. */
export function addProblem(register: RegisterFile, householdId: string | null, typed: Typed, { today }: By): { label: string; id: string } {
  const ledger = ledgerOf('problem');
  const household = householdId === null ? null : tableRow(register, 'households', householdId, 0);
  const whom = String(household?.values['headName'] ?? household?.values['householdNo'] ?? '本办');
  const values = readValues(typed, today, whom);
  for (const own of ledger.fields) if (own.required && (values[own.key] ?? null) === null) throw new Refusal('VALUE_REFUSED', `${own.label}不能空着`, { where: whom, remedy: '请填写' });
  if (String(values['problem.foundOn']) > today) throw new Refusal('VALUE_REFUSED', '发现日期在将来', { where: whom, remedy: '请核对日期' });
  const id = newId();
  const record = recordOf(values, householdId);
  mustBeOnce(register, ledger, record, id, whom);
  const label = `列入整改：${whom}，${String(values['problem.text'])}`;
  register.log.run({ kind: 'edit', label }, (writer) => writer.create('entry', id, record));
  return { label, id };
}

/** Who answers for it, how and until when, and how far it is: one command. */
export function changeProblem(register: RegisterFile, { id, base, values: typed }: { readonly id: string; readonly base: number; readonly values: Typed }, { today }: By): { label: string } {
  const row = problemOf(register, id, base, today);
  const where = whereOf(row);
  const values = readValues(typed, today, where);
  const changes = Object.entries(values).flatMap(([column, value]) => {
    const old = row.values[column] ?? null;
    return old === value ? [] : [{ column, old, value }];
  });
  const next = { ...row.values, ...values };
  mustBeOnce(register, ledgerOf('problem'), recordOf(next, row.householdId), id, where);
  const label = `改整改台账：${where}`;
  if (changes.length > 0) register.log.run({ kind: 'edit', label }, (writer) => writer.setAll('entry', id, changes));
  return { label };
}
