import type { Area } from '../../../shared/contract/registers.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Values } from '../../../shared/register/facts.ts';
import { presetAreas } from '../registers/preset-areas.ts';
import { Draw } from './draw.ts';
import { familyPlans, type FamilyPlan } from './family-plan.ts';
import { inventIncome, inventPerCapita } from './invent-income.ts';
import { inventMember, type InventedMember } from './invent-member.ts';
import { inventKin, inventName, inventPhone } from './invent-people.ts';

/** One invented household: what stays, what goes by year, its members (head first), who helps it. */
export interface InventedHousehold {
  readonly values: Values;
  readonly years: Readonly<Record<SampleYear, Values>>;
  readonly members: readonly InventedMember[];
  readonly helper: Values;
}

export const sampleYears = [2019, 2020] as const;
export type SampleYear = (typeof sampleYears)[number];

interface Place {
  readonly town: string;
  readonly village: string;
}

function villagesOf(areas: readonly Area[]): Place[] {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  return areas
    .filter((area) => area.level === 'village' && area.short.endsWith('村'))
    .map((area) => ({ town: byCode.get(area.parent ?? '')?.short ?? '', village: area.short }));
}

const units = ['区水利局', '区农业农村局', '区教育局', '区卫生健康局', '区民政局', '区住房和城乡建设局', '区财政局', '区残疾人联合会'];
const posts = ['局长', '副局长', '科长', '科员', '主任'];

function inventHelpers(draw: Draw): Values[] {
  const taken = new Set<string>();
  return Array.from({ length: 36 }, (_, at) => ({
    helperName: inventName(draw, draw.pick(['周', '吴', '郑', '冯', '陈', '褚', '卫', '蒋', '沈', '韩', '杨']), draw.pick(['男', '女']), 45, taken),
    helperUnit: units[at % units.length] ?? null,
    helperPost: draw.pick(posts),
    helperPhone: inventPhone(9000 + at),
    helpFrom: '2018-03-01',
    helpUntil: '2020-12-31',
    stationed: at % 9 === 0 ? '是' : '否',
  }));
}

function causeOf(draw: Draw, plan: FamilyPlan): string {
  if (plan.students > 0) return '因学';
  return plan.disabled ? '因残' : draw.pick(['因病', '因病', '缺劳力', '缺技术', '自身发展动力不足']);
}

const kindOf = { dibao: '低保贫困户', tekun: '特困供养贫困户', none: '一般贫困户' } as const;

/** Living and producing conditions: the same in both years. */
function inventConditions(draw: Draw, plan: FamilyPlan): Record<string, Stored> {
  const farmland = draw.whole(4, 40) / 4;
  // Everybody has some land given back to forest, for everybody may get 生态补偿金; it counts among the forest.
  const returnedForest = draw.chance(0.3) ? draw.whole(1, 12) / 2 : 0.5;
  return {
    farmland,
    irrigatedLand: 0,
    waterSurface: 0,
    returnedForest,
    orchard: draw.chance(0.4) ? draw.whole(1, 8) / 2 : 0,
    pasture: 0,
    forest: returnedForest + draw.whole(0, 20) / 2,
    cooperative: draw.chance(0.4) ? '是' : '否',
    leadingFirm: draw.chance(0.2) ? '是' : '否',
    entrepreneurLed: draw.chance(0.1) ? '是' : '否',
    productionPower: '是',
    livingPower: '是',
    broadcast: '是',
    roadDistance: draw.whole(1, 30) / 10,
    roadKind: draw.pick(['水泥路', '水泥路', '沥青路', '砂石路']),
    houseArea: draw.whole(8, 18) * 5 + plan.size * 5,
    dangerousHouse: '否',
    toilet: draw.chance(0.7) ? '是' : '否',
    fuel: draw.pick(['柴草', '柴草', '煤炭', '清洁能源']),
    waterDifficulty: '否',
    safeWater: '是',
  };
}

function measuresOf(plan: FamilyPlan, workers: number): string {
  const measures = ['产业分红', plan.secured === 'none' ? '' : '低保兜底', plan.disabled ? '残疾人两项补贴' : '', plan.students > 0 ? '教育资助' : '', workers > 0 ? '就业帮扶' : '', '健康扶贫'];
  return measures.map((measure) => (measure === '低保兜底' && plan.secured === 'tekun' ? '特困供养' : measure)).filter((measure) => measure !== '').join('、');
}

/** The invented register, the same every time: 111 households, 208 people in the villages of 明山区. */
export function inventRegister(): InventedHousehold[] {
  const draw = new Draw(20_200_331);
  const villages = villagesOf(presetAreas());
  const helpers = inventHelpers(draw);
  const names = new Set<string>();
  const plans = draw.shuffled(familyPlans);
  const homes = plans.map(() => draw.whole(0, villages.length - 1)).sort((a, b) => a - b);
  let people = 0;
  return plans.map((plan, at) => {
    const place = villages[homes[at] ?? 0] ?? { town: '', village: '' };
    const householdNo = `9905040${String(at + 1).padStart(4, '0')}`;
    const kin = inventKin(draw, plan);
    // One person of a disabled household has the certificate; the second, in some, too.
    const disabled = new Set<number>(plan.disabled ? [draw.whole(0, Math.min(1, kin.length - 1)), ...(kin.length > 2 && draw.chance(0.3) ? [2] : [])] : []);
    const cause = causeOf(draw, plan);
    const members = kin.map((person, order) => {
      people++;
      const name = inventName(draw, person.surname, person.sex, person.age, names);
      return inventMember(draw, { person, name, people, plan, cause, disabled: disabled.has(order), memberNo: `${householdNo}${String(order + 1).padStart(2, '0')}` });
    });
    const [head] = members;
    const workers = members.filter((member) => (member.years[2020]['workMonths'] ?? 0) !== 0).length;
    const earning = { plan, old: kin.filter((person) => person.age >= 61).length, workers };
    const perCapita = inventPerCapita(draw, plan);
    const conditions = inventConditions(draw, plan);
    const yearly = (year: SampleYear): Values => ({
      ...conditions,
      ...inventIncome(draw, earning, year === 2019 ? perCapita.y2019 : perCapita.y2020),
      householdSize: plan.size,
      liftState: '已脱贫（享受政策）',
      householdKind: kindOf[plan.secured],
      mainCause: cause,
      secondCause: plan.disabled ? '缺劳力' : null,
      riskCleared: null,
      helpKind: plan.secured === 'none' ? '开发式帮扶' : '保障性扶贫',
      helpMeasures: measuresOf(plan, workers),
    });
    return {
      values: {
        province: '辽宁省',
        city: '本溪市',
        county: '明山区',
        ...place,
        group: draw.pick(['一组', '二组', '三组', '四组']),
        householdNo,
        headName: head?.values['name'] ?? null,
        headIdentityNo: head?.values['identityNo'] ?? null,
        headNo: head?.values['memberNo'] ?? null,
        householdPhone: inventPhone(at + 1),
        villageOfficePhone: `024990${String(homes[at] ?? 0).padStart(5, '0')}`,
        bankName: '农村信用社',
        bankCard: `9999990${String(at + 1).padStart(12, '0')}`,
        standard: draw.chance(0.6) ? '国家标准' : '省定标准',
        firstIdentified: draw.pick(['2014-01', '2015-12', '2016-11', '2017-11']),
        liftYear: draw.pick([2016, 2017, 2018, 2019]),
        militaryFamily: '否',
      },
      years: { 2019: yearly(2019), 2020: yearly(2020) },
      members,
      helper: draw.pick(helpers),
    };
  });
}
