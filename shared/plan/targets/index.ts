import { educationAndJobTargets } from './education-and-jobs.ts';
import { goalAndIndustryTargets } from './goals-and-industry.ts';
import { healthAndHousingTargets } from './health-and-housing.ts';
import { qualityTargets } from './quality.ts';
import { securityAndLivingTargets } from './security-and-living.ts';
import { societyAndMoneyTargets } from './society-and-money.ts';
import type { Target } from './target.ts';

/** How every row of the plan is measured, one declaration a row, in the order of the plan. */
export const targets: readonly Target[] = [...goalAndIndustryTargets, ...healthAndHousingTargets, ...educationAndJobTargets, ...securityAndLivingTargets, ...societyAndMoneyTargets, ...qualityTargets]
  .toSorted((a, b) => (a.row < b.row ? -1 : 1));

if (new Set(targets.map(({ row }) => row)).size !== targets.length) throw new Error('Two targets measure one row');
