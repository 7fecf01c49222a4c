import { numberOf, textOf, type HouseholdFacts, type MemberFacts } from '../register/facts.ts';
import { kindOf } from '../register/field.ts';
import { ageOn } from '../register/age.ts';
import { field } from '../register/vocabulary.ts';
import type { Rate } from '../register/parameters.ts';
import { is, isAble, isDangerous, isDisabled, isHere, isIll, onDibao, onTekun, residentPension, stageOf, type Stage } from '../register/who.ts';
import { isLow } from './low-income.ts';

/** What one household, or one of its people, may claim under a policy. */
export interface Claim {
  /** Names, or 全家. */
  readonly who: string;
  readonly amount: string;
  /** Fen a year where the sum is certain, else null. */
  readonly fen: number | null;
}

/** One policy of the year's plan, declared once: papers and ledgers read it. */
export interface Benefit {
  readonly key: string;
  /** Section of the plan. */
  readonly section: string;
  readonly title: string;
  readonly standard: string;
  /** The unit that answers for it. */
  readonly office: string;
  claims(household: HouseholdFacts): readonly Claim[];
}

export const yuan = (fen: number): string => `${(fen / 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 })}元`;

const nameOf = (member: MemberFacts): string => textOf(member.values, 'name');
const namesOf = (members: readonly MemberFacts[]): string => members.map(nameOf).join('、');
const having = (household: HouseholdFacts, test: (member: MemberFacts) => boolean): MemberFacts[] => household.members.filter((member) => isHere(member) && test(member));
const inSchool = (household: HouseholdFacts, stage: Stage): MemberFacts[] => having(household, (member) => stageOf(member) === stage);

/** Those who are meant; a family that is meant whole is not told one by one. */
const whose = (household: HouseholdFacts, members: readonly MemberFacts[]): string =>
  members.length > 1 && members.length === having(household, () => true).length ? '全家' : namesOf(members);

/** What is due where nobody has said how much. */
const asRuled = '按现行标准';
const money = (fen: number | null, unit: string): string => (fen === null ? asRuled : `${yuan(fen)}/${unit}`);

/** A claim of several people, each at the same rate. */
const each = (household: HouseholdFacts, members: readonly MemberFacts[], fen: number | null, unit: string): Claim[] =>
  members.length === 0 ? [] : fen === null ? said(household, members, asRuled) : [{ who: whose(household, members), amount: members.length === 1 ? `${yuan(fen)}/${unit}` : `每人${yuan(fen)}/${unit}`, fen: unit === '年' ? fen * members.length : null }];

const said = (household: HouseholdFacts, members: readonly MemberFacts[], amount: string): Claim[] => (members.length === 0 ? [] : [{ who: whose(household, members), amount, fen: null }]);

/** What the register already shows as received in the year. */
function received(household: HouseholdFacts, members: readonly MemberFacts[], key: string): Claim[] {
  const fen = numberOf(household.values, key) ?? 0;
  if (members.length === 0 && fen === 0) return [];
  return [{ who: members.length === 0 ? '全家' : whose(household, members), amount: fen > 0 ? `全年${kindOf(field(key)).show(fen).replace(/\.00$/, '')}元` : asRuled, fen: fen > 0 ? fen : null }];
}

