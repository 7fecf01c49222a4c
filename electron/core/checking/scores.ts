import type { FindingRow, PlaceScore } from '../../../shared/contract/checking.ts';
import type { RegisterFile } from '../storage/register-file.ts';

interface Tally {
  households: number;
  readonly wrong: Set<string>;
  readonly doubtful: Set<string>;
}

const keyOf = (town: string, village: string): string => `${town}|${village}`;

/** Scores of every office and village in walking order: an office, then its villages. */
export function scoresOf(register: RegisterFile, findings: readonly FindingRow[]): PlaceScore[] {
  const places = register
    .sql("SELECT coalesce(town, '') AS town, coalesce(village, '') AS village, count(*) AS households FROM household GROUP BY 1, 2 ORDER BY min(walkKey)")
    .all() as { town: string; village: string; households: number }[];
  const tallies = new Map<string, Tally>();
  const tally = (town: string, village: string): Tally => {
    const key = keyOf(town, village);
    let found = tallies.get(key);
    if (!found) tallies.set(key, (found = { households: 0, wrong: new Set(), doubtful: new Set() }));
    return found;
  };
  for (const { town, village, households } of places) {
    tally(town, '*').households += households;
    tally(town, village).households += households;
  }
  for (const { householdId, grade, town, village } of findings) {
    if (householdId === null || grade === 'I') continue;
    for (const each of [tally(town, '*'), tally(town, village)]) (grade === 'E' ? each.wrong : each.doubtful).add(householdId);
  }
  const towns = [...new Set(places.map(({ town }) => town))];
  return towns.flatMap((town) => ['*', ...places.filter((place) => place.town === town).map(({ village }) => village)].map((village): PlaceScore => {
    const { households, wrong, doubtful } = tally(town, village);
    const alone = [...doubtful].filter((id) => !wrong.has(id)).length;
    const score = households === 0 ? 100 : Math.round((100 - ((wrong.size + alone / 2) / households) * 100) * 10) / 10;
    return { town, village: village === '*' ? '' : village || '（没有写村）', households, wrong: wrong.size, doubtful: alone, score };
  }));
}
