import type { Stored } from '../../shared/fields/reading.ts';
import { kindOf } from '../../shared/register/field.ts';
import { findField } from '../../shared/register/vocabulary.ts';

/** A stored value as it stands on screens; what the vocabulary does not know stands as it is. */
export function shown(key: string, value: Stored): string {
  if (value === null) return '';
  const field = findField(key);
  if (field) return kindOf(field).show(value);
  return key === 'extra' && typeof value === 'string' ? ownColumns(value) : String(value);
}

/** Columns kept under their own header are stored as one JSON object. */
function ownColumns(stored: string): string {
  try {
    const columns = JSON.parse(stored) as Record<string, string>;
    return Object.entries(columns).map(([header, text]) => `${header} ${text}`).join('；');
  } catch {
    return stored;
  }
}
