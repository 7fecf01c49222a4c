import { statusChanges } from '../../../shared/changes/life-events.ts';
import type { NewRowsCheck, ReadNewRows } from '../../../shared/contract/inserting.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { field, storedFields } from '../../../shared/register/vocabulary.ts';
import { noteStatus, writeMovement } from '../events/write-event.ts';
import type { Writer } from '../storage/commands.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { sourceOf } from '../tables/sources.ts';
import { readArrival, type Arrival } from './arrival.ts';
import { checkNewcomers, toldByNumber } from './check-newcomers.ts';
import type { InsertPlan } from './insert-plan.ts';
import { newHomes, type NewHome, type Newcomer } from './new-homes.ts';
import { valuesOf, type NewRow, type Remarks } from './new-row.ts';
import { numberProposer } from './propose-number.ts';

type Values = Record<string, Stored>;
const keys = (entity: 'household' | 'householdYear' | 'member' | 'memberYear'): string[] => storedFields(entity).map(({ key }) => key);

/** What it says of a household that it was identified; what was typed stands. */
function identified(home: NewHome, on: string): Values {
  const change = statusChanges.find(({ kind }) => kind === '识别');
  const dated = (change?.dated ?? []).map((key) => [key, field(key).kind === 'year' ? Number(on.slice(0, 4)) : on] as const);
  return { ...Object.fromEntries(dated), ...change?.says, ...home.values };
}

/** Writes new people and their households: what they bring, and why and when they came. */
class PeopleWriting {
  readonly #register: RegisterFile;
  readonly #writer: Writer;
  readonly #arrival: Arrival;
  readonly #asked: ReadNewRows;
  readonly #today: string;
  constructor(register: RegisterFile, writer: Writer, { asked, arrival, today }: { readonly asked: ReadNewRows; readonly arrival: Arrival; readonly today: string }) {
    this.#register = register;
    this.#writer = writer;
    this.#arrival = arrival;
    this.#asked = asked;
    this.#today = today;
  }

  /** Answers the ids of the household and of its people. */
  home(home: NewHome): { readonly id: string; readonly people: readonly string[] } {
    const id = home.existing ?? this.#household(home);
    return { id, people: home.people.map((newcomer) => this.#person(id, newcomer)) };
  }

  #household(home: NewHome): string {
    const { year } = this.#asked;
    const { on, paper, identified: anew } = this.#arrival;
    const id = newId();
    const values = anew ? identified(home, on) : home.values;
    this.#writer.create('household', id, valuesOf(values, keys('household')));
    const ofYear = valuesOf(values, keys('householdYear'));
    if (Object.keys(ofYear).length > 0) this.#writer.create('householdYear', newId(), { householdId: id, year, ...ofYear });
    if (anew) noteStatus(this.#writer, { householdId: id, memberIds: [], reason: '', on, paper, status: { kind: '识别', detail: String(values['householdKind'] ?? '') } });
    return id;
  }

  #person(householdId: string, newcomer: Newcomer): string {
    const { year } = this.#asked;
    const { on, paper, identified: anew } = this.#arrival;
    const id = newId();
    const values = { ...toldByNumber(newcomer, this.#today), ...newcomer.values };
    const reason = String(values['joinReason'] ?? this.#arrival.reason);
    this.#writer.create('member', id, { householdId, ...valuesOf(values, keys('member')), ...(anew ? {} : { joinReason: reason }) });
    const ofYear = valuesOf(values, keys('memberYear'));
    if (Object.keys(ofYear).length > 0) this.#writer.create('memberYear', newId(), { memberId: id, year, ...ofYear });
    if (!anew) writeMovement(this.#register, this.#writer, 'join', [id], { householdId, memberIds: [id], reason, on, paper });
    return id;
  }
}

/** 新增成员 张试五（户 9900000001）：出生，2020-05-03. */
function labelOf(homes: readonly NewHome[], { reason, on, paper }: Arrival): string {
  const names = homes.flatMap(({ people }) => people.map(({ values }) => String(values['name'] ?? '')));
  const fresh = homes.filter(({ existing }) => existing === null);
  const [home] = homes;
  const who = names.length > 3 ? `${names.slice(0, 3).join('、')}等 ${names.length} 人` : names.join('、');
  const what = fresh.length === 0 ? '新增成员 ' : fresh.length < homes.length ? `新增 ${fresh.length} 户、${names.length} 人：` : fresh.length > 1 ? `新增 ${fresh.length} 户：` : '新增一户：';
  const where = homes.length === 1 && home ? `（${home.name}）` : '';
  return `${what}${who}${where}：${[reason, on, paper].filter((part) => part !== '').join('，')}`;
}

function following(homes: readonly NewHome[], today: string): NewRowsCheck['following'] {
  return homes.flatMap(({ people }) => people.flatMap((newcomer) => Object.entries(toldByNumber(newcomer, today)).filter(([key]) => newcomer.values[key] === undefined).map(([key, value]) => ({ row: newcomer.at, field: key, value }))));
}

/** New rows of people, or of households with their heads. */
export function planPeople(register: RegisterFile, rows: readonly NewRow[], remarks: Remarks, asked: ReadNewRows, today: string): InsertPlan {
  const homes = newHomes(register, rows, asked, remarks);
  checkNewcomers(register, homes, today, remarks);
  const arrival = readArrival(asked, homes, today, remarks);
  const fresh = homes.filter(({ existing }) => existing === null);
  const propose = numberProposer(register, new Set(fresh.flatMap(({ values }) => (values['householdNo'] === undefined ? [] : [String(values['householdNo'])]))));
  const columns = new Set(sourceOf(asked.subject).table.fields.map(({ key }) => key));
  return {
    remarks,
    people: homes.reduce((sum, { people }) => sum + people.length, 0),
    households: fresh.length,
    records: 0,
    following: following(homes, today).filter(({ field: key }) => columns.has(key)),
    proposed: fresh.flatMap(({ values, people: [first] }) => {
      const householdNo = values['householdNo'] === undefined ? propose(values['village']) : null;
      return householdNo === null || !first ? [] : [{ row: first.at, householdNo }];
    }),
    label: labelOf(homes, arrival),
    write(writer) {
      const writing = new PeopleWriting(register, writer, { asked, arrival, today });
      const made = homes.map((home) => ({ home, ...writing.home(home) }));
      if (asked.subject === 'households') return made.map(({ id }) => id);
      return made.flatMap(({ home, people }) => home.people.map(({ at }, place) => ({ at, id: people[place] ?? '' }))).toSorted((one, other) => one.at - other.at).map(({ id }) => id);
    },
  };
}
