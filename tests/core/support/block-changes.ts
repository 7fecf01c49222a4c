import fc from 'fast-check';
import type { Area, BlockChange } from '../../../shared/contract/blocks.ts';
import { identity, li, wang, zhang } from './people.ts';

/** Columns of every sort of home: the person, the person's year, the household, the household's year, told elsewhere. */
const columns = ['name', 'memberNo', 'identityNo', 'birthDate', 'education', 'workMonths', 'workPlace', 'householdNo', 'householdPhone', 'village', 'totalIncome', 'mainCause', 'headName'];
const texts = ['', '小学', '初中', '12', '3.5', '2020-03-01', '1958年3月12日', '本溪市', '村1', '990000000101', '990000000999', zhang, li, wang, identity('19700101', 7), '19900000001', '19900000009', '因学', '张试一'];

const text = fc.constantFrom(...texts);
const fields = fc.uniqueArray(fc.constantFrom(...columns), { minLength: 1, maxLength: 4 });
const area = (rows: number): fc.Arbitrary<Area> =>
  fc.tuple(fc.nat(rows - 1), fc.nat(rows - 1), fields).map(([one, other, named]) => ({ from: Math.min(one, other), to: Math.max(one, other), fields: named }));

/** Any change of a block in a table of so many rows. */
export const anyChange = (rows: number): fc.Arbitrary<BlockChange> => {
  const areas = fc.array(area(rows), { minLength: 1, maxLength: 2 });
  return fc.oneof(
    fc.record({ kind: fc.constant('paste' as const), into: area(rows), texts: fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), blanks: fc.constantFrom('skip' as const, 'clear' as const) }),
    fc.record({ kind: fc.constant('clear' as const), areas }),
    fc.record({ kind: fc.constant('set' as const), areas, text }),
    fc.record({ kind: fc.constant('values' as const), rows: area(rows).map(({ from, to }) => ({ from, to })), texts: fc.dictionary(fc.constantFrom(...columns), text, { minKeys: 1, maxKeys: 3 }) }),
    fc.record({ kind: fc.constant('fill' as const), pattern: area(rows), into: area(rows), mode: fc.constantFrom('copy' as const, 'series' as const) }),
    fc.record({ kind: fc.constant('replace' as const), find: fc.constantFrom('试', '1', '0', '村', '小'), with: fc.constantFrom('', '样', '9'), whole: fc.boolean(), matchCase: fc.boolean() }),
    fc.record({ kind: fc.constant('replace' as const), areas, find: fc.constantFrom('试', '1', '村'), with: fc.constantFrom('', '样', '9') }),
  );
};
