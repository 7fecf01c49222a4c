import type { CodeList } from '../../fields/code.ts';
import { identityKey } from '../../fields/identity-number.ts';
import { following } from '../../register/own/spoken.ts';
import { labelOf } from '../../register/show-value.ts';
import { storedFields } from '../../register/vocabulary.ts';
import type { Home } from '../home.ts';
import { ofHomes, ofPeople, type Problem, type Rule } from '../rule.ts';
import type { Valued } from '../valued.ts';
import { partOf, yuan } from '../words.ts';

interface Coded {
  readonly key: string;
  readonly list: CodeList;
  readonly years: ReadonlyMap<string, readonly [from: number, until: number]>;
}

const codedOf = (...entities: readonly ('household' | 'householdYear' | 'member' | 'memberYear')[]): readonly Coded[] =>
  entities.flatMap((entity) => storedFields(entity)).flatMap(({ key, codes }) =>
    codes ? [{ key, list: codes, years: new Map(codes.values.map(({ value, from = 0, until = 9999 }) => [value, [from, until] as const])) }] : [],
  );
const ofHousehold = following(() => codedOf('household', 'householdYear'));
const ofMember = following(() => codedOf('member', 'memberYear'));

/** Values that their dictionary does not have in that year. */
function unlisted(of: Valued, coded: readonly Coded[], year: number): Problem[] | undefined {
  let found: Problem[] | undefined;
  for (const { key, list, years } of coded) {
    const value = of.values[key];
    if (typeof value !== 'string') continue;
    for (const one of list.several === true ? value.split('、') : [value]) {
      const span = years.get(one);
      // A new wording is understood in older years, too: only what has gone out of use is told.
      if (span !== undefined && year <= span[1]) continue;
      (found ??= []).push({ field: key, message: `${labelOf(key)}“${one}”${span === undefined ? '不在代码表里' : `是 ${span[1]} 年以前的写法`}` });
    }
  }
  return found;
}

/** A household that was lifted and stands on the question whether it is. */
const doubted = (id: string, title: string, reads: readonly string[], problem: (home: Home, line: number | null) => Problem | undefined | false, may: readonly string[] = []): Rule =>
  ofHomes({
    id, grade: 'E', title, why: '已脱贫的户有硬伤，脱贫质量存疑', remedy: '请重新核实，必要时按返贫处理', source: '信息采集要求', reads: ['liftState|liftYear', ...reads], may,
    problem(home, { limits }) {
      const year = home.number('liftYear');
      const lifted = home.lifted || (year !== null && year <= home.year && home.text('liftState') !== '返贫' && home.text('liftState') !== '未脱贫');
      return lifted && problem(home, limits.nationalLine);
    },
  });

/** What holds of every field, of the two sheets, and of a year's snapshot. */
export const generalRules: readonly Rule[] = [
  ofHomes({
    id: 'R143-1', grade: 'E', title: '户的值不在代码表里', why: '自由填写或旧写法，汇总时会漏', remedy: '请从列表里选', source: '核查程序', reads: [],
    problem: (home, { year }) => unlisted(home, ofHousehold(), year),
  }),
  {
    ...ofPeople({
      id: 'R143-2', grade: 'E', title: '人的值不在代码表里', why: '自由填写或旧写法，汇总时会漏', remedy: '请从列表里选', source: '核查程序', reads: [],
      problem: () => undefined,
    }),
    problems: (home, { year }) => home.members.flatMap((member) => unlisted(member, ofMember(), year)?.map((problem) => ({ member, ...problem })) ?? []),
  },
  doubted('R147-1', '已脱贫户收入低于当年国家标准', ['perCapitaIncome'], (home, line) => {
    const each = home.number('perCapitaIncome');
    return each !== null && line !== null && each < line && { field: 'perCapitaIncome', message: `已脱贫，${home.year} 年人均纯收入 ${yuan(each)} 元，低于国家标准 ${yuan(line)} 元` };
  }),
  doubted('R147-2', '已脱贫户有失学辍学', ['dropoutReason'], ({ present }) => {
    const out = present.find((person) => !person.blank('dropoutReason') && !person.atSchool && person.aged(6, 15));
    return out && { member: out, field: 'dropoutReason', message: `已脱贫，${out.name}失学或辍学：${out.text('dropoutReason')}` };
  }, ['birthDate', 'schooling']),
  doubted('R147-3', '已脱贫户还是危房', ['dangerousHouse'], (home) => home.yes('dangerousHouse') && { field: 'dangerousHouse', message: '已脱贫，是否危房户写的是' }),
  doubted('R147-4', '已脱贫户饮水没有解决', ['safeWater'], (home) => home.no('safeWater') && { field: 'safeWater', message: '已脱贫，是否解决安全饮用水写的否' }),
  doubted('R147-5', '已脱贫的因病户病人没有大病保险', ['mainCause', 'health', 'seriousIllness'], (home) => {
    const patient = home.cause('因病') ? home.present.find((person) => person.ill && person.no('seriousIllness')) : undefined;
    return patient && { member: patient, field: 'seriousIllness', message: `已脱贫的因病户，${patient.name}没有大病保险` };
  }),
  ofHomes({
    id: 'R148', grade: 'E', title: '户表上的户主证件号码不是现在户主的', why: '户主换了人，户表还是原来的', remedy: '请核对谁是户主，改正原户主与户主关系', source: '本办', reads: ['headIdentityNo', 'relation'], may: ['memberState'],
    problem(home) {
      const { head } = home;
      const [shown, own] = [home.text('headIdentityNo'), head?.text('identityNo') ?? ''];
      return head && shown !== '' && own !== '' && identityKey(shown) !== identityKey(own) && { field: 'headIdentityNo', message: `户表上的户主证件号码是 ${partOf(shown)}，户主${head.name}的是 ${partOf(own)}` };
    },
  }),
];
