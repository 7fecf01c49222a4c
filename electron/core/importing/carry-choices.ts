import type { RegisterFile } from '../storage/register-file.ts';
import { choose, type ChoiceScope } from './choices.ts';
import { planStore } from './plan-store.ts';

interface Said {
  readonly scope: ChoiceScope;
  readonly target: string;
  readonly choice: 'take' | 'skip';
}

interface Place {
  readonly position: number;
  readonly grouping: string;
  readonly sheet: number;
  readonly sheetRow: number;
}

const sheetsOf = (register: RegisterFile, batch: number): { id: number; file: string; sheet: string }[] =>
  register.sql('SELECT id, file, sheet FROM importSheet WHERE batch = ?').all(batch) as { id: number; file: string; sheet: string }[];

/**
 * What the clerk said of one plan goes on to the plan that is made of the same files after it, as far as the rows are still
 * there: a row is the same where file, sheet and row number are. Answers how much of it went on.
 */
export function carryChoices(register: RegisterFile, before: number, batch: number): number {
  const said = register.sql('SELECT scope, target, choice FROM planChoice WHERE batch = ?').all(before) as Said[];
  const carried = said.length === 0 ? 0 : carryRows(register, before, batch, said);
  return carried + carryEvents(register, before, batch);
}

function carryRows(register: RegisterFile, before: number, batch: number, said: readonly Said[]): number {
  const sheets = new Map<number, number>();
  const now = new Map(sheetsOf(register, batch).map(({ id, file, sheet }) => [`${file}|${sheet}`, id]));
  for (const { id, file, sheet } of sheetsOf(register, before)) {
    const same = now.get(`${file}|${sheet}`);
    if (same !== undefined) sheets.set(id, same);
  }
  const placeOf = (scope: ChoiceScope, target: string): Place | undefined => {
    if (scope !== 'row' && scope !== 'cell' && scope !== 'household') return undefined;
    const [column, value] = scope === 'household' ? ['grouping', target] : ['position', Number(target.split('|')[0])];
    return register.sql(`SELECT position, grouping, sheet, sheetRow FROM planRow WHERE batch = ? AND ${column} = ? ORDER BY position LIMIT 1`).get(before, value) as Place | undefined;
  };
  const wanted = new Map<string, Place | undefined>();
  const keyOf = (place: Place | undefined): string | undefined => {
    const sheet = place && sheets.get(place.sheet);
    return sheet === undefined ? undefined : `${sheet}|${place?.sheetRow}`;
  };
  const places = said.map(({ scope, target }) => keyOf(placeOf(scope, target)));
  for (const key of places) if (key !== undefined) wanted.set(key, undefined);
  for (const row of wanted.size === 0 ? [] : register.sql('SELECT position, grouping, sheet, sheetRow FROM planRow WHERE batch = ?').iterate(batch)) {
    const place = row as Place;
    const key = `${place.sheet}|${place.sheetRow}`;
    if (wanted.has(key)) wanted.set(key, place);
  }
  let carried = 0;
  said.forEach(({ scope, target, choice }, at) => {
    const place = wanted.get(places[at] ?? '');
    const [first = '', field = ''] = target.split('|');
    const sheet = sheets.get(Number(first));
    const next =
      scope === 'verdict' ? target
      : scope === 'column' ? (sheet === undefined ? undefined : `${sheet}|${field}`)
      : place === undefined ? undefined
      : scope === 'household' ? place.grouping
      : scope === 'row' ? String(place.position)
      : `${place.position}|${field}`;
    if (next === undefined) return;
    choose(register, batch, scope, next, choice);
    carried++;
  });
  return carried;
}

/** A life event is the same where it says the same. */
function carryEvents(register: RegisterFile, before: number, batch: number): number {
  const was = new Map(planStore.events(register, before).map((event) => [`${event.kind}|${event.detail.what}`, event]));
  let carried = 0;
  for (const { number, kind, accepted, detail } of was.size === 0 ? [] : planStore.events(register, batch)) {
    const same = was.get(`${kind}|${detail.what}`);
    if (!same) continue;
    const { reason, on, paper } = same.detail;
    if (same.accepted === accepted && reason === detail.reason && on === detail.on && paper === detail.paper) continue;
    register.sql('UPDATE planEvent SET accepted = ?, detail = ? WHERE batch = ? AND number = ?').run(same.accepted ? 1 : 0, JSON.stringify({ ...detail, reason, on, paper }), batch, number);
    carried++;
  }
  return carried;
}
