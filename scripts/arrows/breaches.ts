import { posix } from 'node:path';
import { importsOf } from './imports.ts';
import { packageRules, type Room, rooms } from './table.ts';

export interface Breach {
  readonly file: string;
  readonly imports: string;
  readonly why: string;
}

/** What a file may not import, by the table. `file` is relative to the root of the repository. */
export function breachesOf(file: string, source: string): Breach[] {
  const home = roomOf(file);
  if (home === null) return [{ file, imports: '', why: 'lies in no room; declare it in scripts/arrows/table.ts' }];
  return importsOf(file, source).flatMap((imports) => {
    const why = imports.startsWith('.') ? whyNotFile(file, home, imports) : whyNotPackage(file, imports);
    return why === null ? [] : [{ file, imports, why }];
  });
}

function whyNotFile(file: string, home: Room, imports: string): string | null {
  // A text that is taken as it is written names how, behind its name.
  const target = posix.join(posix.dirname(file), imports.replace(/\?raw$/, ''));
  if (!/\.(ts|tsx|css|json|svg|png|md)$/.test(target)) return 'a relative import names its file with the extension';
  if (inside(target, home.path) && roomOf(target) === home) return null;
  if (home.imports.some((path) => inside(target, path))) return null;
  return `${home.path} may import only ${[home.path, ...home.imports].join(', ')}`;
}

function whyNotPackage(file: string, imports: string): string | null {
  const broken = packageRules.find((rule) => rule.packages.test(imports) && !rule.only.test(file));
  return broken ? `only ${broken.only.source} may import ${imports}` : null;
}

function roomOf(file: string): Room | null {
  const found = rooms.filter((room) => inside(file, room.path));
  return found.sort((one, other) => other.path.length - one.path.length)[0] ?? null;
}

function inside(file: string, path: string): boolean {
  return file === path || file.startsWith(`${path}/`);
}
