/** Stages of school, as lists of pupils and the register's 在校生状况 can be held against each other. */
export type SchoolStage = '学前' | '小学' | '初中' | '高中' | '中职' | '大学';

/** The finer word comes first: 小学附属幼儿园 is no 小学, 中职一年级 neither, and 高职 is no 高中. */
const stages: readonly (readonly [RegExp, readonly SchoolStage[]])[] = [
  [/学前|幼儿|[大中小托]班$/, ['学前']],
  [/中职|职高|职中|中专|中等职业|职业(高中|中学|中专)|技校|技工/, ['中职']],
  [/高职|高专|学院|大学|本科|大专|高等|高校|硕士|博士|研究生/, ['大学']],
  [/高中|高[一二三]/, ['高中']],
  [/初中|初[一二三]|[七八九]年级/, ['初中']],
  [/小学|[一二三四五六]年级/, ['小学']],
  [/义务教育/, ['小学', '初中']],
  [/中学/, ['初中', '高中']],
];

const notAtSchool = /^(非在校生|不在校|否|无|学龄前儿童)$/;

/** The stages that a text may mean: 中学 is either of two. Empty where it tells none. */
export const schoolStages = (text: string): readonly SchoolStage[] =>
  text === '' || notAtSchool.test(text) ? [] : (stages.find(([pattern]) => pattern.test(text))?.[1] ?? []);
