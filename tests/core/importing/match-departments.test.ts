import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { matchSubjects } from '../../../shared/changes/match-subjects.ts';
import { sheetKinds } from '../../../shared/sheets/kinds/index.ts';
import { departmentLayouts, type LayoutSample, officeLayouts, registerLayouts, sheetOf } from '../../fixtures/layouts/layouts.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { names, placed, slipped } from '../support/matching.ts';
import { identity } from '../support/people.ts';

/** An invented village: an old couple on 低保, a disabled man alone, a family with children, an old woman on 特困. */
const people = {
  赵家国: { number: identity('19500101', 1), household: '1', relation: '户主' },
  钱桂兰: { number: identity('19520202', 2), household: '1', relation: '配偶' },
  孙志强: { number: identity('19700303', 3), household: '2', relation: '户主' },
  李建军: { number: identity('19800404', 4), household: '3', relation: '户主' },
  李小明: { number: identity('20100505', 5), household: '3', relation: '之子' },
  李小红: { number: identity('20050606', 6), household: '3', relation: '之女' },
  周玉珍: { number: identity('19380707', 7), household: '4', relation: '户主' },
} as const;
type Name = keyof typeof people;
const n = (name: Name): string => people[name].number;
const stranger = identity('19660909', 99);

const facts: Readonly<Record<Name, Readonly<Record<string, string>>>> = {
  赵家国: { 是否享受低保: '是', 健康状况: '长期慢性病', 是否危房户: '是', 耕地面积: '3', 银行卡号: '6200000000000000001', 是否参加城乡居民基本医疗保险: '是' },
  钱桂兰: { 是否享受低保: '否', 健康状况: '健康', 是否参加城乡居民基本医疗保险: '否' },
  孙志强: { 残疾类别: '肢体残疾', 健康状况: '残疾', 劳动技能: '普通劳动力', 是否危房户: '否', 银行卡号: '6200000000000000002', 是否接受大病医疗救助: '是' },
  李建军: { 健康状况: '健康', 劳动技能: '普通劳动力', 务工区域: '省外务工', '务工时间（月）': '8', 是否参加城镇职工基本医疗保险: '是', 是否危房户: '是' },
  李小明: { 在校生状况: '小学', 健康状况: '健康' },
  李小红: { 在校生状况: '普通高中一年级', 健康状况: '健康' },
  周玉珍: { 是否特困供养人员: '是', 健康状况: '健康', 是否危房户: '否' },
};

let client: TestClient;
beforeEach(async () => {
  ({ client } = await openTestCore());
  const headers = ['行政村', '户编号', '姓名', '证件号码', '与户主关系', ...new Set(Object.values(facts).flatMap((each) => Object.keys(each)))];
  const rows = Object.entries(people).map(([name, { number, household, relation }]) => {
    const own: Readonly<Record<string, string>> = { 行政村: household === '4' ? '下牛村' : '上牛村', 户编号: household, 姓名: name, 证件号码: number, 与户主关系: relation, ...facts[name as Name] };
    return headers.map((header) => own[header] ?? '');
  });
  await importAll(client, [csv('人员_2020.csv', [headers, ...rows])]);
});

/** A list in a layout of sheets.md §1.12, with rows of our own. */
function list(kind: string, rows: readonly Readonly<Record<string, string>>[], file?: string): File {
  const layout = departmentLayouts.find((each) => each.kind === kind && (file === undefined || each.file === file));
  if (!layout) throw new Error(`No layout ${kind}`);
  return csv(layout.file, sheetOf({ ...layout, rows }));
}
const match = async (file: File) => client.importing.match({ file });

