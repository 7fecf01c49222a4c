// `npm run fuzz`: mutated workbooks against the whole import, bounded by count and time.
//   npm run fuzz -- --count 10000 --minutes 10 --seed 7
//   npm run fuzz -- --replay 7:4711 [--out FILE]   one of them again, here, so that it can be looked into
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadCorpus } from './corpus.ts';
import { mutant } from './mutant.ts';
import { runFuzz } from './run-fuzz.ts';
import { openTrial } from './try-file.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000) % 1_000_000) },
    from: { type: 'string', default: '0' },
    replay: { type: 'string' },
    out: { type: 'string' },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (values.replay === undefined) await fuzz();
else await replay(values.replay);

async function fuzz(): Promise<void> {
  const [seed, count] = [Number(values.seed), Number(values.count)];
  const started = performance.now();
  const report = await runFuzz({
    seed,
    from: Number(values.from),
    count,
    milliseconds: Number(values.minutes) * 60_000,
    tell(tried) {
      if (tried % 500 === 0) say(`${tried} files in ${Math.round((performance.now() - started) / 1000)} s`);
    },
  });
  for (const { index, how, what } of report.failures) say(`\nFAILED ${seed}:${index} (${how})\n${what}\nAgain: npm run fuzz -- --replay ${seed}:${index}`);
  const ends = Object.entries(report.outcomes).map(([outcome, times]) => `${times} ${outcome}`).join(', ');
  say(`\nseed ${seed}: ${report.tried} of ${count} files in ${Math.round((performance.now() - started) / 1000)} s: ${ends}`);
  say(`slowest ${report.slowest.cpu} ms of processor time (${seed}:${report.slowest.index}), most memory ${Math.round(report.peak / 1024 ** 2)} MB, ${report.failures.length} failures`);
  process.exitCode = report.failures.length > 0 ? 1 : 0;
}

async function replay(which: string): Promise<void> {
  const [seed = 0, index = 0] = which.split(':').map(Number);
  const { how, ...file } = mutant(await loadCorpus(), seed, index);
  say(`${how}: ${file.bytes.length} bytes`);
  if (values.out !== undefined) writeFileSync(values.out, file.bytes);
  const trial = await openTrial();
  try {
    say(await trial.tryFile(file, index));
  } finally {
    trial.close();
  }
}
