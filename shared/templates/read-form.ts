import { findField } from '../register/vocabulary.ts';
import { normalHeader } from '../sheets/header-text.ts';
import type { SheetLayout } from '../sheets/sheet-layout.ts';
import type { Each, Form, FormSheet, FormWord } from './form.ts';
import { GridReader, type FormGrid } from './form-grid.ts';
import { readList } from './read-list.ts';
import { readPlaces } from './read-places.ts';

const ofHousehold = new Set(['household', 'householdYear', 'helper']);

/** How often it is filled, by the single values that it asks for. */
function eachOf(sheets: readonly FormSheet[]): Each {
  const used = sheets.filter(({ skip }) => !skip);
  const asked = used.flatMap(({ places }) => places).flatMap(({ target }) => (target === null ? [] : [target]));
  const fields = asked.flatMap((target) => findField(target) ?? []);
  if (asked.includes('#address') || fields.length > 0) {
    const list = used.find((sheet) => sheet.list !== null)?.list;
    const people = fields.some(({ entity }) => entity === 'member' || entity === 'memberYear');
    const heads = fields.filter(({ derived, entity, key }) => derived === 'head' || (ofHousehold.has(entity) && !['town', 'village', 'county', 'city', 'province'].includes(key)));
    if (heads.length === 0 && !people) return 'once';
    return people && !list && !fields.some(({ derived, key }) => derived === 'head' || key === 'householdSize') ? 'person' : 'household';
  }
  return 'once';
}

/** What a blank form is understood as, with what somebody says of it. */
export function readForm(grids: readonly FormGrid[], word: FormWord | null, file: string, layouts: readonly SheetLayout[]): Form {
  const sheets = grids.map((grid): FormSheet => {
    const said = word?.sheets?.find(({ sheet }) => sheet === grid.name);
    const reader = new GridReader(grid);
    const list = readList(reader, said, file, layouts);
    const sheet: FormSheet = { sheet: grid.name, skip: false, list, places: readPlaces(reader, list, said) };
    // A sheet of instructions or of words to choose from has nothing to fill; a hidden one is not meant.
    return { ...sheet, skip: said?.skip ?? (grid.hidden || !asks(sheet)) };
  });
  return { each: word?.each ?? eachOf(sheets), sheets };
}

const asks = ({ list, places }: FormSheet): boolean => (list?.columns.some(({ target }) => target !== null && target !== '#ordinal') ?? false) || places.some(({ target }) => target !== null);

/** By this a form is known again: its heads and labels, whatever its name, its rows and who sends it. */
export function formFingerprint({ sheets }: Form): string {
  return sheets
    .filter(({ skip }) => !skip)
    .map(({ list, places }) => [...(list?.columns ?? []).map(({ header }) => normalHeader(header)).toSorted(), '—', ...places.map(({ label }) => normalHeader(label)).toSorted()].join('\n'))
    .join('\n\n');
}
