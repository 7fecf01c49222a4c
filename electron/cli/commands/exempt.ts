import { required, text, WrongUsage, yearOf, type Command } from '../command.ts';

export const exemptCommand: Command = {
  name: 'exempt',
  usage: 'REGISTER --finding 编号 --reason 理由 [--evidence 依据] [--until 2020-12-31] [--year 年度]',
  about: '豁免一处疑点：情况属实、不用改；值一变或到期就重新打开。编号由 check 列出',
  options: { finding: { type: 'string' }, reason: { type: 'string' }, evidence: { type: 'string' }, until: { type: 'string' }, year: { type: 'string' } },
  words: [1, 1],
  opens: true,
  async run({ client, signal }, given) {
    const [finding, reason] = [required(given, 'finding'), required(given, 'reason')];
    const [evidence, until, year] = [text(given, 'evidence'), text(given, 'until'), yearOf(given)];
    if (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(until)) throw new WrongUsage(`--until 应为 2020-12-31 这样的日期，给的是 ${until}`);
    const { id } = await client.checking.exempt({ finding, reason, ...(evidence === undefined ? {} : { evidence }), ...(until === undefined ? {} : { until }), ...(year === undefined ? {} : { year }) }, { signal });
    return { json: { exemption: id, finding }, lines: [`已豁免 ${finding}`] };
  },
};
