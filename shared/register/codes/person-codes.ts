import type { CodeList } from '../../fields/code.ts';

/** Dictionaries of the person sheets: numbers and 2018 wording from the national dictionary, 2021 wording beside it. */
export const relation: CodeList = {
  name: '与户主关系',
  values: [
    { value: '户主', code: '01', also: ['本人或户主', '本人', '户主本人'] },
    { value: '配偶', code: '02', also: ['之配偶', '妻', '妻子', '丈夫', '夫'] },
    { value: '之子', code: '03', also: ['儿子', '子', '长子', '次子', '三子'] },
    { value: '之女', code: '04', also: ['女儿', '女', '长女', '次女', '三女'] },
    { value: '之儿媳', code: '05', also: ['儿媳'] },
    { value: '之女婿', code: '06', also: ['女婿'] },
    { value: '之孙子', code: '07', also: ['孙子'] },
    { value: '之孙女', code: '08', also: ['孙女'] },
    { value: '之外孙子', code: '09', also: ['外孙子', '外孙'] },
    { value: '之外孙女', code: '10', also: ['外孙女'] },
    { value: '之父', code: '11', also: ['父亲', '父'] },
    { value: '之母', code: '12', also: ['母亲', '母'] },
    { value: '之岳父', code: '13', also: ['岳父'] },
    { value: '之岳母', code: '14', also: ['岳母'] },
    { value: '之公公', code: '15', also: ['公公'] },
    { value: '之婆婆', code: '16', also: ['婆婆'] },
    { value: '之祖父', code: '17', also: ['祖父'] },
    { value: '之祖母', code: '18', also: ['祖母'] },
    { value: '之外祖父', code: '19', also: ['外祖父'] },
    { value: '之外祖母', code: '20', also: ['外祖母'] },
    { value: '之兄弟姐妹', also: ['兄弟姐妹', '兄弟', '姐妹', '兄', '弟', '姐', '妹'], from: 2021 },
    { value: '之曾孙子', also: ['曾孙子'], from: 2021 },
    { value: '之曾孙女', also: ['曾孙女'], from: 2021 },
    { value: '之侄儿', also: ['侄儿', '侄子'], from: 2021 },
    { value: '之侄女', also: ['侄女'], from: 2021 },
    { value: '之兄弟媳妇', also: ['兄弟媳妇'], from: 2021 },
    { value: '之叔伯', also: ['叔伯'], from: 2021 },
    { value: '其他', code: '99' },
  ],
};

export const sex: CodeList = {
  name: '性别',
  values: [
    { value: '男', code: '1', also: ['男性'] },
    { value: '女', code: '2', also: ['女性'] },
    { value: '未说明', code: '9', also: ['未说明的性别'] },
  ],
};

export const certificate: CodeList = {
  name: '证件类型',
  values: [
    { value: '居民身份证', code: '01', also: ['居民身份证（户口簿）', '身份证', '居民身份证(户口簿)', '户口簿'] },
    { value: '军官证', code: '03' },
    { value: '残疾人证', code: '09', also: ['残疾证'] },
  ],
};

export const education: CodeList = {
  name: '文化程度',
  values: [
    { value: '文盲或半文盲', code: '01', also: ['文盲', '文盲(或半文盲)', '半文盲'] },
    { value: '小学', code: '02' },
    { value: '初中', code: '03' },
    { value: '高中', code: '04' },
    { value: '大专', from: 2021 },
    { value: '本科及以上', also: ['本科', '大学本科'], from: 2021 },
    { value: '大专及以上', code: '05', covers: ['大专', '本科及以上'], until: 2020 },
    { value: '学龄前儿童', code: '06', until: 2020 },
  ],
};

const stage = (stem: string, years: string, codes: readonly string[], also: (year: string) => string[]) =>
  [...years].map((year, at) => ({
    value: `${stem}${year}年级`,
    ...(codes[at] === undefined ? {} : { code: codes[at] }),
    also: [`${stem}${year}`, ...also(year)],
  }));

