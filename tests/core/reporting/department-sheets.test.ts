import { describe, expect, test } from 'vitest';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { identity, peopleSheet, zhang } from '../support/people.ts';

const pupil = identity('20100506', 30);

/** Two households of people.ts; the first has a girl of nine besides, and what villages, offices and schools wrote down. */
async function filled(): Promise<TestClient> {
  const { client } = await openTestCore({ now: () => new Date('2020-05-10T02:00:00Z') });
  const [heads = [], zhangRow = [], liRow = [], wangRow = []] = peopleSheet;
  await importAll(client, [csv('人员2020.csv', [heads, zhangRow, liRow, ['9900000001', '990000000103', '高台子街道', '台地村', '张小试', pupil, '之女', '', '健康', '', ''], wangRow])]);
  await importAll(client, [
    csv('户信息2020.csv', [
      ['户编号', '户主姓名', '脱贫属性', '脱贫年度', '人均纯收入', '是否解决安全饮用水', '入户路类型', '是否通生活用电', '是否危房户', '到户产业帮扶类型'],
      ['9900000001', '张试一', '已脱贫（享受政策）', '2018', '6500', '是', '水泥路', '是', '否', '光伏'],
      ['9900000002', '王试三', '未脱贫', '', '3900', '否', '泥土路', '', '否', ''],
    ]),
    csv('村情况.csv', [['乡镇', '行政村', '总户数', '总人口数', '村集体收入', '是否通客运班车', '村办公场所结构', '村办公场所面积', '公告栏个数'], ['高台子街道', '台地村', '300', '1000', '5', '是', '砖混', '120.5', '2'], ['卧龙街道', '金坑村', '200', '500', '4', '是', '砖木', '80', '1']]),
    csv('走访记录.csv', [['户编号', '户主姓名', '走访时间', '走访人', '走访情况记录', '户主签名'], ...['2020-02-10', '2020-03-11', '2020-04-12', '2020-05-06'].map((on) => ['9900000001', '张试一', on, '赵试', '了解生活', '是'])]),
    csv('会议记录.csv', [['召开单位', '会议类别', '会议日期'], ['区扶贫办', '五个一批月调度', '2020-04-05'], ['区扶贫办', '五个一批月调度', '2020-05-05']]),
    csv('脱贫攻坚工作日.csv', [['工作日单位', '工作日干部', '工作日月份', '工作日天数'], ['高台子街道', '钱试', '2020-04', '10.5'], ['高台子街道', '钱试', '2020-05', '3']]),
    csv('任务分解.csv', [
      ['任务内容', '任务单位', '任务月份', '任务时限', '任务完成日期', '任务是否销号'],
      ['核实收入', '高台子街道', '2020-04', '2020-04-20', '2020-04-18', '是'],
      ['补齐档案', '高台子街道', '2020-04', '2020-04-30', '', ''],
      ['检查饮水', '卧龙街道', '2020-05', '2020-06-30', '', ''],
    ]),
    csv('控辍保学劝返记录.csv', [['姓名', '证件号码', '辍学年月', '劝返时间', '劝返人员', '劝返情况', '是否返校'], ['张小试', pupil, '2020-03', '2020-03-20', '孙试', '家访', '否'], ['张小试', pupil, '2020-03', '2020-04-02', '孙试', '已回校', '是']]),
    csv('医保报销2020.csv', [['姓名', '证件号码', '入院日期', '出院诊断', '医疗机构名称', '医疗总费用', '基本补偿'], ['张试一', zhang, '2020-03-01', '示例', '示例医院', '1000', '600']]),
  ]);
  return client;
}

/** Numbers of a row of a summary or items sheet, by column key. */
async function figures(client: TestClient, report: string, row: string, period?: string): Promise<Record<string, number>> {
  const { made } = await client.reports.make({ report, ...(period === undefined ? {} : { period }) });
  return Object.fromEntries(Object.entries(made.figures).flatMap(([name, { value }]) => (name.startsWith(`${row}/`) ? [[name.slice(row.length + 1), value]] : [])));
}

async function lines(client: TestClient, report: string, sheet: string, period?: string): Promise<string[][]> {
  const { made } = await client.reports.make({ report, level: 'full', ...(period === undefined ? {} : { period }) });
  const rows = made.sheets.find(({ key }) => key === sheet)?.rows.filter(({ rank }) => rank === 'row').map(({ cells }) => cells.map(({ text }) => text)) ?? [];
  return rows.toSorted((one, other) => (one.slice(1).join() < other.slice(1).join() ? -1 : 1));
}

