import type { BatchSummary, CodeQuestion, FileSummary, ImportPolicy, SheetSummary, Verdict } from '../../../shared/changes/plan-types.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import { aboveLabel } from '../../../shared/sheets/above-table.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { Brake } from './brake.ts';
import type { PlanRequest, SheetResult } from './make-plan.ts';
import type { OpenFile, OpenSheet } from './open-sheets.ts';
import { returnedBook } from './returned-books.ts';
import { emptyTally } from './plan-sheet.ts';

export const targetLabel = (key: string): string =>
  findField(key)?.label ?? { '#year': '年度', '#dataDate': '数据日期', '#ordinal': '序号', '#note': '交回改正的说明', '#leave': '不收' }[key] ?? key;

const yearly = (key: string | null): boolean => {
  const entity = key === null ? undefined : findField(key)?.entity;
  return entity === 'householdYear' || entity === 'memberYear';
};

/** Whether what the sheet writes belongs to a year. A department's list writes its own record, and what it says of the person. */
function hasYearlyFields({ recognised }: OpenSheet): boolean {
  if (!recognised) return false;
  const { kind, columns } = recognised;
  if (kind.about !== 'entry') return columns.some(({ target }) => yearly(target));
  return kind.ledgers.some(({ year, updates, says }) => year === 'sheet' || [...updates, ...Object.keys(says)].some(yearly));
}

const tellsYear = (sheet: OpenSheet): boolean =>
  sheet.recognised?.columns.some(({ target }) => target === '#year' || target === '#dataDate') ?? false;

function sheetSummary(sheet: OpenSheet, department: string): SheetSummary {
  const { recognised, word, dataDate } = sheet;
  const base = {
    sheet: sheet.sheet.name, hidden: sheet.sheet.hidden, rows: 0, counts: emptyTally().counts, outside: 0, absent: 0, remarks: 0, remarkedRows: 0, decidedRows: 0, year: sheet.year.year, yearFrom: sheet.year.from, department, dataDate, layout: null, change: null, above: [],
  };
  if (!recognised) {
    const reason = word?.skip === true ? '这张表不导入' : '没有认出表头：前 30 行里找不到户编号、姓名、证件号码这类列名';
    return { ...base, kind: null, kindLabel: null, reason, headerRows: [], mapped: [], unmapped: [] };
  }
  const { columns, kind, headerRows, layout, change, above } = recognised;
  const told = kind.ledgers.some(({ sheet: own }) => own?.titled === true) ? above.map((value) => ({ label: aboveLabel(value), text: value.text })) : [];
  return {
    ...base,
    kind: kind.key,
    kindLabel: kind.label,
    headerRows,
    layout: layout === null ? null : { id: layout.id, name: layout.name },
    change,
    above: told,
    mapped: columns.flatMap(({ letters, header, target, by }) => (target === null ? [] : [{ column: letters, header, field: target, label: targetLabel(target), ...(by === undefined ? {} : { by }) }])),
    unmapped: columns.flatMap(({ letters, header, target }) => (target === null ? [{ column: letters, header }] : [])),
  };
}

interface Planned {
  readonly batch: number;
  readonly request: PlanRequest;
  readonly policy: ImportPolicy;
  readonly opened: readonly OpenFile[];
  readonly results: ReadonlyMap<OpenSheet, SheetResult>;
  readonly events: number;
  readonly groups: number;
  readonly questions: readonly CodeQuestion[];
  readonly brake: Brake;
  readonly absentHouseholds: number;
  readonly overHand: number;
  readonly departmentOf: (sheet: OpenSheet) => string;
}

export function summarise(register: RegisterFile, planned: Planned): BatchSummary {
  const { batch, request, policy, opened, results, events, groups, questions, brake, absentHouseholds, overHand, departmentOf } = planned;
  const total = emptyTally();
  let absent = 0;
  let needsYear = false;
  const files = opened.map((file): FileSummary => {
    const sheets = file.sheets.map((sheet): SheetSummary => {
      const summary = sheetSummary(sheet, departmentOf(sheet));
      const result = results.get(sheet);
      if (!result) return summary;
      for (const verdict of Object.keys(total.counts) as Verdict[]) total.counts[verdict] += result.counts[verdict];
      for (const key of ['writing', 'households', 'people', 'values', 'toMend', 'outside', 'decisions'] as const) total[key] += result[key];
      absent += result.absent;
      const yearFrom = tellsYear(sheet) ? 'column' : (summary.yearFrom ?? 'working year');
      if (yearFrom === 'working year' && hasYearlyFields(sheet)) needsYear = true;
      return { ...summary, yearFrom, year: yearFrom === 'column' ? null : (summary.year ?? request.workingYear), rows: result.rows, counts: result.counts, outside: result.outside, absent: result.absent, remarks: result.remarks, remarkedRows: result.remarkedRows, decidedRows: result.decidedRows };
    });
    if (file.stamp) return { file: file.file, sheets, returned: returnedBook(file.stamp, file.sheets) };
    return file.refusal === undefined ? { file: file.file, sheets } : { file: file.file, refusal: file.refusal.sentence, sheets };
  });
  // A single file that cannot be read is refused as such; among several it is told beside the others.
  const [only] = opened;
  if (opened.length === 1 && only?.refusal) throw only.refusal;
  const ages = [...results.keys()].flatMap((sheet) => (sheet.recognised ? [{ file: sheet.file, kind: sheet.recognised.kind.key, kindLabel: sheet.recognised.kind.label, department: departmentOf(sheet), dataDate: sheet.dataDate }] : []));
  return {
    batch, state: 'planned', at: request.at, who: request.who, files, counts: total.counts, absent,
    writes: { rows: total.writing, households: total.households, people: total.people, values: total.values },
    toMend: total.toMend, needsYear, policy, groups, questions, events, decisions: total.decisions,
    brake: brake.reasons(register, { counts: total.counts, outside: total.outside, absentHouseholds, sheets: ages, overHand }),
  };
}
