import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { SheetRow } from '../../../shared/sheets/cells.ts';
import { RowUnpacker } from './packed-rows.ts';
import { damagedFile, stopWhenCancelled } from './read-refusals.ts';
import type { Workbook } from './read-sheet.ts';
import type { FromThread, ToThread } from './reading-words.ts';

/** Below this a thread costs more than it saves: some six thousand people. */
const worthAThread = 2 * 1024 ** 2;

export const isForThread = (bytes: number): boolean => bytes >= worthAThread;

/** Young objects of a reader die at once; more room for them is only memory. */
const limits = { maxYoungGenerationSizeMb: 16 };

/** Its program: from the sources the module itself, in a built program a file beside it, as text, because a package of files cannot be run from. */
function startThread(): Worker {
  const here = fileURLToPath(import.meta.url);
  if (here.endsWith('.ts')) return new Worker(join(dirname(here), 'reading-thread.ts'), { resourceLimits: limits });
  return new Worker(readFileSync(join(dirname(here), 'reading-thread.cjs'), 'utf8'), { resourceLimits: limits, eval: true });
}

/** A thread that is started while the bytes of its workbook are still being got; what turns out to be no such workbook leaves it unused for so long. */
let spare: Worker | undefined;
const unusedFor = 30_000;

export function expectWorkbook(): void {
  if (spare) return;
  const worker = startThread();
  spare = worker;
  const forget = (): void => {
    if (spare === worker) spare = undefined;
  };
  worker.on('error', forget);
  worker.on('exit', forget);
  worker.unref();
  setTimeout(() => {
    if (spare !== worker) return;
    forget();
    void worker.terminate();
  }, unusedFor).unref();
}

function takeThread(): Worker {
  const worker = spare ?? startThread();
  spare = undefined;
  return worker;
}

type Ended = { readonly ended: Error };

/** The thread of one workbook, started when first asked for rows. */
class ReadingThread {
  readonly #bytes: Uint8Array;
  readonly #file: string;
  #worker: Worker | undefined;
  #last = 0;
  readonly #waiting = new Map<number, (message: FromThread | Ended) => void>();

  constructor(bytes: Uint8Array, file: string) {
    this.#bytes = bytes;
    this.#file = file;
  }

  async *rows(sheet: number, signal: AbortSignal | undefined): AsyncGenerator<readonly SheetRow[]> {
    stopWhenCancelled(signal, this.#file);
    const worker = (this.#worker ??= this.#start());
    const id = ++this.#last;
    const say = (message: ToThread): void => worker.postMessage(message);
    const come: (FromThread | Ended)[] = [];
    let wake: () => void = () => undefined;
    const onAbort = (): void => wake();
    this.#waiting.set(id, (message) => {
      come.push(message);
      wake();
    });
    signal?.addEventListener('abort', onAbort);
    // Whoever waits for rows keeps the program alive; a thread that nobody asks does not.
    worker.ref();
    try {
      const unpacker = new RowUnpacker();
      say({ ask: 'rows', id, sheet });
      for (;;) {
        stopWhenCancelled(signal, this.#file);
        const message = come.shift();
        if (message === undefined) {
          await new Promise<void>((resolve) => (wake = resolve));
          continue;
        }
        if ('ended' in message) throw message.ended;
        if ('refused' in message) throw asRefusal(message.refused);
        if ('fault' in message) throw new Error(message.fault);
        if ('end' in message) return;
        say({ ask: 'more', id });
        yield unpacker.unpack(message.packed);
        await nextTurn();
      }
    } finally {
      signal?.removeEventListener('abort', onAbort);
      this.#waiting.delete(id);
      if (this.#worker === worker) {
        say({ ask: 'stop', id });
        if (this.#waiting.size === 0) worker.unref();
      }
    }
  }

  close(): void {
    void this.#worker?.terminate();
    this.#worker = undefined;
  }

  #start(): Worker {
    // Shared where they can be, else a copy, handed over: the caller's bytes may be asked for again.
    const shared = this.#bytes.buffer instanceof SharedArrayBuffer;
    const bytes = shared ? this.#bytes : new Uint8Array(this.#bytes);
    const worker = takeThread();
    const end = (ended: Error): void => {
      if (this.#worker === worker) this.#worker = undefined;
      for (const tell of this.#waiting.values()) tell({ ended });
    };
    worker.on('message', (message: FromThread) => this.#waiting.get(message.id)?.(message));
    worker.on('error', (error: NodeJS.ErrnoException) => end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? damagedFile(this.#file, '读取时占用的内存多得不正常') : error));
    worker.on('exit', () => end(new Error('the reading thread ended without an answer')));
    const open: ToThread = { ask: 'open', bytes, file: this.#file };
    worker.postMessage(open, bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : []);
    return worker;
  }
}

function asRefusal({ code, what, where, remedy }: Extract<FromThread, { refused: unknown }>['refused']): Refusal {
  return new Refusal(code, what, { ...(where === undefined ? {} : { where }), ...(remedy === undefined ? {} : { remedy }) });
}

/** A large .xlsx with its rows read on a thread of their own, so that reading them and working on them take place side by side. */
export function readAside(book: Workbook, bytes: Uint8Array, file: string): Workbook {
  const thread = new ReadingThread(bytes, file);
  return {
    ...book,
    sheets: book.sheets.map((sheet, at) => ({ ...sheet, rows: (signal?: AbortSignal) => thread.rows(at, signal) })),
    close: () => {
      thread.close();
      book.close();
    },
  };
}
