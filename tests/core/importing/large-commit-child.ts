import { createRouterClient } from '@orpc/server';
import { openCore } from '../../../electron/core/open-core.ts';
import { csv, testHost } from '../support/core.ts';
import { identity } from '../support/people.ts';

/** Imports 12,000 people, and tells when it begins to write them and when they are in. Waits to be killed. */
const [folder = '', path = '', round = '0'] = process.argv.slice(2);
const core = openCore(testHost(folder));
await core.openRegister(path);
const client = createRouterClient(core.router, { context: {} });
const rows = Array.from({ length: 12_000 }, (_, at) => [`97${round}${String(at).padStart(7, '0')}`, `大${at}`, identity(`19${50 + Number(round)}${String((at % 12) + 1).padStart(2, '0')}${String((Math.floor(at / 12) % 28) + 1).padStart(2, '0')}`, Math.floor(at / 336) + 1), '户主', '6']);
const { batch } = await client.importing.plan({ files: [csv('人员2020.csv', [['户编号', '姓名', '证件号码', '与户主关系', '务工时间'], ...rows])] });
process.stdout.write('committing\n');
await client.importing.commit({ batch, confirmed: true });
process.stdout.write('committed\n');
setInterval(() => undefined, 1000);
