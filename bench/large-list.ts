import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Values } from '../shared/register/facts.ts';
import type { Layout } from '../shared/sheets/layouts.ts';
import { writeSheet } from '../electron/core/reporting/sheet-writer.ts';
import { largePeople } from './large-sheet.ts';

const layout: Layout = {
  label: '低保名单',
  sheetName: '低保名单',
  frozen: 0,
  columns: [['姓名', 'name'], ['证件号码', 'identityNo'], ['等级', 'dibaoList.grade'], ['金额', 'dibaoList.amount'], ['家庭住址', 'dibaoList.address']],
};

/** A digit of the number changed, as a hand slips: nobody's number any more. */
function slipped(number: string, at: number): string {
  const place = 6 + (at % 10);
  return number.slice(0, place) + String((Number(number[place]) + 1) % 10) + number.slice(place + 1);
}

/**
 * A department's list of the same people as `largeSheet`: of a hundred rows ninety are theirs, four have a slip in the number, two
 * in the name, two are of people nobody knows, two lack the number.
 */
export async function largeList(folder: string, rows: number): Promise<string> {
  const path = join(folder, `低保名单_${rows}.xlsx`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const person = largePeople();
  const row = (at: number): Values => {
    const { name, identityNo, village } = person(at);
    const kind = at % 100;
    const number = kind < 4 ? slipped(String(identityNo), at) : kind < 6 ? `980000${String(identityNo).slice(6)}` : kind < 8 ? null : String(identityNo);
    const called = kind >= 8 && kind < 10 ? `${String(name).slice(0, -1)}试` : String(name);
    return { name: called, identityNo: number, 'dibaoList.grade': 'ABC'[at % 3] ?? 'A', 'dibaoList.amount': 30_000 + (at % 7) * 1000, 'dibaoList.address': `明山区${String(village)}` };
  };
  writeFileSync(path, await writeSheet({ layout, year: 2020, total: rows, row }, { signal: new AbortController().signal, tell: () => undefined }));
  return path;
}
