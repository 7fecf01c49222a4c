import type { Block, SideBlock } from '../../../../shared/papers/paper.ts';
import type { Shown } from './editions.ts';

type Flat = Exclude<Block, SideBlock>;
const flat = (blocks: readonly Block[]): Flat[] => blocks.flatMap((block): Flat[] => (block.kind === 'side' ? block.columns.flat() : [block]));

/** Every place of a paper with what stands there, each under a name that a clerk knows it by: 工资性收入 2020年. */
function placesOf(shown: Shown): Map<string, string> {
  const found = new Map<string, string>();
  const put = (name: string, value: string): void => {
    let free = name;
    for (let at = 2; found.has(free); at++) free = `${name}（${at}）`;
    found.set(free, value.trim());
  };
  put('标题', shown.title);
  put('标题下左', shown.left);
  put('标题下右', shown.right);
  for (const block of flat(shown.blocks)) {
    if (block.kind === 'note') put('说明', block.text);
    else if (block.kind === 'facts') for (const { label, value } of block.pairs) put(label, value);
    else if (block.kind === 'figures') for (const { label, value, unit } of block.figures) put(label, `${value}${unit}`);
    else if (block.kind === 'chart') for (const { label, said } of block.bars) put(`${block.heading} ${label}`, said);
    else if (block.kind === 'pictures') block.pictures.forEach(({ words }) => put('照片', words));
    else {
      const [named] = block.columns[0]?.head === '序号' ? [1] : [0];
      const plain = (text: string): string => text.replace(/^[\s\u3000]*(?:[一二三四五六七八九十]+、|其中：)?/, '');
      for (const row of block.rows) row.forEach((cell, at) => put(at === named ? plain(cell) : `${plain(row[named ?? 0] ?? '')} ${block.columns[at]?.head ?? ''}`, cell));
    }
  }
  return found;
}

/** What stands differently on two editions of a sheet. */
export function changesBetween(before: Shown, now: Shown): { what: string; was: string; now: string }[] {
  const old = placesOf(before);
  const fresh = placesOf(now);
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((what) => {
    const was = old.get(what) ?? '';
    const is = fresh.get(what) ?? '';
    return was === is || / 序号$|^序号/.test(what) ? [] : [{ what, was, now: is }];
  });
}
