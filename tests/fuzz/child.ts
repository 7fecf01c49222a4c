// Tries mutants one after another, on a thread of limited memory: node tests/fuzz/child.ts SEED FROM TO. A line before and a
// line after each; the parent watches the time and sees where a crash happened. The limit is the thread's and not the
// process's, which would hold for the threads that read old formats, too.
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const mostHeap = 768;

const worker = new Worker(fileURLToPath(new URL('trial-thread.ts', import.meta.url)), { argv: process.argv.slice(2), resourceLimits: { maxOldGenerationSizeMb: mostHeap } });
worker.on('message', (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`));
worker.on('error', (error) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
