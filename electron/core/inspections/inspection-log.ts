import { Refusal } from '../../../shared/contract/errors.ts';
import type { InspectionDraw, InspectionHead, InspectionShown, Stratum } from '../../../shared/contract/inspections.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { inspectionUnderWay, notWhileInspected } from '../storage/under-inspection.ts';

/** Who writes into the log, and when. */
export interface By {
  readonly who: string;
  /** ISO. */
  readonly at: string;
  /** yyyy-MM-dd. */
  readonly today: string;
}

const heads = `SELECT i.number, i.occasion, i.unit, i.people, i.day, i.note, i.year, i.at, i.who, e.at AS endedAt, coalesce(e.who, '') AS endedBy, coalesce(e.note, '') AS endNote,
    (SELECT count(*) FROM inspectionHousehold h WHERE h.inspection = i.number AND NOT EXISTS (SELECT 1 FROM inspectionHousehold o WHERE o.replaces = h.number)) AS households
  FROM inspection i LEFT JOIN inspectionEnd e ON e.inspection = i.number`;

export const inspectionHeads = (register: RegisterFile): InspectionHead[] => register.sql(`${heads} ORDER BY i.number DESC`).all() as InspectionHead[];

export function inspectionHead(register: RegisterFile, number: number): InspectionHead {
  const found = register.sql(`${heads} WHERE i.number = ?`).get(number) as InspectionHead | undefined;
  if (!found) throw new Refusal('NOT_FOUND', '没有这一次检查的记录', { remedy: '请按 F5 刷新后再看' });
  return found;
}

/** The one that is under way; refuses where there is none. */
export function currentInspection(register: RegisterFile): InspectionHead {
  const under = inspectionUnderWay(register);
  if (!under) throw new Refusal('NOT_ALLOWED', '现在没有在迎检', { remedy: '请先在“核对 · 迎检”里进入迎检模式' });
  return inspectionHead(register, under.number);
}

export interface Begin {
  readonly occasion: string;
  readonly unit: string;
  readonly people: string;
  readonly day: string;
  readonly note: string;
}

/** From here on nothing but this log is written. */
export function beginInspection(register: RegisterFile, { occasion, unit, people, day, note }: Begin, year: number, { who, at }: By): InspectionHead {
  const under = inspectionUnderWay(register);
  if (under) throw notWhileInspected(under);
  const { lastInsertRowid } = register
    .sql('INSERT INTO inspection (occasion, unit, people, day, note, year, at, who, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(occasion, unit, people, day, note, year, at, who, register.log.revision);
  return inspectionHead(register, Number(lastInsertRowid));
}

export function endInspection(register: RegisterFile, note: string, { who, at }: By): InspectionHead {
  const { number } = currentInspection(register);
  register.sql('INSERT INTO inspectionEnd (inspection, at, who, note) VALUES (?, ?, ?, ?)').run(number, at, who, note);
  return inspectionHead(register, number);
}

interface StoredDraw extends Omit<InspectionDraw, 'strata'> {
  readonly strata: string;
}

/** A stratum as it is kept: with who was called and who stands ready, in order. */
export interface KeptStratum extends Stratum {
  readonly order: readonly string[];
}

/** The draws of an inspection, with the order in which each stratum was called. */
export function keptDraws(register: RegisterFile, inspection: number): (Omit<InspectionDraw, 'strata'> & { readonly strata: readonly KeptStratum[] })[] {
  const rows = register.sql('SELECT number, at, who, frame, size, fingerprint, stratum, seed, wanted, strata FROM inspectionDraw WHERE inspection = ? ORDER BY number').all(inspection) as StoredDraw[];
  return rows.map(({ strata, stratum, ...rest }) => ({ ...rest, stratum, strata: JSON.parse(strata) as KeptStratum[] }));
}

/** What is being shown, before it is handed over: so that nothing is seen unnoted. */
export interface Shows {
  readonly inspection: number;
  readonly households: readonly string[];
  readonly what: string;
  readonly way: InspectionShown['way'];
  readonly level: InspectionShown['level'];
  readonly fields: readonly string[];
  readonly reason: string;
}

export function noteShown(register: RegisterFile, { inspection, households, what, way, level, fields, reason }: Shows, { who, at }: By): void {
  register
    .sql('INSERT INTO inspectionShown (inspection, at, who, households, what, way, level, fields, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(inspection, at, who, JSON.stringify(households), what, way, level, JSON.stringify(fields), reason);
}

type StoredShown = Omit<InspectionShown, 'households' | 'fields'> & { readonly households: string; readonly fields: string };

/** What was shown, newest first. */
export function shownLines(register: RegisterFile, inspection: number, { offset, limit }: { readonly offset: number; readonly limit: number }): { total: number; rows: InspectionShown[] } {
  const { n } = register.sql('SELECT count(*) AS n FROM inspectionShown WHERE inspection = ?').get(inspection) as { n: number };
  const rows = register
    .sql(
      `SELECT s.number, s.at, s.who, s.what, s.way, s.level, s.fields, s.reason,
         (SELECT json_group_array(coalesce((SELECT name FROM member WHERE householdId = i.value AND relation = '户主' ORDER BY id LIMIT 1), (SELECT householdNo FROM household WHERE id = i.value), '已不在册的户')) FROM json_each(s.households) i) AS households
       FROM inspectionShown s WHERE s.inspection = ? ORDER BY s.number DESC LIMIT ? OFFSET ?`,
    )
    .all(inspection, limit, offset) as StoredShown[];
  return { total: n, rows: rows.map(({ households, fields, ...row }) => ({ ...row, households: JSON.parse(households) as string[], fields: JSON.parse(fields) as string[] })) };
}
