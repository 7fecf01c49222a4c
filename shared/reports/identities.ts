import { figureText } from './figure-text.ts';
import { unitsOf, type Ground } from './ground.ts';
import type { Asked, NumberColumn, Report, Unit } from './report.ts';

export interface BrokenIdentity {
  readonly says: string;
  readonly unit: Unit;
  readonly where: string;
}

/** Where an identity does not hold: unit by unit, so that two wrongs do not make a right. */
export function brokenIdentities(report: Report, ground: Ground): BrokenIdentity[] {
  const broken: BrokenIdentity[] = [];
  for (const { says, sheet: key, left, right } of report.identities ?? []) {
    const sheet = report.sheets.find((each) => each.key === key);
    if (sheet?.kind !== 'summary') throw new Error(`Report ${report.key} has no summary ${key}`);
    const columns = (keys: readonly string[]): NumberColumn[] =>
      keys.map((wanted) => {
        const found = sheet.columns.find((column) => column.key === wanted);
        if (found?.kind !== 'number') throw new Error(`Report ${report.key} has no number ${wanted}`);
        return found;
      });
    const [ofLeft, ofRight] = [columns(left), columns(right)];
    const { unit } = ofLeft[0] ?? { unit: '个' as const };
    for (const each of unitsOf(ground, sheet.of)) {
      const [a, b] = [sum(ofLeft, each, ground.asked), sum(ofRight, each, ground.asked)];
      if (a !== b) broken.push({ says, unit: each, where: `${each.label}：${figureText(a, unit)} ≠ ${figureText(b, unit)}` });
    }
  }
  return broken;
}

const sum = (columns: readonly NumberColumn[], unit: Unit, asked: Asked): number => columns.reduce((total, { weigh }) => total + weigh(unit, asked), 0);
