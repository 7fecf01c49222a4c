import type { Stored } from '../../../shared/fields/reading.ts';
import type { Draw } from './draw.ts';
import type { FamilyPlan } from './family-plan.ts';

/** What bears on a household's income. */
export interface Earning {
  readonly plan: FamilyPlan;
  /** People of 60 and more: the pension. */
  readonly old: number;
  readonly workers: number;
}

/** Yuan a head and year that the household is to come out at. */
export function inventPerCapita(draw: Draw, plan: FamilyPlan): { readonly y2019: number; readonly y2020: number } {
  if (plan.low) return { y2019: draw.whole(4300, 5600), y2020: draw.whole(5650, 5980) };
  const floor = plan.secured === 'tekun' ? 9200 : 6400;
  const y2020 = draw.whole(floor + 300, floor + 4200);
  return { y2019: Math.max(floor - 200, y2020 - draw.whole(200, 900)), y2020 };
}

/**
 * The income items of one year, in fen as the register stores them. Every sum holds to the fen: 转移性 and 财产性 of their
 * parts, 年收入 of the four kinds, 纯收入 = 年收入 − 生产经营性支出 = 人均 × 人口.
 */
export function inventIncome(draw: Draw, { plan, old, workers }: Earning, perCapita: number): Record<string, Stored> {
  const net = perCapita * plan.size;
  const dibao = plan.secured === 'dibao' ? Math.min(4560, Math.floor((perCapita * 0.55) / 12) * 12) * plan.size : 0;
  const tekun = plan.secured === 'tekun' ? 7800 * plan.size : 0;
  const pension = old * 1260;
  let rest = net - dibao - tekun;
  const pensionMoney = Math.min(pension, rest);
  rest -= pensionMoney;
  const take = (most: number): number => {
    const taken = Math.max(0, Math.min(most, rest));
    rest -= taken;
    return taken;
  };
  const ecologyMoney = take(draw.pick([0, 60, 120, 180]));
  const assetDividend = take(draw.pick([200, 300, 500]));
  const otherProperty = take(draw.pick([0, 0, 240, 400]));
  const familyPlanningMoney = take(plan.secured === 'none' && draw.chance(0.3) ? 960 : 0);
  const businessNet = take(workers > 0 ? draw.whole(400, 1800) : draw.whole(0, 500));
  const businessCost = Math.round(businessNet * 0.4);
  const wageIncome = workers > 0 ? take(rest) : 0;
  const otherTransfer = rest;
  const transferIncome = familyPlanningMoney + dibao + tekun + pensionMoney + ecologyMoney + otherTransfer;
  const propertyIncome = assetDividend + otherProperty;
  const businessIncome = businessNet + businessCost;
  const yuan = {
    wageIncome,
    businessIncome,
    propertyIncome,
    transferIncome,
    familyPlanningMoney,
    dibaoMoney: dibao,
    tekunMoney: tekun,
    pensionMoney,
    ecologyMoney,
    otherTransfer,
    assetDividend,
    otherProperty,
    businessCost,
    totalIncome: net + businessCost,
    netIncome: net,
    perCapitaIncome: perCapita,
  };
  return Object.fromEntries(Object.entries(yuan).map(([key, amount]) => [key, amount * 100]));
}
