import * as library from 'rrule';

// Bundlers find the package's modules; Node itself finds its CommonJS, whose exports stand under `default`, of which the types know nothing.
const found = (Reflect.get(library, 'default') as typeof library | undefined) ?? library;

/** The days of a year on which a rule of RFC 5545 occurs, yyyy-MM-dd. Throws what the library throws where it is no rule. */
export function occurrences(rule: string, year: number): string[] {
  const { origOptions } = found.rrulestr(rule);
  const whole = new found.RRule({ ...origOptions, dtstart: new Date(`${year}-01-01T00:00:00Z`), until: new Date(`${year}-12-31T00:00:00Z`) });
  return whole.all().map((date) => date.toISOString().slice(0, 10));
}
