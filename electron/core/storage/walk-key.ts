const digits = '零一二三四五六七八九';

/** The number of a village group: 三组 → 3, 第十二组 → 12, 2组 → 2; 999 where it has none. */
export function groupNumber(group: string | null): number {
  if (!group) return 999;
  const arabic = /\d+/.exec(group);
  if (arabic) return Math.min(Number(arabic[0]), 998);
  const chinese = /[一二三四五六七八九十]+/.exec(group)?.[0];
  if (!chinese) return 999;
  const [tens, ones] = chinese.includes('十') ? chinese.split('十') : ['', chinese];
  const digit = (text: string | undefined): number => (text ? digits.indexOf(text.at(-1) ?? '') : 0);
  return (chinese.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones);
}

/** Sort key of a household in walking order: street and village as the area tree has them, then group. Unknown villages come last, by name. */
export function walkKey(place: { town: string | null; village: string | null; group: string | null }, positionOf: (town: string, village: string) => number | undefined): string {
  const position = positionOf(place.town ?? '', place.village ?? '') ?? 999_999;
  const known = position < 999_999 ? '' : `${place.town ?? ''} ${place.village ?? ''}`;
  return `${String(position).padStart(6, '0')}|${known}|${String(groupNumber(place.group)).padStart(3, '0')}|${place.group ?? ''}`;
}