describe('the lists of the departments', () => {
  it('低保 (S38): who is on it and not marked, marked and not on it, unknown', async () => {
    const found = await match(list('dibaoList', [
      { 姓名: '赵家国', 证件号码: n('赵家国'), 等级: 'A', 金额: '500', 家庭住址: '上牛村' },
      { 姓名: '钱桂兰', 证件号码: n('钱桂兰'), 等级: 'A', 金额: '500', 家庭住址: '上牛村' },
      { 姓名: '外乡人', 证件号码: stranger, 等级: 'B', 金额: '300', 家庭住址: '北牛村' },
    ]));
    expect(names(found)).toEqual({ both: ['赵家国'], differ: ['钱桂兰 dibao 否→是'], onlyTheirs: ['外乡人'], onlyRegister: [], unusable: [] });
    expect(names(await match(list('dibaoList', [{ 姓名: '钱桂兰', 证件号码: n('钱桂兰'), 等级: '停发' }])))).toMatchObject({ both: ['钱桂兰'], onlyRegister: ['赵家国'] });
  });

  it('特困: the certificate of the disabled stands in a column of its own', async () => {
    const found = await match(list('tekunList', [
      { 姓名: '周玉珍', 证件号码: n('周玉珍'), 特困编号: '1', 婚姻状况: '丧偶' },
      { 姓名: '孙志强', 证件号码: n('孙志强'), 特困编号: '2', 婚姻状况: '未婚', 是否残疾: '是', 残疾证号: `${n('孙志强')}12`, 残疾类别: '' },
    ]));
    expect(names(found)).toMatchObject({ both: ['周玉珍'], differ: ['孙志强 tekun →是 disabilityKind 肢体残疾→视力残疾'], onlyRegister: [] });
  });

  it('残疾人 (S46): by the certificate, the kind by its column or by the certificate', async () => {
    const found = await match(list('disabledList', [
      { 姓名: '孙志强', 证件号码: `${n('孙志强')}42`, 性别: '男', 残疾类别: '肢体', 残疾等级: '二级', 发证时间: '2015-06-01' },
      { 姓名: '钱桂兰', 证件号码: `${n('钱桂兰')}13`, 残疾等级: '三级', 发证时间: '2016-01-01' },
    ]));
    expect(names(found)).toMatchObject({ both: ['孙志强'], differ: ['钱桂兰 disabilityKind →视力残疾 health 健康→残疾'], onlyRegister: [] });
    expect(names(await match(list('disabledList', [])))).toMatchObject({ onlyRegister: ['孙志强'] });
  });

  it('学籍: who should be at school and is not, who is at another stage or not at all', async () => {
    const pupil = (name: Name, more: Readonly<Record<string, string>>) => ({ 姓名: name, 身份证号码: n(name), 户编号: '3', ...more });
    expect(names(await match(list('pupil', [pupil('李小明', { 学校全称: '某小学', 学段: '小学', 学籍号: 'G1' })])))).toMatchObject({ both: ['李小明'], onlyRegister: [] });
    expect(names(await match(list('pupil', [pupil('李小明', { 学校全称: '某初级中学', 学段: '初中', 学籍号: 'G1' })])))).toMatchObject({ differ: ['李小明 schooling 小学→初中'] });
    expect(names(await match(list('pupil', [pupil('李小明', { 学籍号: 'G1', 学段: '小学', 不在校原因: '休学' }), pupil('李小红', { 学籍号: 'G2', 学段: '高中' })])))).toMatchObject({ both: ['李小红'], differ: ['李小明 schooling 小学→不在校（休学）'] });
    // A list of the senior school asks after nobody of the primary school.
    expect(names(await match(list('pupil', [{ 姓名: '外乡人', 身份证号码: stranger, 学段: '高中', 学籍号: 'G9' }])))).toMatchObject({ onlyRegister: ['李小红'] });
  });

  it('学生资助: the stage is told by the file', async () => {
    const found = await match(list('studentAid', [{ 姓名: '外乡人', 身份证号码: stranger, 所在学校班级: '某小学三年级' }], '小学资助2020.csv'));
    expect(names(found)).toMatchObject({ onlyTheirs: ['外乡人'], onlyRegister: ['李小明'] });
    expect(names(await match(list('studentAid', [{ 姓名: '李小明', 身份证号码: n('李小明'), 所在学校班级: '某高中高一' }], '高中资助2020.csv')))).toMatchObject({ differ: ['李小明 schooling 小学→高中'], onlyRegister: ['李小红'] });
  });

  it('参合 (S10): no number on the list, so name and birth date; 职工医保 is no gap', async () => {
    const found = await match(list('insured', [
      { 贫困人姓名: '赵家国', 性别: '男', 出生日期: '1950-01-01', 参合状态: '已参合' },
      { 贫困人姓名: '钱桂兰', 性别: '女', 出生日期: '19520202', 参合状态: '已参合' },
      { 贫困人姓名: '孙志强', 出生日期: '1970-03-04', 参合状态: '已参合' },
      { 贫困人姓名: '李小明', 出生日期: '2010-05-05', 参合状态: '未参合' },
    ]));
    expect(names(found)).toMatchObject({ both: ['赵家国'], differ: ['钱桂兰 residentMedical 否→是', '李小明 residentMedical →否'], onlyTheirs: ['孙志强'], onlyRegister: ['孙志强', '李小红', '周玉珍'] });
    expect(found.both[0]?.told).toBe('按姓名和出生日期');
    expect(found.near).toMatchObject([{ name: '孙志强', candidate: { name: '孙志强' }, why: '同名' }]);
  });

  it('签约 (S12), 医疗救助, 医保报销, 孤儿', async () => {
    expect(names(await match(list('doctorContract', [{ 家庭成员姓名: '赵家国', 证件号码: n('赵家国'), 签约医生: '郑试九' }])))).toMatchObject({ both: ['赵家国'], onlyRegister: ['钱桂兰', '孙志强', '李建军', '李小明', '李小红', '周玉珍'] });
    expect(names(await match(list('medicalRelief', [{ 姓名: '赵家国', 身份证号码: n('赵家国'), 疾病诊断: '肺炎', 救助金额: '500', 救助时间: '2020-03-05' }])))).toMatchObject({ differ: ['赵家国 medicalAid →是'], onlyRegister: ['孙志强'] });
    // Two stays in hospital are two records; the same stay twice is one.
    const stay = { 姓名: '赵家国', 身份证号: n('赵家国'), 入院日期: '2020-02-01', 医疗机构名称: '区医院', 医疗总费用: '8000', 基本补偿: '6000' };
    expect(names(await match(list('medicalClaim', [stay, { ...stay, 入院日期: '2020-06-01' }, stay])))).toMatchObject({ both: ['赵家国', '赵家国'], unusable: ['赵家国 和第 2 行是同一条'], onlyRegister: [] });
    expect(names(await match(list('orphanList', [{ 姓名: '李小明', 身份证号: n('李小明'), 性别: '男', 出生日期: '2010-05-05', 年龄: '9' }, { 姓名: '李小红', 身份证号: n('李小红'), 性别: '男', 年龄: '15' }], '孤儿2020.csv')))).toMatchObject({ both: ['李小明'], differ: ['李小红 sex 女→男'], onlyRegister: [] });
  });

  it('危房改造 and 惠农补贴: a household by its head’s name is offered, by its account found', async () => {
    const housing = await match(list('houseRebuild', [{ 户主: '赵家国', 改造方式: '原址翻建' }, { 户主: '周玉珍', 改造方式: '修缮加固' }]));
    expect(names(housing)).toMatchObject({ unusable: ['赵家国 只有姓名，定不了是谁', '周玉珍 只有姓名，定不了是谁'], onlyRegister: ['赵家国', '李建军'] });
    expect(housing.near.map(({ name, candidate }) => [name, candidate.name])).toEqual([['赵家国', '赵家国'], ['周玉珍', '周玉珍']]);
    const subsidy = { 归属年度: '2020', 户主姓名: '赵家国', 一折通账号: '6200000000000000001', 补贴项目: '地力补贴', 金额: '320', 兑付时间: '2020-06-01' };
    const farm = await match(list('farmSubsidy', [subsidy, { ...subsidy, 补贴项目: '良种补贴' }, { ...subsidy, 户主姓名: '外乡人', 一折通账号: '6200000000000000009' }]));
    expect(names(farm)).toMatchObject({ both: ['赵家国', '赵家国'], unusable: ['外乡人 只有姓名，定不了是谁'], onlyRegister: [] });
    expect(farm.both[0]?.told).toBe('按银行账号');
  });

  it('就业培训, 高龄补贴, 大型农机: who could be trained, who is eighty, who owns what', async () => {
    expect(names(await match(list('training', [{ 姓名: '钱桂兰', 身份证号: n('钱桂兰'), 培训名称: '家政', 是否结业: '是', 培训后就业情况: '已就业', 单位: '某公司' }])))).toMatchObject({ differ: ['钱桂兰 workArea →已就业'], onlyRegister: ['孙志强'] });
    expect(names(await match(list('elderSubsidy', [{ 姓名: '外乡人', 证件号码: stranger, 发放类别: '高龄', 发放月份: '202003', 发放金额: '100' }])))).toMatchObject({ onlyRegister: ['周玉珍'] });
    expect(names(await match(list('elderSubsidy', [{ 姓名: '外乡人', 证件号码: stranger, 发放类别: '教龄', 发放月份: '202003', 发放金额: '100' }])))).toMatchObject({ onlyRegister: [] });
    expect(names(await match(list('farmMachine', [{ 姓名: '李建军', 证件号码: n('李建军'), 类型: '拖拉机', 车型: '某型' }])))).toMatchObject({ both: ['李建军'], onlyRegister: [] });
    const working = csv('务工.csv', [['姓名', '证件号码', '务工区域', '务工时间（月）', '务工所在地'], ['李建军', n('李建军'), '省内县外', '8', '某市'], ['孙志强', n('孙志强'), '', '3', '某市']]);
    expect(names(await client.importing.match({ file: working, as: 'work' }))).toMatchObject({ differ: ['李建军 workArea 省外务工→省内县外 workPlace →某市', '孙志强 workMonths →3 workPlace →某市 workArea →在务工名单上'], onlyRegister: [] });
    const firms = csv('工商登记.csv', [['法定代表人', '证件号码', '企业名称', '注册资本'], ['李建军', n('李建军'), '某商店', '10']]);
    expect(names(await client.importing.match({ file: firms, as: 'business' }))).toMatchObject({ both: [''], onlyRegister: [] });
  });
});

