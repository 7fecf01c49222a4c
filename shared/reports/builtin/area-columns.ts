import { households, number, people } from '../columns.ts';

/** With what every table by village begins. */
export const area = [{ field: 'town' }, { field: 'village' }] as const;
export const base = [number('households', '户数', '户', households(), '在册还有人的户'), number('people', '人数', '人', people(), '在册的人')] as const;
