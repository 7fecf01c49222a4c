/** 2020-03-31 as it is said: 2020年3月31日. */
export function dayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** The same where only the year is known, or the month: 2020年, 2020年3月. */
export function dateWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return `${year}年`;
  return day === undefined ? `${year}年${Number(month)}月` : dayWords(date);
}
