import type { Values } from '../register/facts.ts';
import { field } from '../register/vocabulary.ts';
import { passed, type Level } from './gate.ts';

/** Where a paper hangs: `house`, inside the family's own house; `public`, where everybody passes. */
export type Place = Extract<Level, 'house' | 'public'>;

/** A field's value as it may stand on a paper there; see gate.ts. */
export const onPaper = (place: Place, values: Values, key: string): string => passed(field(key), values[key] ?? null, place);
