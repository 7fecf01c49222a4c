import { textOf, type HouseholdFacts } from '../../../../shared/register/facts.ts';
import type { Place } from './wall-sheet.ts';
import { calledOf, placeOf } from './wall-words.ts';

export const householdPlace = (household: HouseholdFacts): Place => ({ kind: 'household', key: `household:${household.id}`, called: calledOf(household), where: placeOf(household), households: [household], parts: [] });

/** Households by what `of` says, in the order in which they come. */
function grouped(households: readonly HouseholdFacts[], of: (household: HouseholdFacts) => string): [string, HouseholdFacts[]][] {
  const groups = new Map<string, HouseholdFacts[]>();
  for (const household of households) {
    const key = of(household);
    const group = groups.get(key);
    if (group) group.push(household);
    else groups.set(key, [household]);
  }
  return [...groups];
}

const says = (key: string) => ({ values }: HouseholdFacts): string => textOf(values, key);

/** The district with its streets, their villages, and their groups, as households in walking order tell them. */
export function districtOf(households: readonly HouseholdFacts[]): Place {
  const county = grouped(households, says('county')).toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
  const towns = grouped(households, says('town')).map(([town, inTown]): Place => {
    const villages = grouped(inTown, says('village')).map(([village, inVillage]): Place => {
      const groups = grouped(inVillage, says('group')).map(([group, inGroup]): Place => ({ kind: 'household', key: '', called: group || '未写小组', where: '', households: inGroup, parts: [] }));
      return { kind: 'village', key: `village:${town}/${village}`, called: village || '未写村名', where: `${town}${village}`, households: inVillage, parts: groups };
    });
    return { kind: 'town', key: `town:${town}`, called: town || '未写乡镇', where: town, households: inTown, parts: villages };
  });
  return { kind: 'district', key: 'district', called: county || '全区', where: county, households, parts: towns };
}

/** Every place of a district that something hangs at: itself, each street with its villages behind it. */
export const placesOf = (district: Place): Place[] => [district, ...district.parts.flatMap((town) => [town, ...town.parts])];
