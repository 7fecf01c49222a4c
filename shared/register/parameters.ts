/** From a day on, a value in the parameter's unit. */
export type DatedStep = readonly [from: string, value: number];

export interface Parameter {
  readonly label: string;
  readonly unit: '元' | '%' | '倍' | '月' | '元/月' | '元/年';
  readonly source: string;
  /** As the plan has it, oldest first; what it does not say is empty until the office writes it. */
  readonly steps: readonly DatedStep[];
}

const document = '明扶贫发〔2020〕1号';
const always = (label: string, unit: Parameter['unit'], value: number): Parameter => ({ label, unit, source: document, steps: [['2020-01-01', value]] });

/** Rates and standards by the day from which they hold. An office sets others from a day on, with what says so. */
export const parameters = {
  dibaoStandard: { label: '农村低保标准', unit: '元/年', source: '区民政局文件', steps: [] },
  tekunStandard: { label: '农村特困基本生活标准', unit: '元/年', source: '区民政局文件', steps: [] },
  // The plan says 1200 元 a pupil and *month*, ten times what is usual elsewhere; it stands as the plan has it and its paper says so.
  kindergartenMonth: always('幼儿入园资助', '元/月', 1200),
  primaryBoarding: always('寄宿小学生补助', '元/年', 1000),
  juniorBoarding: always('寄宿初中生补助', '元/年', 1250),
  dayPupil: always('非寄宿学生补助', '元/年', 750),
  seniorAid: always('普通高中国家助学金', '元/年', 2000),
  vocationalAid: always('中职助学资金', '元/年', 3000),
  pensionPremium: { label: '城乡居民养老保险代缴标准', unit: '元/年', source: '区人力资源社会保障局文件', steps: [] },
  medicalPremium: { label: '城乡居民医保个人缴费', unit: '元/年', source: '区医保局文件', steps: [] },
} satisfies Record<string, Parameter>;

export type ParameterKey = keyof typeof parameters;
export const parameterKeys = Object.keys(parameters) as ParameterKey[];
export const isParameterKey = (key: string): key is ParameterKey => Object.hasOwn(parameters, key);

export interface ParameterSet {
  readonly of: ParameterKey;
  readonly from: string;
  readonly value: number;
}

/** The value that holds on a day; what the office set comes before what the plan has. */
export function parameterOn(key: ParameterKey, day: string, set: readonly ParameterSet[]): number | null {
  const { steps }: Parameter = parameters[key];
  let last: DatedStep | undefined;
  for (const step of [...steps, ...set.filter(({ of }) => of === key).map(({ from, value }): DatedStep => [from, value])]) if (step[0] <= day && (!last || step[0] >= last[0])) last = step;
  return last?.[1] ?? null;
}

/** An amount of money that holds on some day, in fen; null where nobody said one. */
export type Rate = (key: ParameterKey) => number | null;

export const rateOn = (day: string, set: readonly ParameterSet[] = []): Rate => (key) => {
  const value = parameterOn(key, day, set);
  return value === null ? null : Math.round(value * 100);
};
