import { cellText, type SheetRow } from './cells.ts';
import type { KindName } from '../fields/kinds.ts';
import { findField } from '../register/vocabulary.ts';
import type { Recognised } from './recognise.ts';

const notes = /^(注|说明|备注|填报|填表|制表|审核|复核|负责人|单位负责人|联系人|联系电话|合计|总计|小计|共计)/;

const numbers = new Set<KindName | undefined>(['digits', 'identity', 'card']);

/**
 * Tells whether a row below the header belongs to the table. Left out are blank rows, headers repeated inside, the row of
 * column numbers (1 2 3 …), and notes, sums and signatures without any key. Everything else is a row and gets a verdict.
 */
export function rowFilter(sheet: Recognised): (row: SheetRow) => boolean {
  const lastHeader = sheet.headerRows.at(-1) ?? 0;
  const keys = sheet.columns.filter(({ target }) => target !== null && sheet.kind.keys.includes(target));
  // A number makes a row; a name alone may be 合计.
  const identities = keys.filter(({ target }) => numbers.has(findField(target ?? '')?.kind));
  const counted = sheet.columns.filter(({ target }) => target !== '#ordinal').map(({ index, header }) => ({ index, own: header.split(' / ').at(-1) ?? '' }));
  return (row) => {
    if (row.number <= lastHeader) return false;
    let filled = 0;
    let repeated = 0;
    let ordinals = 0;
    for (const column of counted) {
      const text = cellText(row.cells[column.index]).trim();
      if (text === '') continue;
      filled++;
      if (text === column.own || text.replace(/\s+/g, '') === column.own) repeated++;
      if (text.length <= 5 && /^\d{1,3}(\.0)?$/.test(text) && Math.abs(Number(text) - column.index - 1) <= 1) ordinals++;
    }
    if (filled === 0) return false;
    if (repeated >= 2 && repeated * 2 >= filled) return false;
    if (filled >= 4 && ordinals === filled) return false;
    if (identities.some((column) => cellText(row.cells[column.index]).trim() !== '')) return true;
    const first = row.cells.map((cell) => cellText(cell).trim()).find((text) => text !== '') ?? '';
    return !notes.test(first.replace(/\s+/g, ''));
  };
}
