const digits: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 壹: 1, 一: 1, 贰: 2, 二: 2, 两: 2, 叁: 3, 三: 3, 肆: 4, 四: 4, 伍: 5, 五: 5, 陆: 6, 六: 6, 柒: 7, 七: 7, 捌: 8, 八: 8, 玖: 9, 九: 9 };
const units: Readonly<Record<string, number>> = { 拾: 10, 十: 10, 佰: 100, 百: 100, 仟: 1000, 千: 1000 };

/** Below 万; null where it is no number. */
function section(text: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  for (const sign of text) {
    const value = digits[sign];
    const unit = units[sign];
    if (value !== undefined) digit = value;
    else if (unit !== undefined) {
      // 拾元 without a digit before it is ten.
      sum += (digit ?? 1) * unit;
      digit = null;
    } else return null;
  }
  return sum + (digit ?? 0);
}

/** Fen of an amount in words: 壹仟贰佰元整, 叁佰元伍角; null where it is none. */
export function fenOfWords(words: string): number | null {
  const match = /^(?:人民币)?(?:([^元圆万亿]*)亿)?(?:([^元圆万亿]*)万)?([^元圆角分万亿]*)[元圆](?:零?([^角分整正]*)角)?(?:零?([^角分整正]*)分)?[整正]?$/.exec(words.replaceAll(/\s/g, ''));
  if (!match || words.trim().length < 2) return null;
  const parts = match.slice(1, 6).map((part) => (part === undefined ? 0 : section(part)));
  const [hundredMillions, tenThousands, ones, tenths, cents] = parts;
  if (parts.includes(null)) return null;
  return ((hundredMillions ?? 0) * 100_000_000 + (tenThousands ?? 0) * 10_000 + (ones ?? 0)) * 100 + (tenths ?? 0) * 10 + (cents ?? 0);
}
