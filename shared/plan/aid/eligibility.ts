import { ageOn } from '../../register/age.ts';
import { numberOf, textOf, type MemberFacts } from '../../register/facts.ts';
import { contracted } from '../../register/reached.ts';
import { atSchool, isHere, medicallyInsured, onDibao, onTekun, pensionInsured, stageOf } from '../../register/who.ts';
import { ofMember as recordsOfMember, type PlanHome } from '../targets/target.ts';
import { fen, ofHome, ofMember, type AidAt, type AidLine, type Calculator } from './calculator.ts';

const grown = (member: MemberFacts, at: AidAt): number | null => ageOn(member.values, at.day);
const has = (home: PlanHome, member: MemberFacts, at: AidAt, ledger: string): boolean => recordsOfMember(home, member, ledger, at).length > 0;

/** Whom the district pays the pension premium for, and for whom it has. */
export const pension: Calculator = {
  key: 'pension', title: '养老保险应保尽保', heads: ['应代缴', '已代缴', '还差'], ledgers: ['pensionPaid'],
  means: '到当天满16周岁不满60周岁、不在校、没有参加职工养老保险的人；代缴标准在“标准”里填；已代缴来自养老保险代缴名单',
  lines: (home, at) => home.here.flatMap((member): AidLine[] => {
    const age = grown(member, at);
    if (age === null || age < 16 || age >= 60 || atSchool(member) || textOf(member.values, 'employeePension') === '是') return [];
    const paid = recordsOfMember(home, member, 'pensionPaid', at).reduce((sum, { values }) => sum + (numberOf(values, 'pensionPaid.amount') ?? 0), 0);
    return [ofMember(home, member, { by: `${age} 岁`, due: fen(at, 'pensionPremium', at.day), paid, note: pensionInsured(member) ? '' : '没有参保' })];
  }),
};

/** Whose age or stage is about to change within ninety days, or at the end of the school year. */
export const changes: Calculator = {
  key: 'changes', title: '年龄、学段将要变化的人', heads: ['满几周岁', '现在周岁', '差'], ledgers: [],
  means: '从当天起90天内满6、16、60周岁的人；最后一个年级的在校生，暑假后换学段。三个数都是周岁',
  lines: (home, at) => home.here.flatMap((member): AidLine[] => {
    const found: AidLine[] = [];
    const age = grown(member, at);
    const soon = ageOn(member.values, new Date(Date.parse(`${at.day}T00:00:00Z`) + 90 * 86_400_000).toISOString().slice(0, 10));
    for (const turn of [6, 16, 60]) {
      if (age !== null && soon !== null && age < turn && soon >= turn) found.push(ofMember(home, member, { by: `90天内满 ${turn} 周岁`, due: turn, paid: age, note: turn === 6 ? '要入学' : turn === 16 ? '进入劳动年龄，养老保险要参保' : '可以领养老金，不再缴费' }));
    }
    const schooling = textOf(member.values, 'schooling');
    if (/九年级|三年级/.test(schooling)) found.push(ofMember(home, member, { by: schooling, note: `${stageOf(member) ?? ''}最后一年，暑假后换学段` }));
    return found;
  }),
};

/** What ought to be had and is not, with the yuan where they are known. */
export const unclaimed: Calculator = {
  key: 'unclaimed', title: '该享未享', heads: ['应享', '已享', '欠'], ledgers: ['dibaoList', 'tekunList', 'doctorContract', 'insured', 'studentAid', 'attendance'],
  means: '登记册说该有、名单或登记册里没有的：医保、大病保险、签约、满60周岁的养老金、低保和特困的金额。教育资助见“学生资助”',
  lines: (home, at) => [
    ...home.here.flatMap((member): AidLine[] => [
      ...(medicallyInsured(member) ? [] : [ofMember(home, member, { by: '基本医保', due: fen(at, 'medicalPremium', at.day), paid: 0, note: '没有参保' })]),
      ...(textOf(member.values, 'seriousIllness') === '是' ? [] : [ofMember(home, member, { by: '大病保险', note: '没有参加' })]),
      ...(contracted(member, home.household) ? [] : [ofMember(home, member, { by: '家庭医生签约', note: '签约名单上没有' })]),
    ]),
    ...moneyLacks(home, at),
  ],
};

const moneyLacks = (home: PlanHome, at: AidAt): AidLine[] => {
  const { values } = home.household;
  const lacks = (key: string): boolean => (numberOf(values, key) ?? 0) === 0;
  return [
    ...(home.here.some(onDibao) && lacks('dibaoMoney') ? [ofHome(home, { by: '低保金', note: '有人享受低保，户里没有低保金' })] : []),
    ...(home.here.some(onTekun) && lacks('tekunMoney') ? [ofHome(home, { by: '特困供养金', note: '有特困供养人员，户里没有供养金' })] : []),
    ...(home.here.some((member) => (grown(member, at) ?? 0) >= 60 && pensionInsured(member)) && lacks('pensionMoney') ? [ofHome(home, { by: '养老金', note: '有满60周岁的参保人，户里没有养老金' })] : []),
  ];
};

/** What is had and ought not to be. */
export const undue: Calculator = {
  key: 'undue', title: '享而不该', heads: ['应享', '已享', '多享'], ledgers: ['dibaoList', 'tekunList', 'studentAid', 'pensionPaid'],
  means: '已死亡、转出等不在册的人还在今年的低保、特困名单上；同时在低保和特困名单上；不在校的人领了学生资助；满60周岁还代缴养老保险',
  lines: (home, at) => home.household.members.flatMap((member): AidLine[] => {
    const gone = !isHere(member);
    const [dibao, tekun] = [has(home, member, at, 'dibaoList'), has(home, member, at, 'tekunList')];
    const sum = (ledger: string): number => recordsOfMember(home, member, ledger, at).reduce((total, { values }) => total + (numberOf(values, `${ledger}.amount`) ?? 0), 0);
    const over = (by: string, paid: number, note: string): AidLine => ofMember(home, member, { by, due: 0, paid, owed: paid, note });
    return [
      ...(gone && dibao ? [over('低保（每月）', sum('dibaoList'), `有效状态是${textOf(member.values, 'memberState')}`)] : []),
      ...(gone && tekun ? [over('特困供养（每月）', sum('tekunList'), `有效状态是${textOf(member.values, 'memberState')}`)] : []),
      ...(dibao && tekun ? [over('低保（每月）', sum('dibaoList'), '同时在特困供养名单上')] : []),
      ...(has(home, member, at, 'studentAid') && !atSchool(member) ? [over('学生资助', sum('studentAid'), '不是在校生')] : []),
      ...(has(home, member, at, 'pensionPaid') && (grown(member, at) ?? 0) >= 60 ? [over('养老保险代缴', sum('pensionPaid'), '已满60周岁')] : []),
    ];
  }),
};
