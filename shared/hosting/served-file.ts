/**
 * Which file answers an address of the page. Both hosts that serve the page (app:// and http://127.0.0.1) ask here,
 * so that neither can be talked into another folder.
 */
export interface ServedFile {
  readonly folder: 'page' | 'fonts';
  /** Names from the folder down; each is a plain name, never "." or ".." and never empty. */
  readonly names: readonly string[];
  readonly type: string;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
};

/** Letters, digits, "_" and "-", with single dots between: no hidden files, no "..", no drive, no stream, no escape. */
const plainName = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/;

/** `pathname` as it stands in the URL, not decoded: every name that the build writes needs no escape. */
export function servedFile(pathname: string): ServedFile | null {
  if (!pathname.startsWith('/')) return null;
  const names = pathname === '/' ? ['index.html'] : pathname.slice(1).split('/');
  if (!names.every((name) => plainName.test(name))) return null;
  const last = names.at(-1) ?? '';
  const type = types[last.slice(last.lastIndexOf('.') + 1)];
  if (type === undefined || !last.includes('.')) return null;
  if (names[0] !== 'fonts') return { folder: 'page', names, type };
  return names.length === 2 ? { folder: 'fonts', names: names.slice(1), type } : null;
}