describe('subjects', () => {
  it('name kinds of sheets that there are, none twice; the seven of the plan are there', () => {
    const kinds = matchSubjects.flatMap((subject) => subject.kinds);
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const kind of kinds) expect(sheetKinds.map(({ key }) => key)).toContain(kind);
    expect(new Set(matchSubjects.map(({ topic }) => topic))).toEqual(new Set(['双纳入', '教育', '健康', '就业', '住房', '经营', '残疾人', '其他保障']));
    const plan = new Set(matchSubjects.flatMap((subject) => subject.plan));
    for (const row of ['S38', 'S46', 'S50']) expect(plan).toContain(row);
  });
});

it('every row of every list of the field stands in exactly one place', async () => {
  const layouts = [...departmentLayouts, ...officeLayouts, ...registerLayouts].filter((layout): layout is LayoutSample & { headers: string } => typeof layout.headers === 'string');
  const number = fc.constantFrom(...Object.keys(people).map((name) => n(name as Name)), '', '123', `${n('孙志强')}41`, '9.9E+17', stranger, slipped(n('赵家国'), 16));
  const name = fc.constantFrom(...Object.keys(people), '', '外乡人', '合计', '赵 家国');
  const cell = fc.constantFrom('', '是', '1', '2020-03-05', '小学', '上牛村', '6200000000000000001', '1950-01-01');
  const named = /姓名|^户主$|^name$/i;
  const numbered = /证件号|身份证|^ID\d?$/i;
  let matched = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...layouts), fc.array(fc.tuple(name, number, fc.array(cell, { minLength: 30, maxLength: 30 })), { minLength: 1, maxLength: 8 }), async (layout, rows) => {
      const headers = layout.headers.split(' | ');
      const lines = rows.map(([who, key, cells]) => headers.map((header, at) => (named.test(header) ? who : numbered.test(header) ? key : (cells[at % cells.length] ?? ''))));
      const found = await client.importing.match({ file: csv(layout.file, [...(layout.titles ?? []).map((title) => [title]), headers, ...lines]) }).catch((error: unknown) => {
        // A list of projects or of money is nobody's.
        expect(error).toMatchObject({ data: { code: 'NOTHING_RECOGNISED' } });
      });
      if (!found) return;
      matched++;
      expect(placed(found)).toHaveLength(found.rows);
      expect(new Set(placed(found)).size).toBe(found.rows);
    }),
    { numRuns: 150 },
  );
  expect(matched).toBeGreaterThan(75);
});
