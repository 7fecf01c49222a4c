import { required, type Command } from '../command.ts';

export const sampleCommand: Command = {
  name: 'sample',
  usage: '--out DIR',
  about: '写出编造的示例表，供第一次试用',
  options: { out: { type: 'string' } },
  words: [0, 0],
  opens: false,
  async run(_session, given) {
    const { writeSamples } = await import('../../core/samples/write-samples.ts');
    const files = await writeSamples(required(given, 'out'));
    return { json: { files }, lines: files };
  },
};