export const schooling: CodeList = {
  name: '在校生状况',
  values: [
    { value: '非在校生', code: '01', also: ['不在校', '否'] },
    { value: '学龄前儿童', from: 2021 },
    { value: '学前教育', code: '02', also: ['幼儿园'] },
    { value: '小学', code: '03', also: ['小学在校'] },
    { value: '七年级', code: '04', also: ['初一', '初中一年级'] },
    { value: '八年级', code: '05', also: ['初二', '初中二年级'] },
    { value: '九年级', code: '06', also: ['初三', '初中三年级'] },
    ...stage('普通高中', '一二三', ['07', '08', '09'], (year) => [`高中${year}年级`, `高${year}`]),
    ...stage('中职', '一二三', ['10', '11', '12'], (year) => [`中职${year}`, `中等职业学校${year}年级`]),
    ...stage('高职高专', '一二三', ['13', '14', '15'], (year) => [`高职${year}年级`, `高职${year}`]),
    ...stage('技师学院', '一二三四', [], () => []),
    ...stage('本科', '一二三四五', [], (year) => [`大学${year}年级`]),
    { value: '硕士研究生及以上', also: ['研究生', '硕士及以上'], from: 2021 },
    {
      value: '大专及以上',
      code: '16',
      until: 2020,
      covers: [
        ...['一', '二', '三'].map((year) => `高职高专${year}年级`),
        ...['一', '二', '三', '四'].map((year) => `技师学院${year}年级`),
        ...['一', '二', '三', '四', '五'].map((year) => `本科${year}年级`),
        '硕士研究生及以上',
      ],
    },
  ],
};

export const health: CodeList = {
  name: '健康状况',
  several: true,
  values: [
    { value: '健康', code: '01', also: ['健康或良好'] },
    { value: '长期慢性病', code: '02', also: ['慢性病', '患有长期慢性病'] },
    { value: '患有大病', code: '03', also: ['大病', '患大病'] },
    { value: '残疾', code: '04', also: ['残疾人'] },
  ],
};

export const labour: CodeList = {
  name: '劳动技能',
  values: [
    { value: '普通劳动力', code: '01', also: ['普通劳动能力'] },
    { value: '技能劳动力', code: '02' },
    { value: '丧失劳动力', code: '03', also: ['丧失劳动能力'] },
    { value: '无劳动力', code: '04', also: ['无劳动能力'] },
    { value: '弱劳动力或半劳动力', also: ['弱劳动力', '半劳动力', '弱劳动力半劳动力'], from: 2019 },
  ],
};

export const politics: CodeList = {
  name: '政治面貌',
  values: [
    { value: '中共党员', code: '01', also: ['党员'] },
    { value: '中共预备党员', code: '02', also: ['预备党员'] },
    { value: '共青团员', code: '03', also: ['团员'] },
    { value: '民革会员', code: '04', also: ['民革党员', '民革'] },
    { value: '民盟盟员', code: '05', also: ['民盟'] },
    { value: '民建会员', code: '06', also: ['民建'] },
    { value: '民进会员', code: '07', also: ['民进'] },
    { value: '农工党党员', code: '08', also: ['农工', '农工党'] },
    { value: '致公党党员', code: '09', also: ['致公', '致公党'] },
    { value: '九三学社社员', code: '10', also: ['九三', '九三学社'] },
    { value: '台盟盟员', code: '11', also: ['台盟'] },
    { value: '无党派民主人士', code: '12', also: ['无党派', '无党派人士'] },
    { value: '群众', code: '13', also: ['普通群众'] },
  ],
};

export const workArea: CodeList = {
  name: '务工区域',
  values: [
    { value: '乡（镇）内务工', code: '01', also: ['乡镇内', '乡内', '乡(镇)内', '乡镇内务工'] },
    { value: '乡（镇）外县内务工', code: '02', also: ['乡镇外县内', '县内', '乡(镇)外县内', '乡镇外县内务工'] },
    { value: '县外省内务工', code: '03', also: ['县外省内', '省内县外'] },
    { value: '省外务工', code: '04', also: ['省外'] },
    { value: '未务工', also: ['无', '未外出'] },
    { value: '其他', code: '99' },
  ],
};

export const memberState: CodeList = {
  name: '成员状态',
  values: [
    { value: '正常', code: '1', also: ['有效'] },
    { value: '死亡', code: '2' },
    { value: '转出', code: '3' },
    { value: '转入', code: '4' },
    { value: '减少', code: '5', also: ['自然减少'] },
    { value: '删除', code: '9' },
    { value: '清退', code: '10' },
  ],
};

export const disabilityKind: CodeList = {
  name: '残疾类别',
  several: true,
  values: [
    { value: '视力残疾', code: '1', also: ['视力'] },
    { value: '听力残疾', code: '2', also: ['听力'] },
    { value: '言语残疾', code: '3', also: ['言语', '语言残疾'] },
    { value: '肢体残疾', code: '4', also: ['肢体'] },
    { value: '智力残疾', code: '5', also: ['智力'] },
    { value: '精神残疾', code: '6', also: ['精神'] },
    { value: '多重残疾', code: '7', also: ['多重'] },
  ],
};
