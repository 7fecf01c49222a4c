import type { TestClient } from '../support/core.ts';
import { openTestCore } from '../support/core.ts';

type Values = Readonly<Record<string, string>>;
/** Whom: the n-th household or person in the order of numbers; null for what stands for itself. */
type Record_ = readonly [ledger: string, whom: number | null, values: Values];

const each = (count: number, make: (at: number) => Record_): Record_[] => Array.from({ length: count }, (_, at) => make(at));

/** What the year leaves behind in the ledgers, dated, so that each of four days has figures that can be counted on the fingers. */
export const records: readonly Record_[] = [
  ...each(10, (at) => ['benefitProject', at, { name: '光伏', from: '2020-01-01' }]),
  ['benefitProject', 0, { name: '养殖', from: '2020-02-01' }],
  ['industryProject', null, { name: '光伏', responsible: '高台子街道', implementer: '台地村', capital: '100000', income: '12000' }],
  ['industryProject', null, { name: '养殖', responsible: '卧龙街道', fresh: '是', carrier: '试办合作社', credit: '良好', capital: '100000', income: '8000' }],
  ...each(5, (at) => ['insured', at, { state: '参保', amount: '250' }]),
  ...each(20, (at) => ['doctorContract', at, { doctor: '试医生', on: '2020-01-10' }]),
  ...each(20, (at) => ['doctorService', at, { on: at < 10 ? '2020-04-10' : '2020-09-15', kind: '随访' }]),
  ['screening', 0, { kind: '宫颈癌', on: '2020-03-08' }], ['screening', 1, { kind: '乳腺癌', on: '2020-10-08' }],
  ['medicalClaim', 0, { admittedOn: '2020-03-10', leftOn: '2020-03-20', hospital: '试医院', total: '1000', basic: '700', own: '300', oneStop: '是' }],
  ['medicalClaim', 1, { admittedOn: '2020-07-20', leftOn: '2020-08-01', hospital: '试医院', total: '2000', basic: '1500', oneStop: '否' }],
  ['houseRebuild', 0, { manner: '原址翻建', appliedOn: '2020-03-16', paid: '30000', finishedOn: '2020-08-15', movedOn: '2020-09-10' }],
  ['houseRebuild', 1, { manner: '修缮加固', appliedOn: '2020-03-16', paid: '10000', finishedOn: '2020-09-28', movedOn: '2020-10-25' }],
  ['houseRebuild', 2, { manner: '修缮加固', appliedOn: '2020-03-16', finishedOn: '2020-10-20' }],
  ['rebuildVisit', 0, { on: '2020-04-15', by: '试查看', photo: '是' }], ['rebuildVisit', 1, { on: '2020-06-01', by: '试查看', photo: '否' }],
  ['pupil', 0, { number: '学1', school: '试小学' }],
  ['attendance', 0, { month: '2020-09', present: '是', boarder: '否' }],
  ['studentLoan', 1, { asked: '是', granted: '是', amount: '8000' }], ['studentLoan', 2, { asked: '是' }],
  ['pupilHelp', 3, { difficulty: '孤儿', helper: '试教师' }], ['pupilHelp', 4, { difficulty: '残疾' }],
  ['document', 0, { kind: '户口簿' }],
  ['teacherWork', null, { kind: '培训', title: '暑期培训', on: '2020-07-20' }],
  ['jobFair', null, { name: '春风行动', on: '2020-03-20', placed: '3' }],
  ['training', 3, { course: '家政', when: '2020-05', subsidy: '500' }],
  ['graduate', 4, { employed: '是', jobOn: '2020-08-01' }], ['graduate', 5, { employed: '否' }],
  ['dibaoList', 6, { amount: '380', taperSince: '2019-06' }], ['dibaoList', 7, { amount: '380', taperSince: '2020-05' }],
  ['pensionPaid', 8, { amount: '100' }],
  ['leftBehind', 9, { kind: '留守老人', helper: '试关爱' }], ['leftBehind', 10, { kind: '留守妇女' }],
  ['groupRoad', null, { town: '高台子街道', village: '台地村', group: '一组', paved: '是', bus: '是' }], ['groupRoad', null, { town: '高台子街道', village: '台地村', group: '二组', paved: '否', bus: '是' }],
  ['waterCheck', 0, { on: '2020-04-01', quantity: '是', quality: '否', near: '是', sure: '是' }], ['waterCheck', 0, { on: '2020-09-01', quantity: '是', quality: '是', near: '是', sure: '是' }],
  ['firmHelp', null, { firm: '试企业', on: '2020-05-01', manner: '产业' }],
  ['donation', null, { donor: '试协会', on: '2020-09-01', money: '5000' }],
  ['fundIn', null, { kind: '财政专项', source: '区级', paper: '试财〔2020〕1号', arrivedOn: '2020-03-25', amount: '80000' }],
  ['fundIn', null, { kind: '财政专项', source: '区级', paper: '试财〔2020〕2号', arrivedOn: '2020-09-01', amount: '120000' }],
  ['fundIn', null, { kind: '省级专项', source: '省级', paper: '试省〔2020〕3号', arrivedOn: '2020-04-10', amount: '50000' }],
  ...each(5, (at) => ['project', null, { name: `试项目${at}` }]),
  ['projectGoal', null, { of: '试项目0', goal: '带动10户', watchedOn: '2020-06-30' }],
  ['posting', null, { subject: '项目公示', of: '试项目0、试项目1', place: '村公示栏', from: '2020-04-01', until: '2020-04-12' }],
  ['fundCheck', null, { kind: '监督检查', on: '2020-03-30', of: '全部', found: '凭证不全', mendedOn: '2020-04-30' }],
  ['fundCheck', null, { kind: '跟踪审计', on: '2020-09-20', of: '试财〔2020〕1号' }],
  ['meeting', null, { unit: '区委、区政府', kind: '区委区政府研究', on: '2020-03-18' }],
  ['meeting', null, { unit: '区委', kind: '区委区政府研究', on: '2020-04-17' }],
  ['workDay', null, { unit: '区政府', month: '2020-03', days: '5' }],
  ['meeting', null, { unit: '高台子街道', kind: '街道专题研究', on: '2020-03-18' }], ['meeting', null, { unit: '高台子街道', kind: '街道专题研究', on: '2020-03-28' }],
  ['workDay', null, { unit: '高台子街道', month: '2020-03', days: '10' }],
  ['monthlyPaper', null, { group: '产业扶贫推进组', kind: '月报告', month: '2020-03', on: '2020-03-31' }],
  ['task', null, { task: '入户核收入', unit: '区扶贫办', person: '试办', month: '2020-03', due: '2020-03-31', doneOn: '2020-03-30', cleared: '是' }],
  ['task', null, { task: '补材料', unit: '区扶贫办', month: '2020-04', due: '2020-04-15' }],
  ['inspection', null, { kind: '暗访', on: '2020-04-16' }],
  ['publicity', null, { title: '扶贫故事', on: '2020-03-17' }],
  ['visit', 0, { on: '2020-03-20', by: '试帮扶' }],
  ['greeting', 0, { holiday: '劳动节', on: '2020-04-29' }],
  ['disabledBenefit', 11, { kind: '康复', on: '2020-09-09' }],
];

