import type { Accord, AccordCell, AccordRow } from '../../../shared/contract/accounts.ts';
import { textOf, type HouseholdFacts } from '../../../shared/register/facts.ts';
import { ledgers } from '../../../shared/register/ledgers/index.ts';
import { labelOf } from '../../../shared/register/show-value.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import { isHere } from '../../../shared/register/who.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';
import { changedSince } from './changed-since.ts';

/** What an account that was looked at elsewhere says otherwise, by household; whoever is not in it was not looked at. */
export type Compared = ReadonlyMap<string, readonly string[]>;

const none: AccordCell = { state: 'none', says: [] };
const cell = (says: readonly string[]): AccordCell => ({ state: says.length === 0 ? 'same' : 'differs', says });

/** The last import of the office's own system that stands, and what it was. */
const lastExport = `SELECT b.command, c.at FROM importBatch b JOIN command c ON c.number = b.command
  WHERE b.state = 'committed' AND EXISTS (SELECT 1 FROM importSheet s WHERE s.batch = b.number AND s.department = '扶贫办' AND s.kind IN ('people', 'households', 'income')) ORDER BY b.command DESC LIMIT 1`;

const telling = ledgers.filter(({ says }) => Object.keys(says).length > 0);

/** Lists that tell something of whoever stands on them, held against what the register says of him in the year. */
function listsOf({ members, values, records }: HouseholdFacts, year: number, held: ReadonlySet<string>): AccordCell {
  if (held.size === 0) return none;
  const says: string[] = [];
  for (const key of new Set(telling.filter((ledger) => held.has(ledger.key)).flatMap((ledger) => Object.keys(ledger.says)))) {
    const lists = telling.filter((ledger) => held.has(ledger.key) && ledger.says[key] !== undefined);
    const called = lists.map(({ label }) => label).join('、');
    const word = lists[0]?.says[key] ?? '';
    const ofHousehold = findField(key)?.entity === 'household' || findField(key)?.entity === 'householdYear';
    const there = lists.flatMap((ledger) => (records[ledger.key] ?? []).filter((record) => record.year === year));
    for (const who of ofHousehold ? [{ id: null, name: '本户', value: textOf(values, key) }] : members.filter(isHere).map((member) => ({ id: member.id, name: textOf(member.values, 'name'), value: textOf(member.values, key) }))) {
      const listed = there.some((record) => record.memberId === who.id);
      if (listed && who.value !== word) says.push(`${called}上有${who.name}，登记册“${labelOf(key)}”${who.value ? `是“${who.value}”` : '空着'}`);
      else if (!listed && who.value === word) says.push(`登记册写${who.name}“${labelOf(key)}”是“${word}”，${called}上没有`);
    }
  }
  return cell(says);
}

/** Every household and what four other accounts say of it: a tick, or the difference. */
export function accord(register: RegisterFile, year: number, { handbook, walls }: { readonly handbook: Compared; readonly walls: Compared }): Accord {
  const households = readFacts(register, { year, ledgers: telling.map(({ key }) => key) }).filter(({ members }) => members.some(isHere));
  const held = new Set((register.sql('SELECT DISTINCT ledger FROM entry WHERE year = ?').all(year) as { ledger: string }[]).map(({ ledger }) => ledger).filter((key) => telling.some((ledger) => ledger.key === key)));
  const exported = register.sql(lastExport).get() as { command: number; at: string } | undefined;
  const system = exported ? changedSince(register, year, new Map(households.map(({ id }) => [id, exported.command])), (key) => findField(key)?.own === undefined) : null;
  const rows = households.map((household): AccordRow => {
    const { id, values } = household;
    const compared = (of: Compared): AccordCell => {
      const says = of.get(id);
      return says ? cell(says) : none;
    };
    return {
      householdId: id, household: textOf(values, 'householdNo'), head: textOf(values, 'headName'), town: textOf(values, 'town'), village: textOf(values, 'village'),
      accounts: {
        handbook: compared(handbook),
        system: system ? cell(system.get(id) ?? []) : none,
        wall: compared(walls),
        lists: listsOf(household, year, held),
      },
    };
  });
  return { year, exportedAt: exported?.at ?? '', rows };
}
