/** What one invented household must be, so that the sums of the register come out as the plan of 2020 has them. */
export interface FamilyPlan {
  readonly size: number;
  readonly students: number;
  readonly disabled: boolean;
  /** How the whole household is secured: 174 people are in 低保 or 特困. */
  readonly secured: 'dibao' | 'tekun' | 'none';
  /** Net income a head under 6000 元. */
  readonly low: boolean;
}

type Group = FamilyPlan & { readonly households: number };

/**
 * Sums: 111 households, 208 people; disabled 54 and 109; under 6000 元 18 and 38; 因学 5 households with 11 students;
 * 174 people secured. tests/core/samples holds each of them.
 */
const groups: readonly Group[] = [
  { households: 10, size: 1, students: 0, disabled: true, secured: 'tekun', low: false },
  { households: 10, size: 1, students: 0, disabled: true, secured: 'dibao', low: false },
  { households: 2, size: 1, students: 0, disabled: true, secured: 'dibao', low: true },
  { households: 12, size: 2, students: 0, disabled: true, secured: 'dibao', low: false },
  { households: 4, size: 2, students: 0, disabled: true, secured: 'dibao', low: true },
  { households: 7, size: 3, students: 0, disabled: true, secured: 'dibao', low: false },
  { households: 2, size: 3, students: 0, disabled: true, secured: 'dibao', low: true },
  { households: 6, size: 4, students: 0, disabled: true, secured: 'dibao', low: false },
  { households: 1, size: 4, students: 0, disabled: true, secured: 'dibao', low: true },
  { households: 1, size: 4, students: 3, disabled: false, secured: 'none', low: true },
  { households: 3, size: 3, students: 2, disabled: false, secured: 'none', low: false },
  { households: 1, size: 3, students: 2, disabled: false, secured: 'none', low: true },
  { households: 4, size: 3, students: 0, disabled: false, secured: 'none', low: false },
  { households: 2, size: 2, students: 0, disabled: false, secured: 'none', low: false },
  { households: 1, size: 2, students: 0, disabled: false, secured: 'none', low: true },
  { households: 12, size: 1, students: 0, disabled: false, secured: 'tekun', low: false },
  { households: 10, size: 1, students: 0, disabled: false, secured: 'dibao', low: false },
  { households: 3, size: 1, students: 0, disabled: false, secured: 'dibao', low: true },
  { households: 17, size: 2, students: 0, disabled: false, secured: 'dibao', low: false },
  { households: 3, size: 2, students: 0, disabled: false, secured: 'dibao', low: true },
];

export const familyPlans: readonly FamilyPlan[] = groups.flatMap(({ households, ...plan }) => Array.from({ length: households }, () => plan));
