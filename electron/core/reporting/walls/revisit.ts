import type { Revisit } from '../../../../shared/contract/walls.ts';
import { wallSets } from '../../../../shared/papers/wall-sets.ts';
import type { Job } from '../../jobs.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import { changesBetween } from './changed-words.ts';
import { shownOf, type Shown } from './editions.ts';
import { hangingNow, hungKey, shownAt, type Hung } from './hanging.ts';
import { madeSheets, type MadeSheet } from './made-walls.ts';
import { wallSheets } from './wall-sheets.ts';
import type { Registers } from './wall-file.ts';

const householdOf = (subject: string): string | null => (subject.startsWith('household:') ? subject.slice('household:'.length) : null);
const placeKey = (subject: string, made: MadeSheet | undefined): string => made?.place.key ?? subject;

function sheetOf(present: RegisterFile, hung: Hung, now: MadeSheet | undefined): Revisit['sheets'][number] & { readonly shown: Shown } {
  const shown = shownAt(present, hung.edition);
  return { key: hung.sheet, title: shown.title, edition: hung.edition, since: hung.since.slice(0, 10), changes: now ? changesBetween(shown, shownOf(now.paper)) : [], shown };
}

/** The places where something hangs that the register now tells otherwise, and those that are no longer there. */
export async function wallsToRevisit({ register, present }: Registers, year: number, today: string, job: Job): Promise<Revisit[]> {
  const hanging = hangingNow(present, year);
  const found: Revisit[] = [];
  for (const set of wallSets) {
    const ofSet = wallSheets.filter((sheet) => sheet.set === set).flatMap(({ key }) => hanging.filter(({ sheet }) => sheet === key));
    const sheets = [...new Set(ofSet.map(({ sheet }) => sheet))];
    if (sheets.length === 0) continue;
    const made = await madeSheets(register, { year, today, set, sheets, of: { scope: 'all' }, paper: 'a4' }, job).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'NOTHING_TO_PRINT') return [];
      throw error;
    });
    const order = new Map(made.map((each, at) => [hungKey({ sheet: each.sheet.key, subject: each.subject }), { each, at }]));
    const places = new Map<string, { readonly at: number; readonly made: MadeSheet | undefined; readonly sheets: ReturnType<typeof sheetOf>[] }>();
    for (const hung of ofSet) {
      const now = order.get(hungKey(hung));
      if (now?.each.edition === hung.edition) continue;
      const key = `${placeKey(hung.subject, now?.each)} ${now ? '' : 'gone'}`;
      const place = places.get(key) ?? { at: now?.at ?? Number.MAX_SAFE_INTEGER, made: now?.each, sheets: [] };
      places.set(key, place);
      place.sheets.push(sheetOf(present, hung, now?.each));
    }
    for (const [key, { made: now, sheets: those }] of [...places].toSorted(([, a], [, b]) => a.at - b.at)) {
      const subject = key.split(' ')[0] ?? '';
      const [first] = those;
      found.push({ subject, set, householdId: householdOf(subject), called: now?.place.called ?? first?.shown.called ?? '', where: now?.place.where ?? first?.shown.right ?? '', state: now ? 'changed' : 'gone', sheets: those.map(({ shown: _shown, ...sheet }) => sheet) });
    }
  }
  return found;
}
