/** Where sheets hang: in a house, in a village, or as a board in an office. */
export const wallSets = ['house', 'village', 'board'] as const;
export type WallSet = (typeof wallSets)[number];

export const wallSetWords: Readonly<Record<WallSet, string>> = { house: '户内', village: '村里', board: '作战图' };
