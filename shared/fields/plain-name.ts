import { halfWidth } from './clean-text.ts';
import { cleanName } from './name.ts';
import { todaysWriting } from './variant-characters.ts';

/** Only Chinese characters of today's writing, and no more than that: most names of most lists. */
const nothingToDo = /^[\u4e00-\u9fff]{2,4}$/;

/** A name for comparing: today's characters, without the dot of minority names, blanks, and what stands in brackets behind. */
export function plainName(written: string): string {
  if (nothingToDo.test(written)) return todaysWriting(written);
  return todaysWriting(halfWidth(cleanName(written)).replace(/\([^)]*\)$/, '')).replace(/[·.\s'’*]/g, '').toUpperCase();
}
