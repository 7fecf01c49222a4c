import type { IdentityCase } from '../../../shared/contract/identities.ts';
import type { Command } from '../command.ts';

const page = 200;
const words = { likely: '很可能', possible: '可能', weak: '存疑' } as const;

export const identitiesCommand: Command = {
  name: 'identities',
  usage: 'REGISTER',
  about: '证件号码急诊：列出坏了的证件号码和可能的号码，不改动',
  options: {},
  words: [1, 1],
  opens: true,
  reads: true,
  async run({ client, signal }) {
    const rows: IdentityCase[] = [];
    let found;
    do {
      found = await client.identities.list({ offset: rows.length, limit: page }, { signal });
      rows.push(...found.rows);
    } while (rows.length < found.total && found.rows.length > 0);
    const lines = rows.flatMap(({ name, householdNo, village, source, written, message, candidates, bearers }) => [
      `${source ?? `户 ${householdNo}`}\t${village}\t${name}\t${written || '空'}\t${message}`,
      ...candidates.map(({ number, sure, reason }) => `\t${words[sure]} ${number}\t${reason}`),
      ...bearers.map((each) => `\t${each.name}\t户 ${each.householdNo}\t${each.village}`),
    ]);
    return {
      json: { open: found.open, counts: found.counts, rows: rows.map(({ base: _base, ...row }) => row) },
      lines: [...lines, found.open === 0 ? '没有坏了的证件号码' : `共 ${found.open} 个`],
    };
  },
};
