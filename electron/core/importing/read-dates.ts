/** Dates as spreadsheets keep them: a serial number, and a number format that says that it is a date. */

/**
 * Built-in formats that show a date or a time of day (ECMA-376 part 1, 18.8.30). 27–36 and 50–58 are the East Asian
 * ones (27 is yyyy"年"m"月" in Chinese). 45–47 show elapsed time, which is no date.
 */
export function isBuiltInDateFormat(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/** Whether a format code such as `[$-804]yyyy"年"m"月"d"日"` shows a date or a time of day. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./g, '')
    .split(';', 1)
    .join('')
    .replace(/general|g\/通用格式/gi, '');
  if (/\[(h+|m+|s+)\]/i.test(bare)) return false;
  return /[ymdhs]|aaa|e(?![+-])/i.test(bare.replace(/\[[^\]]*\]/g, ''));
}

const lastSerial = 2958465; // 9999-12-31
const daysFrom1900To1904 = 1462;
const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A serial number as yyyy-MM-dd, with " HH:mm:ss" where there is a time of day; undefined when it is outside of the
 * calendar or a bare time of day. Serial 60 is the 29th of February 1900, which Lotus 1-2-3 invented and Excel keeps.
 */
export function serialToDate(serial: number, from1904: boolean): string | undefined {
  const total = serial + (from1904 ? daysFrom1900To1904 : 0);
  if (!(total >= 1 && total < lastSerial + 1)) return undefined;
  let day = Math.floor(total);
  let seconds = Math.round((total - day) * 86400);
  if (seconds === 86400) {
    day += 1;
    seconds = 0;
  }
  if (day > lastSerial) return undefined;
  const time = seconds === 0 ? '' : ` ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (day === 60) return `1900-02-29${time}`;
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * 86_400_000);
  return `${String(date.getUTCFullYear()).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}${time}`;
}

/** An ISO date as some writers store it, "2019-03-01T00:00:00.000Z", in our form; undefined when it is none. */
export function isoToDate(iso: string): string | undefined {
  const found = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d))?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(iso.trim());
  if (!found) return undefined;
  const time = `${found[2] ?? '00:00'}:${found[3] ?? '00'}`;
  return time === '00:00:00' ? found[1] : `${found[1]} ${time}`;
}
