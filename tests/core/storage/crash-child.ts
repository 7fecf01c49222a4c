import { flushCompileCache } from 'node:module';
import { createRouterClient } from '@orpc/server';
import { openCore } from '../../../electron/core/open-core.ts';
import { csv, testHost } from '../support/core.ts';
import { identity } from '../support/people.ts';

/**
 * Works on a register without end, until it is killed: a hundred edits, an import, and so on. What has been acknowledged
 * is told on standard output, a line each: "edit N" (the phone of the first person is N), "import B" (B imports are in).
 */
const [folder = '', path = '', startText = '0'] = process.argv.slice(2);
const rowsOfImport = 400;

const core = openCore(testHost(folder));
await core.openRegister(path);
const client = createRouterClient(core.router, { context: {} });
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

const people = await client.tables.rows({ subject: 'people', year: 2020, search: '先有人', offset: 0, limit: 1 });
const first = people.rows[0];
if (!first) throw new Error('no first person');
let edits = Number(startText);
let imports = (await client.importing.batches()).length;
// Whoever is killed keeps nothing for the next one by itself.
flushCompileCache();
tell('ready');
for (;;) {
  for (let step = 0; step < 30; step++) {
    edits++;
    await client.tables.edit({ subject: 'people', id: first.id, year: 2020, field: 'memberPhone', text: String(19900000000 + edits), base: Number.MAX_SAFE_INTEGER });
    tell(`edit ${edits}`);
  }
  const rows = Array.from({ length: rowsOfImport }, (_, at) => [
    `98${String(imports).padStart(4, '0')}${String(at).padStart(4, '0')}`,
    `新${imports}人${at}`,
    identity(`19${50 + (imports % 50)}${String((at % 12) + 1).padStart(2, '0')}${String((Math.floor(at / 12) % 28) + 1).padStart(2, '0')}`, Math.floor(at / 336) + (imports / 50) * 2 + 3 | 0),
    '户主',
    '6',
  ]);
  const plan = await client.importing.plan({ files: [csv('人员2020.csv', [['户编号', '姓名', '证件号码', '与户主关系', '务工时间'], ...rows])] });
  await client.importing.commit({ batch: plan.batch, confirmed: true });
  imports++;
  tell(`import ${imports}`);
}
