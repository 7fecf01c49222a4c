import type { InspectionFrame } from '../../../shared/contract/inspections.ts';
import type { RowsQuery } from '../../../shared/contract/tables.ts';
import type { StrataField } from '../../../shared/register/codes/inspection-codes.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { kindOf } from '../../../shared/register/field.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import { recordSubjects } from '../../../shared/sheets/subject.ts';
import { builtInViews } from '../../../shared/views/built-in.ts';
import { questionOf } from '../../../shared/views/view.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { columnSql, fromOf, sourceOf } from '../tables/sources.ts';
import { listViews } from '../views/saved-views.ts';
import type { Framed } from './draw-households.ts';

/** Of what is drawn: a name, what it means, and the question that finds it. */
export interface FrameChoice {
  readonly key: string;
  readonly label: string;
  readonly about: string;
  readonly question: RowsQuery;
}

const everybody = (year: number): FrameChoice => ({ key: '', label: '全部户', about: '登记册里的全部户', question: { subject: 'households', year } });
const people = (label: string): string => `${label}（所在的户）`;

/** Everything that can be drawn from: a view of people means the households that they live in. */
export function frameChoices(register: RegisterFile, year: number, who: string): FrameChoice[] {
  return [
    everybody(year),
    ...recordSubjects.flatMap((subject) => {
      const named = (label: string): string => (subject === 'people' ? people(label) : label);
      return [
        ...builtInViews.filter((view) => view.subject === subject && view.filters.length > 0).map(({ key, label, about, filters }) => ({ key: `${subject}/${key}`, label: named(label), about, question: { subject, year, filters: [...filters] } })),
        ...listViews(register, subject, who).views.map(({ id, name, body }) => ({ key: `${subject}/${id}`, label: named(name), about: '自己存的视图', question: questionOf(subject, year, body) })),
      ];
    }),
  ];
}

/** A frame by its key or by its name. */
export function frameChoice(register: RegisterFile, year: number, who: string, wanted: string): FrameChoice {
  const all = frameChoices(register, year, who);
  const found = all.find(({ key }) => key === wanted) ?? all.find(({ label }) => label === wanted);
  if (!found) throw new Refusal('NOT_FOUND', '没有这样的抽查范围', { where: wanted, remedy: '请在“户”里按条件筛好，存成视图，再从它抽' });
  return found;
}

/** The households that rows of an answer are, or that people of it live in. */
export function householdsOf(register: RegisterFile, { subject }: RowsQuery, ids: readonly string[]): string[] {
  if (subject === 'households') return [...ids];
  return (register.sql('SELECT DISTINCT householdId AS id FROM member WHERE id IN (SELECT value FROM json_each(?))').all(JSON.stringify(ids)) as { id: string }[]).map(({ id }) => id);
}

/** The frame: households with the key by which paper knows them and the stratum that they fall into. */
export function framed(register: RegisterFile, year: number, ids: readonly string[], stratum: StrataField): Framed[] {
  const value = stratum === '' ? "''" : columnSql(field(stratum));
  const rows = register
    .sql(`SELECT h.id, h.householdNo AS no, ${value} AS stratum ${fromOf(sourceOf('households'))} WHERE h.id IN (SELECT value FROM json_each(?2)) ORDER BY h.id`)
    .all(year, JSON.stringify(ids)) as { id: string; no: string | null; stratum: string | null }[];
  const named = (of: string | null): string => (stratum === '' ? '' : of === null ? `${field(stratum).label}空着` : kindOf(field(stratum)).show(of));
  return rows.map(({ id, no, stratum: of }) => ({ id, key: no ?? id, stratum: named(of) }));
}

export const countFrame = ({ key, label, about }: FrameChoice, households: number | null): InspectionFrame => ({ key, label, about, households });
