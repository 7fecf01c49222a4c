// One process: 100,000 people summed up by groups, through the contract; beside it the counts of one column, which SQLite makes by itself.
import { benchCoreOf } from './bench-core.ts';
import { timeOf } from './time.ts';

const [sheet = ''] = process.argv.slice(2);
const { core, client, end } = await benchCoreOf(sheet);
const people = { subject: 'people' as const, year: 2020 };
const median = async (work: () => Promise<unknown>): Promise<number> => {
  const times = [await timeOf(work), await timeOf(work), await timeOf(work)];
  return times.toSorted((one, other) => one - other)[1] ?? 0;
};
const told: Record<string, number> = {
  distinct: await median(() => client.tables.distinct({ ...people, field: 'village' })),
  plain: await median(() => client.summaries.make({ ...people, down: [{ field: 'village' }], figures: [{ of: 'rows' }] })),
  full: await median(() => client.summaries.make({ ...people, down: [{ field: 'village' }, { field: 'relation' }], across: { field: 'householdKind' }, figures: [{ of: 'rows' }, { of: 'households' }, { of: 'mean', field: 'perCapitaIncome' }] })),
};
core.close();
end();
process.stdout.write(JSON.stringify(told));
