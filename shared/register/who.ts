import { numberOf, textOf, type Values } from './facts.ts';
import { goneStates } from './member-state.ts';

/**
 * Who is meant by the office's words; one meaning each, wherever a word stands: in reports, rules, views, benefits, the dossier.
 * Each is asked of somebody's values, or of a household's; what is not written down is not so.
 */
interface Of {
  readonly values: Values;
}
export type Who = (of: Of) => boolean;

export const is = (key: string, ...values: readonly string[]): Who => ({ values: of }) => values.includes(textOf(of, key));
export const filled = (key: string): Who => ({ values }) => textOf(values, key) !== '';
const says = (key: string, part: string): Who => ({ values }) => textOf(values, key).includes(part);

export const isHere: Who = ({ values }) => !goneStates.has(textOf(values, 'memberState'));

/** 健康状况 says it: one of the two places, for what holds the places against each other. */
export const saysDisabled = says('health', '残疾');
const hasDisabilityKind = filled('disabilityKind');
export const isDisabled: Who = (of) => hasDisabilityKind(of) || saysDisabled(of);
export const isChronic = says('health', '慢性病');
export const isGravelyIll = says('health', '大病');
export const isIll: Who = (of) => isGravelyIll(of) || isChronic(of);

export const onDibao = is('dibao', '是');
export const onTekun = is('tekun', '是');
export const onSupport: Who = (of) => onDibao(of) || onTekun(of);
const [residentMedical, employeeMedical] = [is('residentMedical', '是'), is('employeeMedical', '是')];
export const medicallyInsured: Who = (of) => residentMedical(of) || employeeMedical(of);
export const residentPension = is('residentPension', '是');
const employeePension = is('employeePension', '是');
export const pensionInsured: Who = (of) => residentPension(of) || employeePension(of);

/** Able-bodied; who can work besides has less than the whole strength for it. */
export const isAble = is('labour', '普通劳动力', '技能劳动力');
const isWeak = is('labour', '弱劳动力或半劳动力');
export const canWork: Who = (of) => isAble(of) || isWeak(of);
/** 务工区域 says where. */
export const atWork: Who = ({ values }) => !['', '未务工'].includes(textOf(values, 'workArea'));
/** Works somewhere, or is said to have worked for some time. */
export const works: Who = (of) => atWork(of) || (numberOf(of.values, 'workMonths') ?? 0) > 0;
export const onPublicPost = filled('publicPost');

export type Stage = '学前' | '小学' | '初中' | '高中' | '中职' | '高等';
/** Of 在校生状况, what is no school; whoever is in none of the other stages studies at a higher one. */
export const notAtSchool = ['非在校生', '学龄前儿童'] as const;
export const compulsoryYears = ['小学', '七年级', '八年级', '九年级'] as const;
const stages: readonly (readonly [Stage, Who])[] = [
  ['学前', is('schooling', '学前教育')],
  ['小学', is('schooling', '小学')],
  ['初中', is('schooling', '七年级', '八年级', '九年级')],
  ['高中', says('schooling', '普通高中')],
  ['中职', says('schooling', '中职')],
];
const atNone = is('schooling', '', ...notAtSchool);
export const atSchool: Who = (of) => !atNone(of);
/** Null for who is at none. */
export const stageOf = (of: Of): Stage | null => (atNone(of) ? null : (stages.find(([, test]) => test(of))?.[0] ?? '高等'));

/** A household whose house is one, or is graded C or D. */
const saysDangerous = is('dangerousHouse', '是');
const gradedDangerous = is('houseLevel', 'C级', 'D级');
export const isDangerous: Who = (of) => saysDangerous(of) || gradedDangerous(of);
const isNamed = filled('monitoredKind');
const isCleared = is('riskCleared', '是');
export const isMonitored: Who = (of) => isNamed(of) && !isCleared(of);
