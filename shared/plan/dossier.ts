import type { Ledger } from '../register/ledgers/ledger.ts';
import { asksFor } from '../register/ledgers/record-paper.ts';
import { textOf, type HouseholdFacts, type MemberFacts, type Values } from '../register/facts.ts';
import { ageOn } from '../register/age.ts';
import { atSchool, filled, is, isDangerous, isDisabled, isGravelyIll, isHere } from '../register/who.ts';

/** What a household (or a person of it) is, as far as papers are asked for. */
interface Asked {
  readonly values: Values;
  /** The day by which ages go. */
  readonly day: string;
  readonly gone: boolean;
}

/** One line of 一户一档: which paper must be there, for whom, and why. */
export interface DossierPaper {
  readonly key: string;
  readonly label: string;
  /** Kinds of documents (codes/document-codes.ts) of which one must be there. */
  readonly kinds: readonly string[];
  readonly of: 'household' | 'member';
  /** A paper of the year that is looked at; one of an earlier year does not do. */
  readonly yearly?: true;
  readonly why: string;
  readonly when: (asked: Asked) => boolean;
}

const present = (test: (asked: Asked) => boolean) => (asked: Asked): boolean => !asked.gone && test(asked);
const always = (): boolean => true;

const every = (key: string, label: string, kinds: readonly string[], why: string, more: { readonly yearly?: true } = {}): DossierPaper => ({ key, label, kinds, of: 'household', why, when: always, ...more });
const some = (key: string, label: string, kinds: readonly string[], why: string, when: DossierPaper['when']): DossierPaper => ({ key, label, kinds, of: 'household', why, when });
const person = (key: string, label: string, kinds: readonly string[], why: string, when: DossierPaper['when']): DossierPaper => ({ key, label, kinds, of: 'member', why, when: present(when) });

/**
 * The papers that a household's file must hold: the steps of identification, what proves its state, its members, its
 * income of the year, and the help that it gets. An office changes the list here.
 */
export const dossier: readonly DossierPaper[] = [
  every('application', '贫困户申请书', ['贫困户申请书'], '识别由本户申请开始'),
  every('survey', '入户调查表', ['入户调查表'], '识别时入户核实'),
  every('meeting', '民主评议记录', ['民主评议记录'], '识别要经村民评议'),
  every('notice', '公示公告', ['公示公告'], '识别名单要公示'),
  every('booklet', '户口簿', ['户口簿'], '证明家庭成员和关系'),
  every('card', '一卡通', ['一卡通'], '补助打到这张卡上'),
  every('handbook', '扶贫手册', ['扶贫手册'], '每户一本，内容与登记册一致'),
  every('help', '帮扶计划和措施', ['帮扶计划和措施'], '每户有计划，有措施'),
  every('income', '当年收入核算表', ['收入核算表'], '每年算一次收入，本户签字', { yearly: true }),
  every('visit', '当年走访记录', ['走访记录'], '帮扶责任人每年走访', { yearly: true }),
  every('headPhoto', '户主照片', ['户主照片', '家庭照片'], '档案首页'),
  every('housePhoto', '房屋照片', ['房屋照片'], '证明住房情况'),
  some('dibao', '低保证', ['低保证'], '户属性是低保贫困户', is('householdKind', '低保贫困户')),
  some('tekun', '特困供养证', ['特困供养证'], '户属性是特困供养贫困户', is('householdKind', '特困供养贫困户')),
  some('house', '房屋鉴定', ['房屋鉴定', '危房改造验收'], '危房要有鉴定，改造后有验收', isDangerous),
  some('water', '饮水安全证明', ['饮水安全证明'], '登记过饮水困难', is('waterDifficulty', '是')),
  some('exit', '退出确认', ['退出确认'], '已脱贫要有本户签字的退出确认', ({ values }) => textOf(values, 'liftYear') !== '' || textOf(values, 'liftState').startsWith('已脱贫')),
  some('relapse', '返贫认定', ['返贫认定'], '脱贫属性是返贫', is('liftState', '返贫')),
  some('monitored', '监测对象核查', ['监测对象核查'], '纳入监测要有核查', filled('monitoredKind')),
  some('cleared', '风险消除审批', ['风险消除审批'], '风险已消除', is('riskCleared', '是')),
  person('identity', '身份证', ['身份证'], '十六岁以上的成员', ({ values, day }) => (ageOn(values, day) ?? 0) >= 16),
  person('disability', '残疾证', ['残疾证'], '健康状况或证件写明残疾', isDisabled),
  person('illness', '诊断或病历', ['诊断或病历'], '健康状况是患有大病', isGravelyIll),
  person('school', '学籍证明', ['学籍证明'], '在校生', atSchool),
  { key: 'death', label: '死亡证明', kinds: ['死亡证明'], of: 'member', why: '有效状态是死亡', when: is('memberState', '死亡') },
  { key: 'moved', label: '户籍变动证明', kinds: ['户籍变动证明'], of: 'member', why: '有效状态是转出或转入', when: is('memberState', '转出', '转入') },
];

/** Kinds whose pictures show no number, illness or account: they stand in a dossier that is masked. Pictures of other papers cannot be masked. */
export const openPictures: ReadonlySet<string> = new Set(['户主照片', '家庭照片', '房屋照片', '走访记录', '整改佐证']);

/** A document as far as completeness asks. */
export interface DossierDocument {
  readonly id: string;
  readonly memberId: string | null;
  readonly kind: string;
  readonly year: number | null;
  /** Whether its content is in the register; a paper in the cabinet alone has none. */
  readonly stored: boolean;
}

export interface DossierLine {
  readonly key: string;
  readonly label: string;
  readonly why: string;
  readonly kind: string;
  readonly memberId: string | null;
  readonly who: string;
  /** paper: only in the cabinet. */
  readonly state: 'stored' | 'paper' | 'missing';
}

const stateOf = (found: readonly DossierDocument[]): DossierLine['state'] => (found.length === 0 ? 'missing' : found.some(({ stored }) => stored) ? 'stored' : 'paper');

/** The papers that a record must have by what it says, and which of them are there. */
export function recordDossier({ papers }: Pick<Ledger, 'papers'>, values: Values, documents: readonly DossierDocument[]): DossierLine[] {
  return (papers ?? []).filter((paper) => asksFor(paper, values)).map(({ label, kinds, why }) => (
    { key: label, label, why, kind: kinds[0] ?? '', memberId: null, who: '', state: stateOf(documents.filter(({ kind }) => kinds.includes(kind))) }
  ));
}

/** What the household's file must hold, and what of it is there; the lines in the order of the declaration. */
export function dossierOf(household: HouseholdFacts, documents: readonly DossierDocument[], day: string): DossierLine[] {
  const line = ({ key, label, why, kinds, yearly }: DossierPaper, member: MemberFacts | null): DossierLine => {
    const found = documents.filter(({ kind, memberId, year }) => kinds.includes(kind) && (member === null || memberId === member.id) && (!yearly || year === household.year));
    return { key, label, why, kind: kinds[0] ?? '', memberId: member?.id ?? null, who: member ? textOf(member.values, 'name') : '', state: stateOf(found) };
  };
  return dossier.flatMap((paper) => {
    if (paper.of === 'household') return paper.when({ values: household.values, day, gone: false }) ? [line(paper, null)] : [];
    return household.members.filter((member) => paper.when({ values: member.values, day, gone: !isHere(member) })).map((member) => line(paper, member));
  });
}
