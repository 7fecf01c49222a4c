/** From a year on, a value in the unit of its limit. */
export type Step = readonly [from: number, value: number];

/** A threshold that rules go by: lines, ages, ratios. It has a date, and an office may set it otherwise. */
export interface Limit {
  readonly label: string;
  readonly unit: '元' | '岁' | '%' | '个月' | '次' | '亩' | '公里' | '平方米' | '人' | '倍' | '个' | '天';
  /** Who says so. */
  readonly source: string;
  /** Oldest first; before the first there is none of it. */
  readonly steps: readonly Step[];
}

const always = (label: string, unit: Limit['unit'], value: number, source: string): Limit => ({ label, unit, source, steps: [[0, value]] });

/** Every threshold, as the office finds it. Money is in 元 here and in fen where rules compare it. */
export const limits = {
  nationalLine: { label: '国家扶贫标准（人均纯收入）', unit: '元', source: '国家当年标准', steps: [[2014, 2952], [2018, 2995], [2019, 3218], [2020, 4000]] },
  provincialLine: { label: '省定标准（人均纯收入）', unit: '元', source: '辽宁省 2020 年标准', steps: [[2020, 5000]] },
  officeLine: { label: '本区关注线（人均纯收入）', unit: '元', source: '明扶贫发〔2020〕1号：年人均纯收入 6000 元以下', steps: [[2020, 6000]] },
  monitoringLine: { label: '监测线（人均纯收入）', unit: '元', source: '辽宁省当年监测线；2020 年为国家标准的 1.5 倍', steps: [[2020, 5000], [2021, 6600], [2022, 7260]] },
  identifiedMost: always('识别时人均纯收入最多', '元', 20_000, '核查程序'),
  perCapitaMost: always('人均纯收入最多', '元', 100_000, '信息采集要求'),
  wageLeast: always('工资性收入最少', '元', 300, '核查程序'),
  wageMost: always('工资性收入最多', '元', 300_000, '核查程序'),
  monthWageLeast: always('务工月收入最少', '元', 400, '核查程序'),
  monthWageMost: always('务工月收入最多', '元', 30_000, '核查程序'),
  securityLeast: always('低保金、特困金全年最少', '元', 200, '核查程序'),
  pensionLeast: always('养老金全年最少', '元', 88, '核查程序'),
  familyPlanningLeast: always('计生金全年最少', '元', 100, '核查程序'),
  incomeFall: always('收入比上年最多下降', '%', 30, '本办'),
  incomeRise: always('收入比上年最多上升', '%', 100, '本办'),
  yieldLeast: always('产业项目收益率最低', '%', 10, '明扶贫发〔2020〕1号'),
  workAge: always('劳动年龄从', '岁', 16, '信息采集要求'),
  workAgeEnd: always('劳动年龄到', '岁', 59, '信息采集要求'),
  skillAgeEnd: always('须填劳动技能到', '岁', 64, '信息采集要求'),
  postAgeEnd: always('公益岗位年龄不到', '岁', 70, '核查程序'),
  headAge: always('户主年龄从', '岁', 16, '本办'),
  parentGap: always('父母子女年龄至少相差', '岁', 12, '本办'),
  schoolAge: always('义务教育年龄从', '岁', 6, '信息采集要求'),
  schoolAgeEnd: always('义务教育年龄到', '岁', 16, '信息采集要求'),
  studyAgeEnd: always('须填在校生状况到', '岁', 22, '信息采集要求'),
  preschoolEnd: always('应当离开学前的年龄', '岁', 7, '核查程序'),
  primaryAge: always('小学年龄从', '岁', 6, '核查程序'),
  primaryAgeEnd: always('小学年龄到', '岁', 14, '核查程序'),
  juniorAge: always('初中年龄从', '岁', 12, '核查程序'),
  juniorAgeEnd: always('初中年龄到', '岁', 17, '核查程序'),
  seniorAge: always('高中、中职年龄从', '岁', 15, '核查程序'),
  seniorAgeEnd: always('高中、中职年龄到', '岁', 20, '核查程序'),
  collegeAge: always('大专、本科年龄从', '岁', 18, '核查程序'),
  masterAge: always('研究生年龄从', '岁', 20, '核查程序'),
  landMost: always('耕地、牧草、水面最多', '亩', 100, '核查程序'),
  forestMost: always('林地、林果、退耕最多', '亩', 200, '核查程序'),
  farmlandEachMost: always('人均耕地最多', '亩', 50, '信息采集要求'),
  forestEachMost: always('人均林地最多', '亩', 70, '信息采集要求'),
  roadMost: always('与村主干路距离最多', '公里', 5, '核查程序'),
  houseEachLeast: always('人均住房面积最少', '平方米', 13, '有此标准的地方'),
  visitsLeast: always('每名帮扶责任人全年走访至少', '次', 4, '明扶贫发〔2020〕1号'),
  postKindsMost: always('一人公益岗位少于', '个', 3, '核查程序'),
  taperMonths: always('低保渐退最长', '个月', 12, '明扶贫发〔2020〕1号'),
  developMonths: always('开发式帮扶最迟实施', '个月', 6, '监测工作要求'),
  measureMonths: always('识别后最迟落实措施', '个月', 1, '监测工作要求'),
  postingDays: always('村级公示至少', '天', 5, '监测工作要求'),
  procedureDays: always('纳入程序最长', '天', 15, '监测工作要求'),
  clearMonths: always('识别后最早消除风险', '个月', 6, '监测工作要求'),
} satisfies Record<string, Limit>;

export type LimitKey = keyof typeof limits;
export const limitKeys = Object.keys(limits) as LimitKey[];
export const isLimitKey = (key: string): key is LimitKey => Object.hasOwn(limits, key);

/** What an office set: of a limit, from a year on. */
export interface LimitSet {
  readonly limit: LimitKey;
  readonly from: number;
  readonly value: number;
}

/** Every limit as it holds in a year, money in fen; null where there was none of it yet. */
export type Limits = Readonly<Record<LimitKey, number | null>>;

export function limitsIn(year: number, set: readonly LimitSet[] = []): Limits {
  const holds = (key: LimitKey): number | null => {
    const limit: Limit = limits[key];
    // What the office set comes after what it found, so that of one year's two the office's holds.
    const steps = [...limit.steps, ...set.filter((each) => each.limit === key).map(({ from, value }): Step => [from, value])];
    let last: Step | undefined;
    for (const step of steps) if (step[0] <= year && (!last || step[0] >= last[0])) last = step;
    if (!last) return null;
    return limit.unit === '元' ? Math.round(last[1] * 100) : last[1];
  };
  return Object.fromEntries(limitKeys.map((key) => [key, holds(key)])) as Record<LimitKey, number | null>;
}
