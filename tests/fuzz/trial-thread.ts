import { parentPort } from 'node:worker_threads';
import { loadCorpus } from './corpus.ts';
import { mutant } from './mutant.ts';
import { openTrial } from './try-file.ts';

const [seed = 1, from = 0, to = 0] = process.argv.slice(2).map(Number);
const say = (line: object): void => parentPort?.postMessage(line);

const corpus = await loadCorpus();
const trial = await openTrial();
for (let index = from; index < to; index++) {
  const { how, ...file } = mutant(corpus, seed, index);
  say({ index, begins: how });
  const before = process.cpuUsage();
  let outcome: string;
  let failure: string | undefined;
  try {
    outcome = await trial.tryFile(file, index);
  } catch (error) {
    outcome = 'defect';
    failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const { user, system } = process.cpuUsage(before);
  say({ index, outcome, cpu: Math.round((user + system) / 1000), peak: process.resourceUsage().maxRSS * 1024, failure });
}
trial.close();
