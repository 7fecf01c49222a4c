import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Processor time that one file may take, and after how long a silent child is stopped on a busy machine. */
const longest = 10_000;
const silence = 300_000;
/** Of the whole process, with the thread that reads old formats. */
export const mostMemory = 1.5 * 1024 ** 3;

export interface FuzzRequest {
  readonly seed: number;
  readonly from: number;
  readonly count: number;
  /** Stops, with fewer files tried, when the time is over. */
  readonly milliseconds: number;
  tell?(tried: number): void;
}

export interface FuzzFailure {
  readonly index: number;
  readonly how: string;
  readonly what: string;
}

export interface FuzzReport {
  readonly tried: number;
  /** How many files ended how: refused, imported, no rows … */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly failures: readonly FuzzFailure[];
  /** Most processor time for one file, in milliseconds, and the most memory that a process ever had. */
  readonly slowest: { readonly index: number; readonly cpu: number };
  readonly peak: number;
}

interface Line {
  readonly index: number;
  readonly begins?: string;
  readonly outcome?: string;
  readonly cpu?: number;
  readonly peak?: number;
  readonly failure?: string;
}

/** Tries mutants in child processes of limited memory. A crash or a hang costs its child, is noted, and the rest goes on. */
export async function runFuzz({ seed, from, count, milliseconds, tell }: FuzzRequest): Promise<FuzzReport> {
  const ends = performance.now() + milliseconds;
  const outcomes: Record<string, number> = {};
  const failures: FuzzFailure[] = [];
  let slowest = { index: -1, cpu: 0 };
  let peak = 0;
  let next = from;
  while (next < from + count && performance.now() < ends) next = await oneChild(next);
  return { tried: next - from, outcomes, failures, slowest, peak };

  /** Runs a child until it ends, and answers which file comes next. */
  async function oneChild(start: number): Promise<number> {
    const words = [fileURLToPath(new URL('child.ts', import.meta.url)), String(seed), String(start), String(from + count)];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    let told = '';
    child.stderr.on('data', (piece: Buffer) => (told = (told + piece.toString()).slice(-4000)));
    let at: Line = { index: start - 1 };
    let stopped: 'hang' | 'memory' | 'time' | undefined;
    const stop = (why: typeof stopped): void => {
      stopped = why;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(() => stop('hang'), silence);
    for await (const text of createInterface({ input: child.stdout })) {
      const line = JSON.parse(text) as Line;
      clearTimeout(timer);
      timer = setTimeout(() => stop('hang'), silence);
      if (line.begins !== undefined) {
        at = line;
        told = '';
        continue;
      }
      finish(line, at.begins ?? '', told);
      at = { index: line.index };
      tell?.(line.index - from + 1);
      if ((line.peak ?? 0) > mostMemory) stop('memory');
      if (performance.now() > ends) stop('time');
      if (stopped) break;
    }
    clearTimeout(timer);
    const code = await ended(child);
    if (at.begins !== undefined) {
      note('crashed', { index: at.index, how: at.begins, what: stopped === 'hang' ? `no answer for ${silence / 1000} s` : `the process ended (${code}): ${told}` });
      return at.index + 1;
    }
    if (at.index >= start || stopped === 'time') return at.index + 1;
    note('not made', { index: start, how: 'a file that could not be made', what: `the fuzzer itself ended (${code}): ${told}` });
    return start + 1;
  }

  function finish({ index, outcome = '', cpu = 0, peak: used = 0, failure }: Line, how: string, told: string): void {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (cpu > slowest.cpu) slowest = { index, cpu };
    if (failure !== undefined) failures.push({ index, how, what: `${failure}\n${told}` });
    if (cpu > longest) failures.push({ index, how, what: `took ${cpu} ms of processor time` });
    if (used > mostMemory) failures.push({ index, how, what: `the process grew to ${Math.round(used / 1024 ** 2)} MB` });
    peak = Math.max(peak, used);
  }

  function note(outcome: string, failure: FuzzFailure): void {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    failures.push(failure);
  }
}

const ended = async (child: ChildProcess): Promise<string> =>
  child.exitCode !== null || child.signalCode !== null
    ? String(child.exitCode ?? child.signalCode)
    : new Promise((resolve) => child.once('exit', (code, signal) => resolve(String(code ?? signal))));
