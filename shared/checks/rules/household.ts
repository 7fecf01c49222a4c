import { textOf, type MemberFacts } from '../../register/facts.ts';
import { sexOf } from '../../fields/identity-number.ts';
import { ofMembers, type Rule } from '../rule.ts';
import { identityOf, isGone, nameOf, present } from '../words.ts';

const relationOf = (member: MemberFacts): string => textOf(member.values, 'relation');

/** As written, else as the identity number tells. */
function sexOfMember(member: MemberFacts): string {
  const written = textOf(member.values, 'sex');
  return written === '男' || written === '女' ? written : (sexOf(identityOf(member)) ?? '');
}

const men = new Set(['之子', '之女婿', '之孙子', '之外孙子', '之父', '之岳父', '之公公', '之祖父', '之外祖父', '之曾孙子', '之侄儿']);
const women = new Set(['之女', '之儿媳', '之孙女', '之外孙女', '之母', '之岳母', '之婆婆', '之祖母', '之外祖母', '之曾孙女', '之侄女', '之兄弟媳妇']);
const namesOf = (members: readonly MemberFacts[]): string => members.map(nameOf).join('、');

/** Who lives together, and where. */
export const householdRules: readonly Rule[] = [
  {
    number: 'R021', grade: 'E', title: '没有户主', why: '户主去世或迁出后没有更换', remedy: '请在成员中确定新的户主',
    *problems(household) {
      const members = present(household);
      if (members.length > 0 && !members.some((member) => relationOf(member) === '户主')) yield { field: 'relation', message: `${members.length} 个成员里没有户主` };
    },
  },
  {
    number: 'R022', grade: 'E', title: '不止一个户主', why: '一户只有一个户主', remedy: '请只留一个户主，改正其他人与户主的关系',
    *problems(household) {
      const heads = present(household).filter((member) => relationOf(member) === '户主');
      if (heads.length > 1) yield { field: 'relation', message: `有 ${heads.length} 个户主：${namesOf(heads)}` };
    },
  },
  {
    number: 'R023', grade: 'E', title: '不止一个配偶', why: '户主只有一个配偶', remedy: '请核对与户主关系',
    *problems(household) {
      const spouses = present(household).filter((member) => relationOf(member) === '配偶');
      if (spouses.length > 1) yield { field: 'relation', message: `有 ${spouses.length} 个配偶：${namesOf(spouses)}` };
    },
  },
  {
    number: 'R024', grade: 'E', title: '户主和配偶性别相同', why: '关系或性别写错', remedy: '请核对性别和与户主关系',
    *problems(household) {
      const members = present(household);
      const head = members.find((member) => relationOf(member) === '户主');
      if (!head) return;
      const sex = sexOfMember(head);
      for (const spouse of members) {
        if (relationOf(spouse) === '配偶' && sex !== '' && sexOfMember(spouse) === sex) yield { member: spouse, field: 'sex', message: `和户主${nameOf(head)}都是${sex}` };
      }
    },
  },
  ofMembers({
    number: 'R025', grade: 'E', title: '与户主关系和性别不符', why: '关系或性别写错', remedy: '请核对性别和与户主关系',
    problem(member) {
      const relation = relationOf(member);
      const sex = sexOfMember(member);
      const wrong = (men.has(relation) && sex === '女') || (women.has(relation) && sex === '男');
      return wrong ? { field: 'relation', message: `与户主关系是${relation}，性别是${sex}` } : undefined;
    },
  }),
  ofMembers({
    number: 'R026', grade: 'E', title: '与户主关系空着', why: '不知道是户里的什么人', remedy: '请填写与户主关系',
    problem: (member) => (relationOf(member) === '' && !isGone(member) ? { field: 'relation', message: '没有填写与户主关系' } : undefined),
  }),
  {
    number: 'R035', grade: 'E', title: '行政村不在本区名录里', why: '村名写法不一，按村汇总和打印时会漏', remedy: '请改成名录里的村名；确有此村时，请在设置里加上',
    *problems(household, { villages }) {
      const village = textOf(household.values, 'village');
      if (village === '' || villages.size === 0) return;
      const town = textOf(household.values, 'town');
      if (!villages.has(`${town} ${village}`)) yield { field: 'village', message: `${town}${village} 不在本区的村名录里` };
    },
  },
];
