import type { Home } from '../home.ts';
import { ofHomes, ofRecords, type Problem, type Rule } from '../rule.ts';

const area = (value: number): string => String(Math.round(value * 100) / 100);

/** A measure by heads beyond what is likely. */
function eachMore(home: Home, key: string, label: string, most: number | null): Problem | undefined {
  const whole = home.number(key);
  const { size } = home;
  if (whole === null || most === null || size <= 0 || whole / size <= most) return undefined;
  return { field: key, message: `${label} ${area(whole)} 亩、${size} 人，人均 ${area(whole / size)} 亩` };
}

/** Land, house and where one lives. */
export const livingRules: readonly Rule[] = [
  ofHomes({
    id: 'R130-1', grade: 'W', title: '人均耕地太多', why: '多半是单位写错', remedy: '请核对耕地面积和人口', source: '信息采集要求', reads: ['farmland'], may: ['householdSize', 'yearSize'],
    problem: (home, { limits }) => eachMore(home, 'farmland', '耕地', limits.farmlandEachMost),
  }),
  ofHomes({
    id: 'R130-2', grade: 'W', title: '人均林地太多', why: '多半是单位写错', remedy: '请核对林地面积和人口', source: '信息采集要求', reads: ['forest'], may: ['householdSize', 'yearSize'],
    problem: (home, { limits }) => eachMore(home, 'forest', '林地', limits.forestEachMost),
  }),
  ofHomes({
    id: 'R131', grade: 'W', title: '退耕面积比林地加牧草地还大', why: '退耕的地已经是林地或牧草地', remedy: '请核对三项面积', source: '核查程序', reads: ['returnedForest', 'forest', 'pasture'],
    problem(home) {
      const [returned, forest, pasture] = [home.number('returnedForest'), home.number('forest'), home.number('pasture')];
      return returned !== null && forest !== null && pasture !== null && returned > forest + pasture && { field: 'returnedForest', message: `退耕还林 ${area(returned)} 亩，林地和牧草地共 ${area(forest + pasture)} 亩` };
    },
  }),
  ofRecords({
    id: 'R135', grade: 'W', ledger: 'houseRebuild', title: '有危改补助，房子还是 C、D 级', why: '没有竣工，或级别没有更新', remedy: '请核对竣工日期和危房级别', source: '方案 S67', reads: ['ledger:houseRebuild', 'houseLevel|dangerousHouse'],
    problem({ values }, home) {
      const paid = Number(values['houseRebuild.paid'] ?? 0);
      const bad = /^[CD]/.test(home.text('houseLevel')) || home.yes('dangerousHouse');
      return paid > 0 && bad && (values['houseRebuild.finishedOn'] ?? null) === null && { field: 'houseLevel', message: `已发危改补助，没有竣工日期，${home.blank('houseLevel') ? '仍是危房户' : `危房级别是${home.text('houseLevel')}`}` };
    },
  }),
  ofRecords({
    id: 'R136-1', grade: 'E', ledger: 'houseRebuild', title: '没竣工就入住', why: '未完工的房子不安全', remedy: '请核对竣工日期和入住日期', source: '方案 S68', reads: ['houseRebuild.movedOn'], may: ['houseRebuild.finishedOn'],
    problem({ values }) {
      const [finished, moved] = [String(values['houseRebuild.finishedOn'] ?? ''), String(values['houseRebuild.movedOn'] ?? '')];
      return moved !== '' && (finished === '' || moved < finished) && { field: 'houseRebuild.movedOn', message: `${moved} 入住，竣工日期：${finished || '空'}` };
    },
  }),
  ofRecords({
    id: 'R136-2', grade: 'E', ledger: 'houseRebuild', title: '过了 10 月还没入住', why: '危改户要在 10 月底前安全入住', remedy: '请住建局督促入住，补填入住日期', source: '方案 S68', reads: ['ledger:houseRebuild'],
    problem: ({ values }, home, { today }) => today > `${home.year}-10-31` && (values['houseRebuild.movedOn'] ?? null) === null && { field: 'houseRebuild.movedOn', message: `${home.year} 年 10 月底已过，没有入住日期` },
  }),
  ofHomes({
    id: 'R137', grade: 'I', title: '人均住房面积偏小', why: '不到 13 平方米，拥挤', remedy: '请核对住房面积和人口', source: '填报要求', reads: ['houseArea'], may: ['householdSize', 'yearSize'],
    problem(home, { limits }) {
      const house = home.number('houseArea');
      const { size } = home;
      if (house === null || house <= 0 || size <= 0 || house / size >= (limits.houseEachLeast ?? 0)) return undefined;
      return { field: 'houseArea', message: `住房 ${area(house)} 平方米、${size} 人，人均 ${area(house / size)} 平方米` };
    },
  }),
];
