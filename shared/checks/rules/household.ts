import { ofHomes, ofPeople, type Rule } from '../rule.ts';
import { namesOf, othersOf, partOf } from '../words.ts';

const men = new Set(['之子', '之女婿', '之孙子', '之外孙子', '之父', '之岳父', '之公公', '之祖父', '之外祖父', '之曾孙子', '之侄儿']);
const women = new Set(['之女', '之儿媳', '之孙女', '之外孙女', '之母', '之岳母', '之婆婆', '之祖母', '之外祖母', '之曾孙女', '之侄女', '之兄弟媳妇']);
const children = new Set(['之子', '之女']);
const parents = new Set(['之父', '之母']);
const mobile = /^1[3-9]\d{9}$/;

/** Who lives together, how they are reached, and where. */
export const householdRules: readonly Rule[] = [
  ofHomes({
    id: 'R021', grade: 'E', title: '没有户主', why: '户主去世或迁出后没有更换', remedy: '请在成员中确定新的户主', source: '核查程序、信息采集要求', reads: ['relation'],
    problem: ({ present }) => present.length > 0 && !present.some(({ relation }) => relation === '户主') && { field: 'relation', message: `${present.length} 个成员里没有户主` },
  }),
  ofHomes({
    id: 'R022', grade: 'E', title: '不止一个户主', why: '一户只有一个户主', remedy: '请只留一个户主，改正其他人与户主的关系', source: '核查程序', reads: ['relation'],
    problem({ present }) {
      const heads = present.filter(({ relation }) => relation === '户主');
      return heads.length > 1 && { field: 'relation', message: `有 ${heads.length} 个户主：${namesOf(heads)}` };
    },
  }),
  ofHomes({
    id: 'R023', grade: 'E', title: '不止一个配偶', why: '户主只有一个配偶', remedy: '请核对与户主关系', source: '核查程序', reads: ['relation'],
    problem({ present }) {
      const spouses = present.filter(({ relation }) => relation === '配偶');
      return spouses.length > 1 && { field: 'relation', message: `有 ${spouses.length} 个配偶：${namesOf(spouses)}` };
    },
  }),
  ofPeople({
    id: 'R024', grade: 'E', title: '户主和配偶性别相同', why: '关系或性别写错', remedy: '请核对性别和与户主关系', source: '核查程序、信息采集要求', reads: ['relation'], may: ['sex', 'identityNo'],
    problem(person) {
      if (person.relation !== '配偶') return undefined;
      const { head } = person.home;
      const sex = head?.sex ?? '';
      return sex !== '' && person.sex === sex && { field: 'sex', message: `和户主${head?.name ?? ''}都是${sex}` };
    },
  }),
  ofPeople({
    id: 'R025', grade: 'E', title: '与户主关系和性别不符', why: '关系或性别写错', remedy: '请核对性别和与户主关系', source: '核查程序、信息采集要求', reads: ['relation'], may: ['sex', 'identityNo'], everybody: true,
    problem(person) {
      const { relation } = person;
      if (!men.has(relation) && !women.has(relation)) return undefined;
      const wrong = men.has(relation) ? '女' : '男';
      return person.sex === wrong && { field: 'relation', message: `与户主关系是${relation}，性别是${wrong}` };
    },
  }),
  ofPeople({
    id: 'R026', grade: 'E', title: '与户主关系空着', why: '不知道是户里的什么人', remedy: '请填写与户主关系', source: '核查程序', reads: ['relation'],
    problem: ({ relation }) => relation === '' && { field: 'relation', message: '没有填写与户主关系' },
  }),
  ofPeople({
    id: 'R027', grade: 'W', title: '父母子女年龄不合常理', why: '子女比户主大、父母比户主小，或相差太少，多半关系写反了', remedy: '请核对出生日期和与户主关系', source: '本办', reads: ['relation', 'birthDate'], may: ['identityNo'],
    problem({ relation, age, home }, { limits }) {
      const head = home.head?.age ?? null;
      const gap = limits.parentGap;
      if (age === null || head === null || gap === null) return undefined;
      const apart = children.has(relation) ? head - age : parents.has(relation) ? age - head : null;
      return apart !== null && apart < gap && { field: 'relation', message: `与户主关系是${relation}，本人 ${age} 岁，户主 ${head} 岁` };
    },
  }),
  ofPeople({
    id: 'R028', grade: 'W', title: '户主未满 16 岁', why: '户主去世后没有换成监护人，或关系写错', remedy: '请核对户主和出生日期', source: '本办', reads: ['relation', 'birthDate'], may: ['identityNo'],
    problem: ({ relation, age }, { limits }) => relation === '户主' && age !== null && age < (limits.headAge ?? 0) && { field: 'relation', message: `户主 ${age} 岁` },
  }),
  ofHomes({
    id: 'R029', grade: 'W', title: '独居的未成年人', why: '一人户未满 16 岁，没有监护人', remedy: '请核对家庭成员，落实监护人', source: '本办', reads: ['birthDate'], may: ['identityNo'],
    problem({ present }, { limits }) {
      const [only] = present;
      return only !== undefined && present.length === 1 && only.age !== null && only.age < (limits.headAge ?? 0) && { member: only, field: '', message: `户里只有${only.name}一人，${only.age} 岁` };
    },
  }),
  ofHomes({
    id: 'R030', grade: 'W', title: '户联系电话空着或不是 11 位', why: '联系不上', remedy: '请问清后填写', source: '核查程序', reads: ['householdPhone'],
    problem(home) {
      const phone = home.text('householdPhone');
      if (phone === '') return { field: 'householdPhone', message: '没有填写户联系电话' };
      return !/^\d{11}$/.test(phone.replaceAll('-', '')) && { field: 'householdPhone', message: `户联系电话 ${partOf(phone)} 有 ${phone.length} 位` };
    },
  }),
  ofPeople({
    id: 'R031', grade: 'W', title: '手机号不成立', why: '手机号是 1 开头、第二位 3 至 9 的 11 位数', remedy: '请问清后填写', source: '核查程序', reads: ['memberPhone'],
    problem(person) {
      const phone = person.text('memberPhone');
      return phone !== '' && !mobile.test(phone) && { field: 'memberPhone', message: `成员联系电话 ${partOf(phone)} 不是手机号` };
    },
  }),
  ofHomes({
    id: 'R032', grade: 'I', title: '几户留了同一个电话', why: '常是帮扶干部自己的号码', remedy: '请换成本户的电话', source: '核查程序', reads: ['householdPhone'],
    problem(home, { sharingPhone }) {
      const phone = home.text('householdPhone');
      const others = phone === '' ? null : othersOf(sharingPhone.get(phone), ({ householdId }) => householdId === home.id);
      return others && { field: 'householdPhone', message: `户联系电话 ${partOf(phone)} 还有 ${others.count} 户在用：${others.said(({ householdNo }) => householdNo || '（无编号）')}` };
    },
  }),
  ofHomes({
    id: 'R033', grade: 'I', title: '在外地务工的人留了同一个电话', why: '人在不同地方，电话应当是各自的', remedy: '请问清各人的电话', source: '核查程序', reads: ['memberPhone', 'workPlace'],
    problem({ present }) {
      const away = present.filter((person) => !person.blank('memberPhone') && !person.blank('workPlace'));
      const pairs = away.filter((person) => away.some((other) => other !== person && other.text('memberPhone') === person.text('memberPhone') && other.text('workPlace') !== person.text('workPlace')));
      return pairs.length > 0 && { field: 'memberPhone', message: `${namesOf(pairs)}务工地不同，留的是同一个电话` };
    },
  }),
  ofHomes({
    id: 'R034-1', grade: 'W', title: '银行卡号位数不对', why: '银行卡号是 16 至 19 位', remedy: '请按存折或卡核对', source: '常见错误', reads: ['bankCard'],
    problem(home) {
      const card = home.text('bankCard');
      return card !== '' && !/^\d{16,19}$/.test(card) && { field: 'bankCard', message: `银行卡号 ${partOf(card)} 有 ${card.length} 位` };
    },
  }),
  ofHomes({
    id: 'R034-2', grade: 'W', title: '两户用同一张银行卡', why: '补助会发到别户', remedy: '请按存折或卡核对', source: '本办', reads: ['bankCard'],
    problem(home, { sharingCard }) {
      const card = home.text('bankCard');
      const others = card === '' ? null : othersOf(sharingCard.get(card), ({ householdId }) => householdId === home.id);
      return others && { field: 'bankCard', message: `银行卡号 ${partOf(card)} 也是户 ${others.said(({ householdNo }) => householdNo || '（无编号）')} 的` };
    },
  }),
  ofHomes({
    id: 'R035', grade: 'E', title: '行政村不在本区名录里', why: '村名写法不一，按村汇总和打印时会漏', remedy: '请改成名录里的村名；确有此村时，请在设置里加上', source: '核查程序', reads: ['village'], may: ['town'],
    problem(home, { villages }) {
      const village = home.text('village');
      if (village === '' || villages.size === 0) return undefined;
      const town = home.text('town');
      return !villages.has(`${town} ${village}`) && { field: 'village', message: `${town}${village} 不在本区的村名录里` };
    },
  }),
];
