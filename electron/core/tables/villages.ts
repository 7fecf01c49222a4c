import type { RegisterFile } from '../storage/register-file.ts';

export interface VillageCount {
  readonly town: string;
  readonly village: string;
  readonly households: number;
  readonly people: number;
}

/** Villages that have households, in walking order. */
export function villageCounts(register: RegisterFile): VillageCount[] {
  return register
    .sql(
      `SELECT coalesce(h.town, '') AS town, coalesce(h.village, '') AS village, count(DISTINCT h.id) AS households, count(m.id) AS people
       FROM household h LEFT JOIN member m ON m.householdId = h.id GROUP BY 1, 2 ORDER BY min(h.walkKey)`,
    )
    .all() as VillageCount[];
}
