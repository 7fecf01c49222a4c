import { Refusal } from '../../../../shared/contract/errors.ts';
import type { WallRequest } from '../../../../shared/contract/walls.ts';
import type { Paper } from '../../../../shared/papers/paper.ts';
import { dayInYear } from '../../../../shared/register/age.ts';
import type { HouseholdFacts } from '../../../../shared/register/facts.ts';
import { breathe, type Job } from '../../jobs.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import { readFacts, readRecords } from '../../tables/facts.ts';
import { ratesOf } from '../../tables/parameter-sets.ts';
import { stamped } from './editions.ts';
import { hangingNow, hungKey, printingOf } from './hanging.ts';
import { districtOf, householdPlace, placesOf } from './places.ts';
import type { Place, WallSheet } from './wall-sheet.ts';
import { wallSheets } from './wall-sheets.ts';

/** A sheet that is ready to be printed, with the edition that it is. */
export interface MadeSheet {
  readonly sheet: WallSheet;
  readonly place: Place;
  /** The place, and what of it where the kind makes several: by this the register knows the sheet again. */
  readonly subject: string;
  readonly paper: Paper;
  readonly edition: string;
  readonly content: string;
}

export interface Asked extends WallRequest {
  /** yyyy-MM-dd. */
  readonly today: string;
}

/** The kinds of sheets that a request means. */
export function sheetsOf({ set, sheets }: Pick<WallRequest, 'set' | 'sheets'>): readonly WallSheet[] {
  const found = wallSheets.filter((sheet) => sheet.set === set && (sheets ? sheets.includes(sheet.key) : sheet.usual));
  const unknown = sheets?.find((key) => !found.some((sheet) => sheet.key === key));
  if (unknown !== undefined) throw new Refusal('NOT_FOUND', `没有“${unknown}”这种上墙表`, { remedy: `可以选：${wallSheets.filter((sheet) => sheet.set === set).map(({ key, title }) => `${title}（${key}）`).join('、')}` });
  return found;
}

function factsOf(register: RegisterFile, { year, of }: Pick<Asked, 'year' | 'of'>, sheets: readonly WallSheet[]): HouseholdFacts[] {
  return readFacts(register, {
    year,
    ids: of.scope === 'household' ? [of.householdId] : undefined,
    village: of.scope === 'village' ? of.village : undefined,
    ledgers: [...new Set(sheets.flatMap(({ reads }) => reads))],
  });
}

function nothingThere({ of }: Pick<Asked, 'of'>): Refusal {
  if (of.scope === 'household') return new Refusal('NOT_FOUND', '这一户已不在登记册里', { remedy: '请重新选一户' });
  if (of.scope === 'village') return new Refusal('NOTHING_TO_PRINT', `登记册里没有${of.village}的户`, { remedy: '请核对村名' });
  return new Refusal('NOTHING_TO_PRINT', '登记册里还没有户', { remedy: '请先导入户表或人员表' });
}

function placesFor(households: readonly HouseholdFacts[], { of, set }: Pick<Asked, 'of' | 'set'>): Place[] {
  if (set === 'house') return households.map(householdPlace);
  if (of.scope === 'household') throw new Refusal('NOT_ALLOWED', '这一套上墙表是按村或全区出的，不能只出一户', { remedy: '请选一个村，或者全部' });
  const places = placesOf(districtOf(households));
  return of.scope === 'village' ? places.filter(({ kind }) => kind === 'village') : places;
}

/** Every sheet that is asked for, place by place in walking order. */
export async function madeSheets(register: RegisterFile, asked: Pick<Asked, 'year' | 'of' | 'set' | 'sheets' | 'paper' | 'today'>, job: Job): Promise<MadeSheet[]> {
  const sheets = sheetsOf(asked);
  const households = factsOf(register, asked, sheets);
  if (households.length === 0) throw nothingThere(asked);
  const ground = { year: asked.year, today: asked.today, rate: ratesOf(register, dayInYear(asked.year, asked.today)), projects: sheets.some(({ key }) => key.endsWith('otice')) ? readRecords(register, 'project') : [] };
  const places = placesFor(households, asked);
  const made: MadeSheet[] = [];
  for (const [at, place] of places.entries()) {
    if (at % 20 === 0) {
      job.tell('正在排版', at, places.length);
      await breathe(job);
    }
    for (const sheet of sheets) {
      if (sheet.of !== place.kind) continue;
      for (const { part, paper } of sheet.make(place, ground)) {
        const sized: Paper = asked.paper === 'a3' && paper.size === undefined ? { ...paper, size: 'a3Wide' } : paper;
        made.push({ sheet, place, subject: part === undefined ? place.key : `${place.key}/${part}`, ...stamped(sized) });
      }
    }
  }
  return made;
}

/** The sheets without those that hang just so: since whatever was printed last, or since the printing that an edition code tells. */
export function withoutUnchanged(present: RegisterFile, { year, changedSince }: Pick<Asked, 'year' | 'changedSince'>, made: readonly MadeSheet[]): readonly MadeSheet[] {
  if (changedSince === undefined) return made;
  const hung = new Map(hangingNow(present, year, changedSince === 'printed' ? null : printingOf(present, changedSince)).map((each) => [hungKey(each), each.edition]));
  return made.filter(({ sheet, subject, edition }) => hung.get(hungKey({ sheet: sheet.key, subject })) !== edition);
}
