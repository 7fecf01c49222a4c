import type { OwnColumn } from '../../../../shared/register/own/own-column.ts';
import { head, home, household, at, type Case } from '../support.ts';

const ownOf = (key: string, more: Partial<OwnColumn>): OwnColumn => ({ key, label: key, kind: 'count', group: '自设列', unit: null, secret: 'inside', also: [], choices: [], several: false, wanted: false, least: null, most: null, state: 'used', ...more });

const [wanted, ranged] = ['own.household.000001', 'own.member.000002'];

/** Columns that the office added; without them the rules about them have nothing to ask. */
export const ownColumns: readonly OwnColumn[] = [ownOf(wanted, { wanted: true }), ownOf(ranged, { least: 1, most: 5 })];

export const ownCases: readonly Case[] = [
  home('Z001', '空着；填了 0 也是填了', {}, { [wanted]: 0 }),
  at('Z002', '比上限大 1；等于上限不算', household({}, { ...head, [ranged]: 6 }), household({}, { ...head, [ranged]: 5 })),
  at('Z002', '比下限小 1；空着不算', household({}, { ...head, [ranged]: 0 }), household({}, head)),
];
