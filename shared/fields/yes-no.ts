import { cellText } from '../sheets/cells.ts';
import { saysNothing, solid } from './clean-text.ts';
import { accept, refuse, type Kind } from './reading.ts';

const yes = new Set(['是', '有', '参加', '已参加', '已解决', '1', 'Y', 'YES', 'TRUE', '√', '✓']);
const no = new Set(['否', '无', '没有', '未参加', '不参加', '未解决', '0', 'N', 'NO', 'FALSE', '×', '✗']);

/** 是 or 否; nothing is nothing, and never means 否. */
export const yesNo: Kind = {
  column: 'TEXT',
  align: 'center',
  read(cell) {
    const written = solid(cellText(cell)).toUpperCase();
    if (saysNothing(written)) return accept(null);
    if (yes.has(written)) return accept('是');
    if (no.has(written)) return accept('否');
    return refuse('R143', `“${cellText(cell).trim()}”不是“是”或“否”`, '请填 是 或 否');
  },
  show: (value) => (value === null ? '' : String(value)),
  edit: (value) => (value === null ? '' : String(value)),
};
