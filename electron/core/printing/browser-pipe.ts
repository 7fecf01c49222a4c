import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

interface Waiting {
  readonly resolve: (result: Record<string, unknown>) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

export interface BrowserPipe {
  send(method: string, params?: Record<string, unknown>, sessionId?: string): Promise<Record<string, unknown>>;
  /** The next event of this name. Ask before sending what causes it. */
  next(method: string): Promise<void>;
  /** Ends the browser and waits until its process has gone, so that its profile can be deleted. */
  end(): Promise<void>;
}

/** Starts a browser and talks its debugging protocol over file descriptors 3 and 4: no network port is opened. */
export function openBrowser(program: string, flags: readonly string[]): BrowserPipe {
  const child = spawn(program, ['--remote-debugging-pipe', ...flags, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
    // Its own group on POSIX: the browser's helpers end with it.
    detached: process.platform !== 'win32',
  });
  const toBrowser = child.stdio[3] as Writable;
  const fromBrowser = child.stdio[4] as Readable;
  const waiting = new Map<number, Waiting>();
  const events = new Map<string, { resolve: () => void; reject: (error: Error) => void }[]>();
  let lastId = 0;
  let gone: Error | null = null;

  const fail = (error: Error): void => {
    gone ??= error;
    for (const each of waiting.values()) each.reject(gone);
    waiting.clear();
    for (const each of [...events.values()].flat()) each.reject(gone);
    events.clear();
  };
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      fail(error);
      resolve();
    });
    child.once('exit', (code, signal) => {
      fail(new Error(`browser ended (${code ?? signal})`));
      resolve();
    });
  });
  toBrowser.on('error', fail);
  fromBrowser.on('error', fail);

  let parts: Buffer[] = [];
  fromBrowser.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end));
      receive(JSON.parse(Buffer.concat(parts).toString('utf8')) as Message);
      parts = [];
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
  });

  function receive(message: Message): void {
    if (message.id === undefined) {
      const listeners = events.get(message.method ?? '') ?? [];
      events.delete(message.method ?? '');
      for (const listener of listeners) listener.resolve();
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) asked?.reject(new Error(message.error.message));
    else asked?.resolve(message.result ?? {});
  }

  return {
    send(method, params = {}, sessionId) {
      if (gone) return Promise.reject(gone);
      const id = (lastId += 1);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
      });
    },
    next(method) {
      if (gone) return Promise.reject(gone);
      const happened = new Promise<void>((resolve, reject) => {
        events.set(method, [...(events.get(method) ?? []), { resolve, reject }]);
      });
      // Whoever awaits it still gets the rejection; nobody has to.
      happened.catch(() => undefined);
      return happened;
    },
    end() {
      stop(child);
      return ended;
    },
  };
}

function stop(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