/** The policies that the plan of 2020 promises to households and people, in the order of the plan, at the rates of a day. */
export const benefitsAt = (rate: Rate): readonly Benefit[] => [
  {
    key: 'projects', section: '二（一）1', title: '产业扶贫分红', standard: '产业项目覆盖到人，年收益率不低于10%', office: '区农业农村局',
    claims: (household) => received(household, [], 'assetDividend'),
  },
  {
    key: 'stacked', section: '二（一）1', title: '叠加式扶持', standard: '年人均纯收入6000元以下的户，多项叠加扶持', office: '区农业农村局',
    claims: (household) => (isLow(household) ? [{ who: '全家', amount: '两项以上', fen: null }] : []),
  },
  {
    key: 'medical', section: '二（一）2', title: '基本医保、大病保险、医疗救助', standard: '三项全部参加，个人缴费由财政补助，住院一站式结算', office: '区医保局',
    claims: () => [{ who: '全家', amount: '免个人缴费', fen: null }],
  },
  {
    key: 'doctor', section: '二（一）2', title: '家庭医生签约', standard: '签一人、履约一人、做实一人', office: '区卫生健康局',
    claims: () => [{ who: '全家', amount: '免费', fen: null }],
  },
  {
    key: 'illness', section: '二（一）2', title: '大病救治、慢病管理', standard: '大病及时救治，慢性病规范管理', office: '区卫生健康局',
    claims: (household) => said(household, having(household, isIll), '按规定报销和救助'),
  },
  {
    key: 'house', section: '二（一）3', title: '农村危房改造', standard: '鉴定为危房的给予特惠补助，9月底前完工，10月底前入住', office: '区住房城乡建设局',
    claims: (household) => (isDangerous(household) ? [{ who: '全家', amount: '按改造方式补助', fen: null }] : []),
  },
  {
    key: 'kindergarten', section: '二（一）4', title: '学前教育资助', standard: `每生${money(rate('kindergartenMonth'), '月')}，按在园月数`, office: '区教育局',
    claims: (household) => each(household, inSchool(household, '学前'), rate('kindergartenMonth'), '月'),
  },
  {
    key: 'primary', section: '二（一）4', title: '小学生资助（两免一补）', standard: `寄宿每生${money(rate('primaryBoarding'), '年')}，走读${money(rate('dayPupil'), '年')}`, office: '区教育局',
    claims: (household) => said(household, inSchool(household, '小学'), `${money(rate('dayPupil'), '年')}，寄宿${money(rate('primaryBoarding'), '年')}`),
  },
  {
    key: 'junior', section: '二（一）4', title: '初中生资助（两免一补）', standard: `寄宿每生${money(rate('juniorBoarding'), '年')}，走读${money(rate('dayPupil'), '年')}`, office: '区教育局',
    claims: (household) => said(household, inSchool(household, '初中'), `${money(rate('dayPupil'), '年')}，寄宿${money(rate('juniorBoarding'), '年')}`),
  },
  {
    key: 'senior', section: '二（一）4', title: '普通高中国家助学金', standard: `免学杂费，每生${money(rate('seniorAid'), '年')}`, office: '区教育局',
    claims: (household) => each(household, inSchool(household, '高中'), rate('seniorAid'), '年'),
  },
  {
    key: 'vocational', section: '二（一）4', title: '中职国家助学金', standard: `免学费，每生${money(rate('vocationalAid'), '年')}`, office: '区教育局',
    claims: (household) => each(household, inSchool(household, '中职'), rate('vocationalAid'), '年'),
  },
  {
    key: 'loan', section: '二（一）4', title: '大学生助学贷款', standard: '应贷尽贷', office: '区教育局',
    claims: (household) => said(household, inSchool(household, '高等'), '按需申请'),
  },
  {
    key: 'training', section: '二（一）5', title: '技能培训和就业', standard: '免费培训，发培训、生活和交通补贴，推荐岗位', office: '区人力资源社会保障局',
    claims: (household) => said(household, having(household, isAble), '按培训课时'),
  },
  {
    key: 'dibao', section: '二（一）6', title: '农村低保', standard: '2020年7月1日起年保障标准提高6%以上', office: '区民政局',
    claims: (household) => received(household, having(household, onDibao), 'dibaoMoney'),
  },
  {
    key: 'tekun', section: '二（一）6', title: '农村特困人员供养', standard: '不低于农村低保标准的1.8倍', office: '区民政局',
    claims: (household) => received(household, having(household, onTekun), 'tekunMoney'),
  },
  {
    key: 'pension', section: '二（一）6', title: '城乡居民养老保险', standard: '符合条件的由政府代缴保费，60周岁起领取', office: '区人力资源社会保障局',
    claims(household) {
      const money = numberOf(household.values, 'pensionMoney') ?? 0;
      const age = ({ values }: MemberFacts): number | null => ageOn(values, `${household.year}-12-31`);
      const old = having(household, (member) => (age(member) ?? 0) >= 60);
      const paying = having(household, (member) => residentPension(member) && (age(member) ?? 99) < 60);
      return [...(money > 0 ? received(household, old, 'pensionMoney') : said(household, old, '按月领取')), ...said(household, paying, '政府代缴保费')];
    },
  },
  {
    key: 'disabled', section: '二（三）3', title: '残疾人综合保障', standard: '分类救助、托养、康复，支持就业', office: '区残联',
    claims: (household) => said(household, having(household, isDisabled), '按残疾类别和等级'),
  },
  {
    key: 'water', section: '二（二）2', title: '饮水安全', standard: '水量、水质、方便程度、保证率全部达标', office: '区水利局',
    claims: (household) => (is('safeWater', '否')(household) || is('waterDifficulty', '是')(household) ? [{ who: '全家', amount: '优先解决', fen: null }] : []),
  },
];
