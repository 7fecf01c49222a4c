import type { Area } from '../../shared/contract/registers.ts';

/** Changes of an area tree; each answers a new list. The order of the list is the order of the tree. */

const below = { province: 'city', city: 'district', district: 'town', town: 'village', village: null } as const;

/** What may be added under an area: streets and towns under a district, villages under these. */
export const levelBelow = (area: Area): 'town' | 'village' | null => {
  const level = below[area.level];
  return level === 'town' || level === 'village' ? level : null;
};

/** As the sheets write it: 甲峪村 for 甲峪村民委员会, 乙社区 for 乙社区居民委员会. */
export function shortOf(name: string): string {
  const short = name.replace(/村(村民)?委员会$|村委会$/, '村').replace(/(?<=社区)居民委员会$|(?<=社区)居委会$/, '').replace(/居民委员会$|居委会$/, '社区').replace(/街道办事处$/, '街道');
  return short === '' ? name : short;
}

export const sameName = (areas: readonly Area[], parent: string | null, name: string, except?: string): boolean =>
  areas.some((area) => area.parent === parent && area.code !== except && (area.name === name || area.short === shortOf(name)));

/** A code that the state's list does not use: 9xx below the parent's. */
function freeCode(areas: readonly Area[], parent: Area): string {
  const taken = new Set(areas.map((area) => area.code));
  for (let number = 900; number < 1000; number++) {
    const code = `${parent.code}${number}`;
    if (!taken.has(code)) return code;
  }
  throw new Error(`More than a hundred areas were added under ${parent.code}`);
}

export function addArea(areas: readonly Area[], parent: Area, name: string): { areas: readonly Area[]; added: Area } {
  const level = levelBelow(parent);
  if (level === null) throw new Error(`Nothing lies under a ${parent.level}`);
  const added: Area = { code: freeCode(areas, parent), name, short: shortOf(name), level, parent: parent.code };
  return { areas: [...areas, added], added };
}

export const renameArea = (areas: readonly Area[], code: string, name: string): readonly Area[] =>
  areas.map((area) => (area.code === code ? { ...area, name, short: shortOf(name) } : area));

/** Takes an area and everything under it out. */
export function removeArea(areas: readonly Area[], code: string): readonly Area[] {
  const gone = new Set([code]);
  for (let before = 0; before !== gone.size; ) {
    before = gone.size;
    for (const area of areas) if (area.parent !== null && gone.has(area.parent)) gone.add(area.code);
  }
  return areas.filter((area) => !gone.has(area.code));
}

export interface AreaNode {
  readonly key: string;
  readonly title: string;
  readonly children: AreaNode[];
}

export function areaTree(areas: readonly Area[]): AreaNode[] {
  const nodes = new Map(areas.map((area) => [area.code, { key: area.code, title: area.name, children: [] as AreaNode[] }]));
  const roots: AreaNode[] = [];
  for (const area of areas) {
    const node = nodes.get(area.code);
    if (node) (nodes.get(area.parent ?? '')?.children ?? roots).push(node);
  }
  return roots;
}
