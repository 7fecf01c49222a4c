import { join, relative } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { servedFile } from '../../shared/hosting/served-file.ts';

it('answers the page, its parts and the fonts', () => {
  expect(servedFile('/')).toEqual({ folder: 'page', names: ['index.html'], type: 'text/html; charset=utf-8' });
  expect(servedFile('/assets/index-Ab_1-x.js')).toMatchObject({ folder: 'page', names: ['assets', 'index-Ab_1-x.js'] });
  expect(servedFile('/fonts/NotoSansSC-Bold.ttf')).toEqual({ folder: 'fonts', names: ['NotoSansSC-Bold.ttf'], type: 'font/ttf' });
});

it.each([
  '/../package.json',
  '/assets/../../package.json',
  '/..%2f..%2fpackage.json',
  '/%2e%2e/package.json',
  '/fonts/..%5c..%5cpackage.json',
  '/fonts/sub/x.ttf',
  '//etc/passwd.json',
  '/C:/x.json',
  '/index.html::$DATA',
  '/.hidden.js',
  '/a..js',
  '/index.html/',
  '/built',
  '/register.mingce',
  'index.html',
  '',
])('answers nothing for %s', (pathname) => {
  expect(servedFile(pathname)).toBeNull();
});

it('never leaves its folder', () => {
  const piece = fc.constantFrom('..', '.', '/', '\\', '%2e', '%2f', '%5c', '\0', 'a', 'fonts', '.js', ':', ' ', '..js', '名');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const file = servedFile(`/${pieces.join('')}`);
      if (file === null) return;
      const inside = relative('/root', join('/root', ...file.names));
      expect(inside).toBe(file.names.join('/'));
      expect(inside).not.toMatch(/^\.\.|[\\%:\0]/);
    }),
    { numRuns: 5000 },
  );
});
