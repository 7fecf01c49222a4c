import { home, type Case } from '../support.ts';

const money = { wageIncome: 100_00, businessIncome: 50_00, propertyIncome: 30_00, transferIncome: 20_00, totalIncome: 200_00, businessCost: 40_00, netIncome: 160_00, perCapitaIncome: 80_00, householdSize: 2 };

export const incomeCases: readonly Case[] = [
  home('R106', '差两分；差一分是四舍五入', { ...money, totalIncome: 200_02 }, { ...money, totalIncome: 200_01 }),
  home('R107-1', '纯收入多写 1 元', { ...money, netIncome: 161_00 }, money),
  home('R107-2', '人均差 1 元多；差 1 元以内算对', { ...money, perCapitaIncome: 81_01 }, { ...money, perCapitaIncome: 81_00 }),
  home('R108-1', '各项合计 10 元，写的是 20 元', { transferIncome: 20_00, dibaoMoney: 10_00 }, { transferIncome: 20_00, dibaoMoney: 10_00, otherTransfer: 10_00 }),
  home('R108-2', '各项合计 15 元；各项都空着的不算', { propertyIncome: 20_00, assetDividend: 10_00, otherProperty: 5_00 }, { propertyIncome: 20_00 }),
];
