import type { MatchSubject } from '../../../shared/changes/match-subject.ts';
import type { DifferingField, DifferingRow, MatchedRow, NearMatch, OpenRow, RegisteredRow } from '../../../shared/changes/matching.ts';
import type { SheetRow } from '../../../shared/sheets/cells.ts';
import { isOtherHeader } from '../../../shared/sheets/other-header.ts';
import { breathe, type Job } from '../jobs.ts';
import type { KeptAnswer } from './match-answers.ts';
import { isAccount } from './match-differences.ts';
import { answerKey, type RowKey, rowKey } from './match-keys.ts';
import { NearPeople, type Wanted } from './match-near.ts';
import type { People, Person } from './match-people.ts';
import { findByKey, householdNamed } from './match-find.ts';
import type { RowReader } from './match-row.ts';
import type { TheirSheet } from './match-tables.ts';

interface Waiting extends Wanted {
  readonly line: OpenRow;
}

const perBreath = 200;
const byAnswer = '按上次的答复';
const otherHeader = '这一行起是另一张表，列不同，没有比';

/** The places in which the rows of a list end: every row in exactly one. */
export class Quadrants {
  readonly both: RegisteredRow[] = [];
  readonly differ: DifferingRow[] = [];
  readonly onlyTheirs: OpenRow[] = [];
  readonly unusable: (OpenRow & { readonly why: string })[] = [];
  readonly near: NearMatch[] = [];
  readonly scope = new Set<string>();
  readonly #people: People;
  readonly #answers: ReadonlyMap<string, KeptAnswer>;
  readonly #subject: MatchSubject | null;
  /** People, or households, that stand on a row. */
  readonly #found = new Set<string>();
  /** By whom and which record: where a row was first met. */
  readonly #met = new Map<string, MatchedRow>();
  readonly #waiting: Waiting[] = [];

  constructor(people: People, answers: ReadonlyMap<string, KeptAnswer>, subject: MatchSubject | null) {
    this.#people = people;
    this.#answers = answers;
    this.#subject = subject;
  }

  readonly seen = ({ memberId, householdId }: Person): boolean => this.#found.has(memberId) || this.#found.has(householdId);

  /** What puts a row of the sheet into its place; the reader stands on the row. */
  forSheet(sheet: TheirSheet, reader: RowReader, differences: (row: RowReader, person: Person) => DifferingField[]): (row: SheetRow) => void {
    const accounts = sheet.columns.flatMap(({ target }) => (isAccount(target) ? [target] : []));
    const places = sheet.columns.flatMap(({ target }) => (target !== null && (/^(town|village|group)$|\.(address|exactAddress|area|registered)$/.test(target)) ? [target] : []));
    const records = sheet.kind?.ledgers.length === 1 ? (sheet.kind.ledgers[0]?.keys ?? []) : [];
    const ofHousehold = this.#subject?.about === 'household' || sheet.kind?.about === 'household' || (sheet.kind?.about === 'entry' && sheet.kind.ledgers[0]?.about === 'household');
    let broken = false;
    return (row) => {
      const key = rowKey(reader, ofHousehold ? accounts : []);
      const line: MatchedRow = { sheet: sheet.sheet, row: row.number, name: key.name, key: key.key };
      const open = (): OpenRow => ({ ...line, theirs: answerKey(key, placeOf()) });
      const placeOf = (): string => places.map((each) => reader.text(each)).join('');
      broken ||= isOtherHeader(row);
      if (broken) return void this.unusable.push({ ...open(), why: otherHeader });
      for (const each of this.#subject?.scope?.(reader) ?? []) this.scope.add(each);
      const found = findByKey(this.#people, key, ofHousehold, sheet);
      const answer = found || this.#answers.size === 0 ? undefined : this.#answers.get(open().theirs);
      const person = found ? found.person : this.#answered(answer);
      const unit = person ? (ofHousehold ? person.householdId : person.memberId) : key.identity || key.memberNo;
      if (unit !== '') {
        const who = records.length === 0 ? unit : [unit, ...records.map((each) => reader.text(each))].join('\n');
        const before = this.#met.get(who);
        if (before) return void this.unusable.push({ ...open(), why: repeated(before, sheet.sheet, records.length > 0, ofHousehold) });
        this.#met.set(who, line);
      }
      if (person) this.#register(found ? line : open(), person, unit, found ? found.told : byAnswer, differences(reader, person));
      else this.#leaveOpen(open(), key, placeOf(), answer, found?.gone);
    };
  }

  #answered(answer: KeptAnswer | undefined): Person | undefined {
    const person = answer === undefined || answer.memberId === null ? undefined : this.#people.byId.get(answer.memberId);
    return person?.gone === null ? person : undefined;
  }

  #register(line: MatchedRow, person: Person, unit: string, told: string | undefined, fields: DifferingField[]): void {
    this.#found.add(unit);
    const { memberId } = person;
    const row: RegisteredRow = told === undefined ? { ...line, memberId } : { ...line, memberId, told };
    if (fields.length === 0) this.both.push(row);
    else this.differ.push({ ...row, fields });
  }

  #leaveOpen(line: OpenRow, key: RowKey, place: string, answer: KeptAnswer | undefined, gone: string | undefined): void {
    if (gone !== undefined) return void this.onlyTheirs.push({ ...line, told: `登记册里已是“${gone}”` });
    if (answer?.memberId === null) return void this.onlyTheirs.push({ ...line, told: `${byAnswer}：不是在册的` });
    const usable = key.why === '' && (key.identity !== '' || key.memberNo !== '' || key.householdNo !== '' || key.headIdentity !== '' || (key.birthDate !== '' && key.name !== ''));
    if (usable) this.onlyTheirs.push(line);
    else this.unusable.push({ ...line, why: key.why || '只有姓名，定不了是谁' });
    this.#waiting.push({ line, name: key.name, number: key.identity || (key.kept === '' ? key.key : ''), kept: key.kept, place, householdId: householdNamed(this.#people, key) });
  }

  /** Looks for whom the open rows may mean, when all rows are placed: who stands on the list by his number is hardly meant by another row. */
  async findNear(job: Job): Promise<void> {
    if (this.#waiting.length === 0) return;
    const near = new NearPeople(this.#people, this.#waiting);
    for (const [at, { line, ...wanted }] of this.#waiting.entries()) {
      if (at % perBreath === 0) {
        job.tell('正在找相近的人', at, this.#waiting.length);
        await breathe(job);
      }
      for (const offered of near.offer(wanted, this.seen)) this.near.push({ ...line, ...offered });
    }
  }
}

function repeated(before: Pick<MatchedRow, 'sheet' | 'row'>, sheet: string, records: boolean, household: boolean): string {
  const where = before.sheet === sheet ? `第 ${before.row} 行` : `“${before.sheet}”第 ${before.row} 行`;
  return `和${where}是同一${records ? '条' : household ? '户' : '个人'}`;
}
