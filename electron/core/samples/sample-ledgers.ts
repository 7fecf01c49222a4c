import { ledgerOf } from '../../../shared/register/ledgers/index.ts';
import type { InventedHousehold } from './invent-register.ts';
import type { InventedMember } from './invent-member.ts';

interface Person {
  readonly household: InventedHousehold;
  readonly member: InventedMember;
}

type Record_ = Readonly<Record<string, string | number>>;
interface Line {
  readonly about: InventedHousehold | Person | null;
  readonly values: Record_;
}

const months = Array.from({ length: 12 }, (_, at) => `2020-${String(at + 1).padStart(2, '0')}`);
const fromMarch = months.slice(2);
const lastDays = ['31', '29', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31'];
const end = (month: string): string => `${month}-${lastDays[Number(month.slice(5)) - 1] ?? '28'}`;
const groups = ['产业扶贫推进组', '健康扶贫推进组', '危房改造推进组', '教育扶贫推进组', '就业扶贫推进组', '低保兜底推进组'];
const text = (of: unknown): string => (typeof of === 'string' ? of : '');

const alone = (...values: readonly Record_[]): Line[] => values.map((each) => ({ about: null, values: each }));
const each = <T extends InventedHousehold | Person>(of: readonly T[], values: (one: T, at: number) => Record_ | null): Line[] =>
  of.flatMap((about, at) => {
    const found = values(about, at);
    return found ? [{ about, values: found }] : [];
  });

/** Fridays from the day on which the plan was issued. */
function fridays(): string[] {
  const days: string[] = [];
  for (let at = Date.UTC(2020, 2, 20); at <= Date.UTC(2020, 11, 31); at += 7 * 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/**
 * What a year leaves in the ledgers, so that the board of the plan shows every state: most is done, some goes on, a few things lack somebody
 * and are at risk or late, and some rows have nothing. It says nothing that the register does not hold already: no figure of households and people moves.
 */
function yearOf(households: readonly InventedHousehold[]): Readonly<Record<string, readonly Line[]>> {
  const people = households.flatMap((household) => household.members.map((member): Person => ({ household, member })));
  const is = (key: string, value: string) => ({ member }: Person): boolean => text(member.years[2020][key]) === value;
  const schooling = ({ member }: Person): string => text(member.years[2020]['schooling']);
  const students = people.filter((person) => schooling(person) !== '' && schooling(person) !== '非在校生');
  const disabled = people.filter(({ member }) => text(member.values['disabilityKind']) !== '');
  const ill = people.filter(({ member }) => text(member.years[2020]['health']).includes('患有大病'));
  const low = households.filter(({ years }) => Number(years[2020]['perCapitaIncome'] ?? 0) < 600_000);
  const towns = [...new Set(households.map(({ values }) => text(values['town'])))];
  const villages = [...new Map(households.map(({ values }) => [text(values['village']), text(values['town'])])).entries()];
  const helpers = [...new Map(households.map(({ helper }, at) => [text(helper['helperName']), households[at]])).entries()];
  const rebuilt = households.filter((_, at) => at % 19 === 4);
  const paper = (group: string, kind: string, month: string): Record_ => ({ group, kind, month, on: end(month), by: '示例经办' });
  const stage = (name: string): string => (name.includes('高中') ? '高中' : name.includes('年级') && /七|八|九/.test(name) ? '初中' : name.includes('小学') ? '小学' : name.includes('中职') ? '中职' : name.includes('学前') ? '学前' : '高校');
  return {
    // 产业: a few households lack a project, one project yields too little.
    industryProject: alone(
      { name: '光伏电站', carrier: '示例合作社', credit: '良好', responsible: towns[0] ?? '', implementer: villages[0]?.[0] ?? '', fresh: '否', capital: 300_000, income: 36_000, share: 200 },
      { name: '食用菌大棚', carrier: '示例农业公司', credit: '良好', responsible: towns[1] ?? '', implementer: villages[1]?.[0] ?? '', fresh: '是', capital: 200_000, income: 22_000, share: 180 },
      { name: '肉鸡养殖', carrier: '示例养殖场', credit: '一般', responsible: towns[0] ?? '', implementer: villages[2]?.[0] ?? '', fresh: '是', capital: 150_000, income: 12_000, share: 90 },
    ),
    benefitProject: [...each(households, (_, at) => (at % 37 === 11 ? null : { name: '光伏电站', kind: '产业扶贫', from: '2020-03-20' })), ...each(low, (_, at) => (at === 0 ? null : { name: '食用菌大棚', kind: '产业扶贫', from: '2020-04-10' }))],
    // 健康
    insured: each(people, () => ({ state: '参保', on: '2020-01-10', amount: 250 })),
    doctorContract: each(people, () => ({ doctor: '示例医生', clinic: '示例卫生院', on: '2020-01-15' })),
    doctorService: each(people, (_, at) => (at % 26 === 9 ? null : { on: `2020-${String(3 + (at % 9)).padStart(2, '0')}-18`, kind: '随访', doctor: '示例医生' })),
    screening: each(people.filter(({ member }) => text(member.values['sex']) === '女').slice(0, 20), (_, at) => ({ kind: at % 2 === 0 ? '乳腺癌' : '宫颈癌', on: '2020-05-20', place: '示例妇幼保健院' })),
    medicalClaim: each(ill, (_, at) => ({ admittedOn: `2020-0${4 + (at % 4)}-05`, leftOn: `2020-0${4 + (at % 4)}-14`, diagnosis: '示例病种', hospital: '示例医院', total: 12_000, basic: 8000, serious: 1500, relief: 1300, own: 1200, oneStop: at === 2 ? '否' : '是' })),
    // 住房: the last house was finished too late, and nobody lives in it yet.
    houseRebuild: each(rebuilt, (_, at) => ({ reason: '房屋老旧', manner: at % 2 === 0 ? '修缮加固' : '原址翻建', state: at === rebuilt.length - 1 ? '未入住' : '已入住', appliedOn: '2020-03-20', paid: 20_000, finishedOn: at === rebuilt.length - 1 ? '2020-10-20' : '2020-08-25', movedOn: at === rebuilt.length - 1 ? '' : '2020-09-20' })),
    rebuildVisit: each(rebuilt, (_, at) => ({ on: '2020-06-10', by: '示例查看', stage: '施工', photo: at === 1 ? '否' : '是' })),
    // 教育
    pupil: each(students, (person) => ({ school: '示例学校', stage: stage(schooling(person)), manner: '走读' })),
    attendance: each(students, () => ({ month: '2020-09', present: '是', boarder: '否' })),
    studentAid: each(students, (person, at) => (at === 1 ? null : { stage: stage(schooling(person)), term: '全年', boarder: '否', amount: stage(schooling(person)) === '高中' ? 2000 : 750 })),
    teacherWork: alone({ kind: '培训', title: '暑期教师培训', on: '2020-07-22', people: 40 }),
    // 就业
    jobFair: alone({ name: '春风行动线上招聘', on: '2020-03-25', posts: 320, people: 41, placed: 9 }, { name: '秋季招聘会', on: '2020-09-16', posts: 150, people: 30, placed: 6 }),
    training: each(people.filter(is('labour', '普通劳动力')).slice(0, 15), () => ({ course: '家政服务', when: '2020-05', finished: '是', subsidy: 800 })),
    // 兜底: two of those who receive are not on the list of the department.
    dibaoList: each(people.filter(is('dibao', '是')), (_, at) => (at === 7 || at === 50 ? null : { grade: 'B类', amount: 420, since: '2018-07', ...(at === 3 ? { taperSince: '2020-04' } : {}) })),
    tekunList: each(people.filter(is('tekun', '是')), () => ({ care: '分散供养', amount: 780 })),
    pensionPaid: each(people.filter(is('residentPension', '是')).slice(0, 30), () => ({ amount: 100, on: '2020-06-15', kind: '建档立卡' })),
    leftBehind: each(people.filter(({ member }) => text(member.values['birthDate']) < '1950').slice(0, 8), (_, at) => ({ kind: '留守老人', on: '2020-04-08', carer: '示例照料', helper: at === 5 ? '' : '示例关爱' })),
    disabledBenefit: each(disabled, (_, at) => (at % 20 === 13 ? null : { kind: '康复', on: `2020-0${4 + (at % 5)}-16`, content: '辅具适配' })),
    // 道路饮水
    village: alone(...villages.map(([name, town], at) => ({ town, name, households: 360 + at * 45, people: 1080 + at * 130, officeStructure: at === 2 ? '砖木' : '砖混', officeArea: 120 + at * 20, noticeBoards: 1 + (at % 3), clinic: 1, library: 1, toilets: at % 4, rubbish: 3 + at, bus: '是', paved: '是', team: '有' }))),
    groupRoad: villages.flatMap(([village, town], at) => alone({ town, village, group: '一组', paved: '是', bus: '是', on: '2020-05-12' }, { town, village, group: '二组', paved: at === 3 ? '否' : '是', bus: '是', on: '2020-05-12' })),
    waterCheck: each(households, () => ({ on: '2020-05-20', source: '集中供水', quantity: '是', quality: '是', near: '是', sure: '是', by: '示例核查' })),
    // 社会帮扶: one helper missed the third quarter.
    visit: ['2020-03-25', '2020-05-20', '2020-08-18', '2020-11-17'].flatMap((on, quarter) => helpers.flatMap(([by, about], at): Line[] => (about && !(quarter === 2 && at === 4) ? [{ about, values: { on, by, purpose: '走访', signed: '是' } }] : []))),
    unitHelp: alone({ unit: '区农业农村局', village: villages[0]?.[0] ?? '', on: '2020-04-20', measure: '送化肥', money: 12_000 }),
    firmHelp: alone({ firm: '示例企业', campaign: '百企帮百村', manner: '产业', village: villages[1]?.[0] ?? '', on: '2020-06-18', money: 30_000, jobs: 4 }),
    donation: alone({ donor: '示例协会', on: '2020-07-09', money: 8000, to: '困难家庭' }),
    greeting: ['2020-04-28', '2020-06-22', '2020-09-28'].flatMap((on, holiday) => each(households, (_, at) => (holiday === 2 && at % 41 === 20 ? null : { holiday: ['劳动节', '端午', '国庆节'][holiday] ?? '', on, by: '示例慰问', goods: '米面油', money: 200 }))),
    // 资金项目: one project has no announcement, one fund is not audited.
    fundIn: alone({ kind: '财政专项', source: '区级', paper: '示财〔2020〕1号', lot: '第一批', arrivedOn: '2020-04-02', amount: 200_000 }, { kind: '省级专项', source: '省级', paper: '示财〔2020〕7号', lot: '第一批', arrivedOn: '2020-05-11', amount: 350_000 }),
    fundOut: alone({ kind: '财政专项', paper: '示拨〔2020〕1号', area: towns[0] ?? '', lot: '第一批', sentOn: '2020-04-20', amount: 120_000, from: '示财〔2020〕1号', project: '光伏电站' }, { kind: '省级专项', paper: '示拨〔2020〕2号', area: towns[1] ?? '', lot: '第一批', sentOn: '2020-05-25', amount: 300_000, from: '示财〔2020〕7号', project: '食用菌大棚' }),
    project: alone(...['光伏电站', '食用菌大棚', '肉鸡养殖', '村路硬化', '饮水管网', '庭院经济'].map((name) => ({ name, kind: '产业', unit: '区农业农村局', planned: 20, state: '在建' }))),
    projectGoal: alone(...['光伏电站', '食用菌大棚', '肉鸡养殖', '村路硬化', '饮水管网', '庭院经济'].map((of) => ({ of, goal: '带动建档立卡户增收', watchedOn: '2020-08-20' }))),
    posting: alone({ subject: '项目公示', of: '光伏电站、食用菌大棚、肉鸡养殖', place: '村公示栏', from: '2020-05-06', until: '2020-05-20', photo: '是' }, { subject: '项目公示', of: '村路硬化、饮水管网', place: '街道公示栏', from: '2020-06-03', until: '2020-06-17', photo: '是' }),
    fundCheck: alone(...['2020-03-30', '2020-06-28', '2020-09-27', '2020-12-25'].map((on, at) => ({ kind: '监督检查', on, of: '全部', ...(at === 1 ? { found: '一笔凭证不全', mendedOn: '2020-07-06' } : {}) })), ...['2020-06-29', '2020-12-24'].map((on) => ({ kind: '绩效评价', on, of: '全部' })), { kind: '跟踪审计', on: '2020-10-21', of: '示财〔2020〕1号' }),
    // 责任: the second street held one meeting too few in August.
    meeting: [
      ...alone(...fromMarch.map((month) => ({ unit: '区委、区政府', kind: '区委区政府研究', on: `${month}-18`, topic: '脱贫攻坚' }))),
      ...alone(...fromMarch.map((month) => ({ unit: '区扶贫办', kind: '五个一批月调度', on: `${month}-26`, topic: '月调度' }))),
      ...towns.flatMap((unit, at) => alone(...fromMarch.flatMap((month) => ['17', '24'].slice(0, at === 1 && month === '2020-08' ? 1 : 2).map((on) => ({ unit, kind: '街道专题研究', on: `${month}-${on}`, topic: '专题研究' }))))),
      ...alone(...fridays().map((on) => ({ unit: '区住房城乡建设局', kind: '危改周会商', on, topic: '周会商' }))),
    ],
    workDay: [...alone(...fromMarch.map((month) => ({ unit: '区委、区政府', person: '示例领导', month, days: 6 }))), ...towns.flatMap((unit) => alone(...fromMarch.map((month) => ({ unit, person: '示例书记', month, days: 11 }))))],
    monthlyPaper: alone(...fromMarch.flatMap((month) => [...groups.map((group) => paper(group, '月报告', month)), paper('区扶贫办', '月通报', month), paper('区住房城乡建设局', '危改月报告', month)])),
    task: alone({ task: '入户核实收入', unit: '区扶贫办', person: '示例经办', month: '2020-04', due: '2020-04-30', doneOn: '2020-04-28', cleared: '是' }, { task: '补齐户档案', unit: '区扶贫办', person: '示例经办', month: '2020-06', due: '2020-06-30', cleared: '否' }),
    inspection: alone({ kind: '明查', on: '2020-05-14', by: '区委、区政府督查室', unit: towns[0] ?? '', found: '墙上资料没有更新', mendedOn: '2020-05-22' }),
    publicity: alone({ title: '脱贫故事', medium: '公众号', on: '2020-06-05', people: 1200 }),
  };
}

/** A ledger's records as a sheet: columns by their labels, whom they are about by number. */
function sheetOf(key: string, lines: readonly Line[]): string[][] {
  const { fields, label } = ledgerOf(key);
  const used = fields.filter((field) => lines.some(({ values }) => field.key.slice(key.length + 1) in values));
  const stray = lines.flatMap(({ values }) => Object.keys(values)).find((name) => !fields.some((field) => field.key === `${key}.${name}`));
  if (stray !== undefined) throw new Error(`${label} has no ${stray}`);
  const subject = ({ about }: Line): string[] => (about === null ? [] : 'member' in about ? [text(about.member.values['name']), text(about.member.values['identityNo'])] : [text(about.values['householdNo']), text(about.values['headName'])]);
  const [first] = lines;
  const heads = !first || first.about === null ? [] : 'member' in first.about ? ['姓名', '证件号码'] : ['户编号', '户主姓名'];
  return [[...heads, ...used.map((field) => field.label)], ...lines.map((line) => [...subject(line), ...used.map((field) => String(line.values[field.key.slice(key.length + 1)] ?? ''))])];
}

const written = (rows: readonly (readonly string[])[]): Uint8Array => new TextEncoder().encode(`\uFEFF${rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\r\n')}\r\n`);

/** The invented year, a file a ledger, to be imported like any other. */
export function sampleLedgers(households: readonly InventedHousehold[]): { readonly name: string; readonly kind: string; readonly bytes: Uint8Array }[] {
  return Object.entries(yearOf(households)).flatMap(([key, lines]) => (lines.length === 0 ? [] : [{ name: `${ledgerOf(key).label}_2020年度.csv`, kind: key, bytes: written(sheetOf(key, lines)) }]));
}
