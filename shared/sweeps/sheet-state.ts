/** none: nothing typed; partial: something is missing; first: whole, typed once; differs: typed twice, not the same; settled. */
export type SheetState = 'none' | 'partial' | 'first' | 'differs' | 'settled';

export const sheetStateWords: Readonly<Record<SheetState, string>> = { none: '没有录', partial: '没录全', first: '录了一遍', differs: '两遍不一样', settled: '已核定' };
