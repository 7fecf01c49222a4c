import type { Ground } from './ground.ts';

export interface Finding {
  readonly text: string;
  readonly whole: boolean;
  readonly matchCase: boolean;
  /** In the columns that are not shown, too; a hit shows its column. */
  readonly hidden: boolean;
}

export interface Found {
  readonly any: boolean;
  /** Null: not counted yet. */
  readonly matches: number | null;
}

/** Where to look: what is shown from the left, then what is not. */
export function fieldsToFind({ table, columns }: Ground, hidden: boolean): string[] {
  return hidden ? [...columns, ...table.fields.map(({ key }) => key).filter((key) => !columns.includes(key))] : [...columns];
}

/**
 * Goes to the next place of a text, or the one before; `here` stays where the cursor already stands on one. Nowhere where it is
 * `overtaken` by another text meanwhile.
 */
export async function findNext(ground: Ground, { text, whole, matchCase, hidden }: Finding, way: 'here' | 'next' | 'before', overtaken: () => boolean): Promise<Found> {
  const { selection, client, source, api } = ground;
  if (source.due) await source.settled();
  const fields = fieldsToFind(ground, hidden);
  const active = selection.active ?? { row: 0, column: 0 };
  // `here` begins before the cursor's own cell.
  const before = active.column > 0 ? { row: active.row, column: active.column - 1 } : { row: active.row - 1, column: fields.length - 1 };
  const from = way === 'here' ? before : active;
  const { at, matches } = await client.blocks.findCell({
    ...source.asked(),
    text,
    fields,
    after: { row: from.row, field: fields[from.column] ?? fields[0] ?? '' },
    backwards: way === 'before',
    whole,
    matchCase,
  });
  await (at && source.have(at.row));
  if (at && !overtaken()) {
    if (!ground.columns.includes(at.field)) api.setColumnsVisible([at.field], true);
    const spot = ground.spot(at.row, at.field);
    if (spot) {
      selection.put(spot);
      ground.show(spot);
    }
  }
  return { any: at !== null, matches };
}

/** How many places there are; counted again where others come or go meanwhile. */
export async function countFound(ground: Ground, { text, whole, matchCase, hidden }: Finding, signal: AbortSignal): Promise<number> {
  for (;;) {
    const counted = await ground.client.blocks.countCells({ ...ground.source.asked(), text, fields: fieldsToFind(ground, hidden), whole, matchCase }, { signal });
    if (counted !== null) return counted;
  }
}