describe('department sheets', () => {
  test('the poverty rate is what is left over the people of the village, which the village’s own record tells', async () => {
    const client = await filled();
    expect(await figures(client, 'poverty-rate', 'sum/高台子街道·台地村')).toMatchObject({ rural: 1000, households: 1, people: 3, lifted: 1, liftedPeople: 3, poor: 0 });
    expect(await figures(client, 'poverty-rate', 'sum/卧龙街道·金坑村')).toMatchObject({ rural: 500, people: 1, liftedPeople: 0, poor: 1 });
    expect((await lines(client, 'poverty-rate', 'sum')).map((cells) => cells.at(-1))).toEqual(['0.20%', '0.00%']);
    const { made } = await client.reports.make({ report: 'poverty-rate' });
    expect(made.sheets[0]?.rows.find(({ rank }) => rank === 'total')?.cells.at(-1)?.text).toBe('0.07%');
    expect(await figures(client, 'village-offices', 'sum/高台子街道·台地村')).toMatchObject({ area: 120.5, boards: 2 });
  });

  test('a household that misses one guarantee is told with its reason, what nobody filled in is neither reached nor missed', async () => {
    const client = await filled();
    expect(await figures(client, 'guarantees', 'sum/合计')).toMatchObject({ households: 2, income: 1, house: 2, water: 1, road: 1, power: 1, school: 1, medical: 0, all: 0, missed: 2, unknown: 0 });
    const [ofWang = [], ofZhang = []] = await lines(client, 'guarantees', 'list');
    expect(ofZhang).toEqual(expect.arrayContaining(['未达标：张小试未在校', '未达标：张试一、李试二、张小试未参保', '达标']));
    expect(ofWang).toEqual(expect.arrayContaining(['未达标：人均3900.00元', '未达标：未解决安全饮用水', '未达标：泥土路', '未填']));
    const { made } = await client.reports.make({ report: 'guarantees', level: 'public' });
    expect(JSON.stringify(made.sheets)).not.toContain('未在校');
  });

  test('school, treatment, trades and power', async () => {
    const client = await filled();
    expect(await figures(client, 'persuasion', 'sum/高台子街道·台地村')).toMatchObject({ due: 1, out: 1, persuaded: 1, times: 2, back: 1 });
    expect(await figures(client, 'treatment', 'sum/合计')).toMatchObject({ households: 1, ill: 1, treated: 1, refunded: 1, untreated: 0 });
    expect(await figures(client, 'industry-kinds', 'sum/合计')).toMatchObject({ households: 2, at1: 1, at2: 0 });
    expect((await lines(client, 'industry-kinds', 'list')).map((cells) => cells[5])).toEqual(['', '光伏']);
    expect(await figures(client, 'power', 'sum/合计')).toMatchObject({ on: 1, off: 0, unknown: 1 });
    expect(await lines(client, 'power', 'missing')).toHaveLength(1);
  });
});

describe('what offices owe', () => {
  test('meetings and workdays by month and so far', async () => {
    const client = await filled();
    expect(await figures(client, 'meetings', 'items', '2020-04')).toMatchObject({ '五个一批月调度/month': 1, '五个一批月调度/total': 1, 'days/month': 10.5, 'days/total': 10.5 });
    expect(await figures(client, 'meetings', 'items', '2020-05')).toMatchObject({ '五个一批月调度/total': 2, 'days/month': 3, 'days/total': 13.5 });
    expect(await lines(client, 'meetings', 'days', '2020-04')).toHaveLength(1);
  });

  test('a task is late from the day after its time until it is done', async () => {
    const client = await filled();
    expect(await figures(client, 'tasks', 'items', '2020-04')).toMatchObject({ 'all/total': 2, 'done/month': 1, 'done/total': 1, 'cleared/total': 1, 'late/total': 1 });
    expect((await lines(client, 'tasks', 'list', '2020-05')).map((cells) => cells.at(-1) ?? '').toSorted()).toEqual(['已销号', '逾期未完成', '进行中'].toSorted());
    expect(await lines(client, 'tasks', 'late', '2020-05')).toHaveLength(1);
  });

  test('visits of a household add up over the year; who has too few is listed with the last one', async () => {
    const client = await filled();
    expect(await figures(client, 'visits', 'sum/合计', '2020-04')).toMatchObject({ households: 2, month: 1, monthTimes: 1, visited: 1, times: 3, often: 0, never: 1 });
    expect(await figures(client, 'visits', 'sum/合计', '2020-05')).toMatchObject({ times: 4, often: 1, never: 1 });
    const few = await lines(client, 'visits', 'few', '2020-04');
    expect(few.map((cells) => cells.slice(-2))).toEqual([['0', ''], ['3', '2020-04-12']]);
  });
});
