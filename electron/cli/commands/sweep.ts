import { sheetStateWords } from '../../../shared/sweeps/sheet-state.ts';
import { word, text, WrongUsage, type Command } from '../command.ts';

export const sweepCommand: Command = {
  name: 'sweep',
  usage: 'REGISTER 排查|普查|观测|对账 [--progress] [--round 2020]',
  about: '大排查、大普查、定点观测、手册核对：列出各户录到哪一步；--progress 只列各街道各村的进度',
  options: { progress: { type: 'boolean' }, round: { type: 'string' } },
  words: [2, 2],
  opens: true,
  reads: true,
  async run({ client, signal }, given) {
    const form = word(given, 1);
    const round = text(given, 'round');
    if (round !== undefined && !/^20\d{2}(-\d{2})?$/.test(round)) throw new WrongUsage(`--round 应为 2020 或 2020-03，给的是 ${round}`);
    const { title, round: of, deadline, overdue, places, lines } = await client.sweeps.progress({ form, ...(round === undefined ? {} : { round }) }, { signal });
    const all = places.at(-1);
    const whole = all ? [`${title} ${of}：${all.households} 户 ${all.people} 人，已录 ${all.entered} 户，已核定 ${all.settled} 户 ${all.settledPeople} 人${deadline === '' ? '' : `，${deadline} 前完成${overdue ? '（已过期）' : ''}`}`] : [];
    if (given.values['progress'] === true) {
      return { json: { title, round: of, deadline, overdue, places }, lines: [...places.map((place) => `${place.town}\t${place.village || '合计'}\t${place.households} 户 ${place.people} 人\t已录 ${place.entered}\t已核定 ${place.settled}\t问题 ${place.wrong}`), ...whole] };
    }
    return { json: { title, round: of, deadline, overdue, households: lines }, lines: [...lines.map((line) => `户 ${line.household}\t${line.head}\t${line.village}\t${sheetStateWords[line.state]}\t问题 ${line.wrong}`), ...whole] };
  },
};
