import type { Subject } from '../sheets/subject.ts';
import { tableOf } from '../sheets/table.ts';

/** What the value beside a condition is, where it takes one. */
type Beside = 'age' | 'grade' | 'frozenList';

/**
 * A condition that no single column can say: what the plan counts by, what the log and the checks know. Declared here with
 * its words; the core says how it is asked of the register (core/tables/group-conditions.ts).
 */
export interface GroupCondition {
  /** The clerk's word, as it stands on a chip. `of` is the value beside it, in words. */
  readonly label: (of: string) => string;
  /** Where "不是：" before it would be no word of a clerk's. */
  readonly otherwise?: string;
  /** What is counted, and what is not. */
  readonly about: string;
  /** Whose condition it is. One of people, asked of households, means "somebody in it". */
  readonly whose: 'person' | 'household' | 'row';
  readonly beside?: Beside;
}

export const groupKeys = ['ageFrom', 'ageUnder', 'atSchool', 'compulsory', 'disabled', 'disabledHousehold', 'secured', 'monitored', 'changedThisMonth', 'findings', 'frozenList', 'papers'] as const;
export type GroupKey = (typeof groupKeys)[number];

export const groupConditions: Readonly<Record<GroupKey, GroupCondition>> = {
  ageFrom: { label: (of) => `满 ${of} 周岁`, about: '到所看年度的 12 月 31 日满这个年龄；没有出生日期、已不在的人不算', whose: 'person', beside: 'age' },
  ageUnder: { label: (of) => `不满 ${of} 周岁`, about: '到所看年度的 12 月 31 日不满这个年龄；没有出生日期、已不在的人不算', whose: 'person', beside: 'age' },
  atSchool: { label: () => '在校生', about: '在校生状况填了学段；非在校生、学龄前儿童不算', whose: 'person' },
  compulsory: { label: () => '义务教育阶段学生', about: '在校生状况是小学、七年级、八年级、九年级', whose: 'person' },
  disabled: { label: () => '残疾人', about: '填了残疾类别，或者健康状况写着残疾', whose: 'person' },
  disabledHousehold: { label: () => '残疾人家庭', about: '户里至少有一个残疾人，全家都算', whose: 'household' },
  secured: { label: () => '低保或特困', about: '当年是否享受低保、是否特困供养，有一项是“是”', whose: 'person' },
  monitored: { label: () => '监测对象', about: '当年填了监测对象类别，风险还没有消除', whose: 'household' },
  changedThisMonth: { label: () => '本月有变动', about: '本月 1 日以来新增、改过的；改了又撤销的不算。户包括户里的人、帮扶和台账', whose: 'row' },
  findings: { label: (of) => (of === '' ? '有疑点' : `有疑点（${of}）`), about: '按核对规则查出疑点的；户包括户里的人', whose: 'row', beside: 'grade' },
  frozenList: { label: (of) => `在名单“${of}”里`, about: '冻结名单时在名单上的', whose: 'row', beside: 'frozenList' },
  papers: { label: () => '有材料', otherwise: '没有材料', about: '这一条记录存有照片、扫描件，或者记着纸质件的', whose: 'row' },
};

/** Whether a condition can be asked of a table at all: a project has no age. */
export function canAsk(key: GroupKey, subject: Subject): boolean {
  const { ledger } = tableOf(subject);
  if (key === 'papers') return (ledger?.papers ?? null) !== null;
  if (!ledger) return true;
  if (key === 'frozenList' || key === 'changedThisMonth') return true;
  return key !== 'findings' && ledger.about !== 'nobody';
}
