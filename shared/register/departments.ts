/** Whose word a sheet is. The office's own system is 扶贫办; the others send lists. */
export const departments = [
  '扶贫办', '民政局', '残联', '教育局', '医保局', '卫健局', '住建局', '人社局', '农业农村局', '水利局', '交通局', '财政局', '公安局', '街道', '其他',
] as const;
export type Department = (typeof departments)[number];

/**
 * Which department decides a value that two of them tell differently, by field key: earlier ones win. Who is not named
 * stands behind those who are. An office may order otherwise (the register's settings).
 */
export const usualPrecedence: Readonly<Record<string, readonly Department[]>> = {
  dibao: ['民政局'],
  tekun: ['民政局'],
  dibaoMoney: ['民政局'],
  tekunMoney: ['民政局'],
  disabilityKind: ['残联'],
  disabilityYear: ['残联'],
  schooling: ['教育局'],
  dropoutReason: ['教育局'],
  residentMedical: ['医保局'],
  employeeMedical: ['医保局'],
  seriousIllness: ['医保局'],
  medicalAid: ['医保局', '民政局'],
  residentPension: ['人社局'],
  employeePension: ['人社局'],
  dangerousHouse: ['住建局'],
  houseLevel: ['住建局'],
  safeWater: ['水利局'],
};

export type Precedence = Readonly<Record<string, readonly string[]>>;

/** Whether `one` decides a field against `other`: true, false, or null where the order says nothing about either. */
export function outranks(order: Precedence, field: string, one: string, other: string): boolean | null {
  const ranks = order[field];
  if (!ranks || ranks.length === 0 || one === other) return null;
  const [a, b] = [ranks.indexOf(one), ranks.indexOf(other)];
  if (a === b) return null;
  if (a < 0) return false;
  return b < 0 || a < b;
}
