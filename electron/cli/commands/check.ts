import { lackWords } from '../../../shared/checks/data-words.ts';
import { text, WrongUsage, yearOf, type Command } from '../command.ts';
import { leavingOf, leavingOptions } from '../leaving.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';

const several = (value: unknown): string[] | undefined => (Array.isArray(value) ? value.map(String) : undefined);

export const checkCommand: Command = {
  name: 'check',
  usage: 'REGISTER [--rule R001]… [--year 年度] [--out FILE.xlsx]',
  about: '核对：列出前后矛盾、漏填、填错的地方；--rule 只查几条，--as-of 核对那天的登记册，--out 写成工作簿',
  options: { rule: { type: 'string', multiple: true }, year: { type: 'string' }, out: { type: 'string' }, ...leavingOptions },
  words: [1, 1],
  opens: true,
  reads: true,
  async run({ client, signal }, given) {
    const year = yearOf(given);
    const rules = several(given.values['rule']);
    const out = text(given, 'out');
    const asOf = text(given, 'as-of');
    if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new WrongUsage(`--as-of 应为 2020-03-31 这样的日期，给的是 ${asOf}`);
    if (out !== undefined) await folderMustBeThere(out);
    const of = { ...(year === undefined ? {} : { year }), ...(rules ? { rules } : {}), ...(asOf === undefined ? {} : { asOf }) };
    const { findings, counts, rules: told, exempted, before } = await client.checking.run({ ...of, keep: true }, { signal });
    // What a run says of problems that are being put right; one of some rules or of a past day says nothing of them.
    const followed = rules || asOf !== undefined ? { proposed: 0, reopened: 0 } : await client.problems.follow(year === undefined ? {} : { year }, { signal });
    const lacking = told.filter(({ state }) => state === 'noData');
    const size = out === undefined ? 0 : await writeOut(out, await client.checking.export({ ...of, ...leavingOf(given, 'reduced') }, { signal }));
    return {
      json: {
        findings: findings.map(({ id, rule, grade, household, person, field, message, remedy, reopened }) => ({ id, rule, grade, household, person, field, message, remedy, reopened })),
        counts,
        noData: Object.fromEntries(lacking.map(({ rule, lacks }) => [rule, lacks])),
        exempted: exempted.length,
        ...(followed.proposed + followed.reopened > 0 ? { followed } : {}),
        ...(before ? { before: { number: before.run.number, gone: before.gone, fresh: before.fresh } } : {}),
        ...(out === undefined ? {} : { out, size }),
      },
      lines: [
        ...findings.map(({ id, rule, household, person, message, remedy, reopened }) => `${rule}\t${id}\t户 ${household}\t${person}\t${message}。${remedy}${reopened === '' ? '' : `（豁免失效：${reopened}）`}`),
        findings.length === 0 ? '没有发现疑点' : `共 ${findings.length} 处`,
        ...(exempted.length > 0 ? [`已豁免 ${exempted.length} 处`] : []),
        ...(before ? [`和上次（${before.run.at.slice(0, 10)}）比：改好 ${before.gone} 处，新出现 ${before.fresh} 处`] : []),
        ...(followed.proposed > 0 ? [`整改台账：${followed.proposed} 个问题已查不出，建议销号`] : []),
        ...(followed.reopened > 0 ? [`整改台账：${followed.reopened} 个问题又查出来，重新打开`] : []),
        ...(lacking.length > 0 ? [`没有数据、没有查的规则 ${lacking.length} 条：`, ...lacking.map(({ rule, title, lacks }) => `  ${rule} ${title}（缺：${lackWords(lacks)}）`)] : []),
        ...(out === undefined ? [] : [`已写入 ${out}`]),
      ],
    };
  },
};
