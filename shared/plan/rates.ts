/**
 * Rates of the district's plan for 2020, in fen. Section numbers are the plan's. The plan says 1200 元 a pupil and
 * *month* for kindergarten, ten times what is usual elsewhere; the figure stands as the plan has it and its paper says so.
 */
export const rates2020 = {
  kindergartenMonth: 120_000,
  primaryBoarding: 100_000,
  juniorBoarding: 125_000,
  dayPupil: 75_000,
  seniorAid: 200_000,
  vocationalAid: 300_000,
  /** Net income a head under which a household gets support on top of support. */
  lowIncome: 600_000,
} as const;
