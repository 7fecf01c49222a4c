import type { ChangeOf } from '../../../../shared/contract/blocks.ts';
import { kindOf } from '../../../../shared/register/field.ts';
import type { Table } from '../../../../shared/sheets/table.ts';
import { lockOf } from '../../../../shared/sheets/table-lock.ts';
import type { Wish } from './wish.ts';

export interface Sought {
  readonly text: string;
  readonly whole?: boolean | undefined;
  readonly matchCase?: boolean | undefined;
}

const signs = /[\\^$.*+?()[\]{}|]/g;

/** A letter in both its cases. A case that is spelled with several letters (ß, SS) is another text. */
const bothCases = (sign: string): string => {
  const forms = new Set([sign, sign.toLowerCase(), sign.toUpperCase()].filter((form) => [...form].length === 1));
  return forms.size > 1 ? `[${[...forms].join('')}]` : sign.replace(signs, '\\$&');
};

/** The text as it is looked for in what cells show: anywhere in it or the whole of it, its signs taken literally. */
export function soughtIn({ text, whole, matchCase }: Sought): RegExp {
  const pattern = matchCase ? text.replace(signs, '\\$&') : [...text].map(bothCases).join('');
  return new RegExp(whole ? `^${pattern}$` : pattern, 'gu');
}

/** A text within cells replaced by another. Named cells that hold it and cannot be written are told; everywhere else only what can be written is looked at. */
export function replaceWish(change: ChangeOf<'replace'>, table: Table, rowsInAll: number): Wish {
  const { find, with: replacement, whole, matchCase } = change;
  const open = (change.fields ?? table.fields.map(({ key }) => key)).filter((key) => !table.fields.some((field) => field.key === key && lockOf(table, field) !== null));
  const areas = change.areas ?? (rowsInAll > 0 && open.length > 0 ? [{ from: 0, to: rowsInAll - 1, fields: open }] : []);
  const sought = soughtIn({ text: find, whole, matchCase });
  return {
    areas,
    beyond: 0,
    text: ({ field }, now) => {
      if (now === null) return undefined;
      const shown = kindOf(field).show(now);
      sought.lastIndex = 0;
      return sought.test(shown) ? shown.replace(sought, () => replacement) : undefined;
    },
    label: (changes) => `“${find}”替换为“${replacement}”，改 ${changes} 格`,
  };
}
