import type { Stored } from '../../shared/fields/reading.ts';

/** Columns kept under their own header are stored as one JSON object; of two such only what differs is worth reading. */
export function onlyDiffering(one: Stored, other: Stored): readonly [Stored, Stored] {
  if (typeof one !== 'string' || typeof other !== 'string') return [one, other];
  const [a, b] = [columnsOf(one), columnsOf(other)];
  if (!a || !b) return [one, other];
  const differs = (header: string): boolean => a[header] !== b[header];
  return [JSON.stringify(pick(a, differs)), JSON.stringify(pick(b, differs))];
}

const pick = (columns: Readonly<Record<string, unknown>>, which: (header: string) => boolean): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(columns).filter(([header]) => which(header)));

function columnsOf(stored: string): Readonly<Record<string, unknown>> | null {
  try {
    const columns: unknown = JSON.parse(stored);
    // Only an object was ever stored.
    return typeof columns === 'object' && columns !== null ? (columns as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
