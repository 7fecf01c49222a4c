/**
 * The environment for a program that names files in Chinese. Where no locale is set (a container, a service) Chromium
 * takes file names for ASCII and calls a Chinese one "download".
 */
export function withUtf8(environment) {
  if (process.platform === 'win32' || process.platform === 'darwin') return environment;
  const locale = environment.LC_ALL || environment.LC_CTYPE || environment.LANG || '';
  if (/utf-?8/i.test(locale)) return environment;
  return { ...environment, LC_ALL: 'C.UTF-8' };
}
