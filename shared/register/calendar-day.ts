const two = (part: number): string => String(part).padStart(2, '0');

/** The day of a moment where the office is, 2020-06-30. */
export const calendarDayOf = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
