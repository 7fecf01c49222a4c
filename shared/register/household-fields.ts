import { standard } from './codes/household-codes.ts';
import { fieldsOf } from './field.ts';

const place = fieldsOf('household', '地址');
const base = fieldsOf('household', '基本情况');
const head = fieldsOf('household', '户主');

/** What does not change with the year: sheets.md §1.1–1.3. */
export const householdFields = [
  place('province', '省', 'text', { also: ['省份', '行政省'], secret: 'public', width: 16 }),
  place('city', '市', 'text', { also: ['地市', '行政市'], secret: 'public', width: 16 }),
  place('county', '县', 'text', {
    also: ['县(市、区、旗)', '行政县', '县区', '县(区)', '区县', '旗区', '区'],
    secret: 'public',
    width: 18,
  }),
  place('town', '乡镇', 'text', { also: ['乡', '乡(镇)', '镇', '街道', '苏木乡', '乡镇(街道)', '办事处'], secret: 'public' }),
  place('village', '行政村', 'text', { also: ['村', '乡村', '噶查村', '村名', '村(社区)', '村别'], secret: 'public' }),
  place('group', '自然村', 'text', { also: ['组', '村民小组', '自然村(屯)', '屯', '组别'], secret: 'public', width: 18 }),
  base('householdNo', '户编号', 'digits', { also: ['家庭编号', '户口本号(户编号)', '贫困户编号', 'AAC001'] }),
  head('headName', '户主姓名', 'name', { also: ['户主', '贫困户姓名', 'AAC029'], secret: 'public', derived: 'head' }),
  head('headIdentityNo', '户主证件号码', 'identity', {
    also: ['户主证件', '户主身份证号', '户主身份证号码', '户主证件号', 'AAC031'],
    derived: 'head',
  }),
  head('headNo', '户主编号', 'digits', { also: ['户主个人编号', '户主人编号'], derived: 'head' }),
  base('householdPhone', '户联系电话', 'phone', { also: ['联系电话', '户主联系电话', '联系方式', '电话', 'AAR012'] }),
  base('villageOfficePhone', '村办公电话', 'phone'),
  base('bankName', '开户银行名称', 'text', { also: ['开户银行', '开户行', 'AAQ002'] }),
  base('bankCard', '银行卡号', 'card', { also: ['账号', '一卡通账号', '账户号码', '开户行账号', 'AAC004'] }),
  base('standard', '识别标准', standard, { also: ['贫困识别标准', 'AAC005'] }),
  base('firstIdentified', '首次识别时间', 'month', { also: ['识别时间', '户识别时间'] }),
  base('liftYear', '脱贫年度', 'year', { also: ['脱贫年份', '脱贫时间', 'AAC023'] }),
  base('militaryFamily', '是否军烈属', 'yesNo', { also: ['军烈属', 'AAC012'] }),
] as const;
