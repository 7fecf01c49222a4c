// Checks that no file imports against the arrows of scripts/arrows/table.ts. Exit 1 when one does.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { breachesOf } from './arrows/breaches.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const files = globSync('{shared,electron,renderer}/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const breaches = files.flatMap((file) => breachesOf(file, readFileSync(join(root, file), 'utf8')));

for (const { file, imports, why } of breaches) process.stderr.write(`${file}: ${imports} — ${why}\n`);
process.stderr.write(`arrows: ${files.length} files, ${breaches.length} breaches\n`);
process.exit(breaches.length > 0 || files.length === 0 ? 1 : 0);