const ofPeople = new Set(['insured', 'doctorContract', 'doctorService', 'screening', 'medicalClaim', 'training', 'graduate', 'dibaoList', 'pensionPaid', 'leftBehind', 'disabledBenefit', 'pupil', 'attendance', 'studentLoan', 'pupilHelp']);

export async function writeRecords(client: TestClient, some: readonly Record_[] = records): Promise<void> {
  const ids = async (subject: 'people' | 'households', field: string): Promise<string[]> => (await client.tables.rows({ subject, year: 2020, sorts: [{ field, descending: false }], offset: 0, limit: 30 })).rows.map(({ id }) => id);
  const [people, households] = [await ids('people', 'memberNo'), await ids('households', 'householdNo')];
  for (const [ledger, whom, values] of some) {
    const about = whom === null ? {} : ofPeople.has(ledger) ? { memberId: people[whom] ?? '' } : { householdId: households[whom] ?? '' };
    await client.tables.addEntry({ subject: `ledger:${ledger}`, ...about, year: 2020, values: Object.fromEntries(Object.entries(values).map(([key, value]) => [`${ledger}.${key}`, value])) });
  }
}

/** The sample register on a day of 2020, with a year's records. */
export async function planRegister(day = '2020-12-31') {
  const opened = await openTestCore({ now: () => new Date(`${day}T12:00:00`) });
  await opened.client.registers.openSample();
  await writeRecords(opened.client);
  return opened;
}
