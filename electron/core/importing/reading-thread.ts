import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../../shared/contract/errors.ts';
import { handedOver } from './packed-rows.ts';
import { mostAhead, type FromThread, type ToThread } from './reading-words.ts';
import { openXlsx, type XlsxBook } from './read-xlsx.ts';
import { ZipParts } from './read-zip.ts';

// A thread that reads one workbook (read-aside.ts): rows of a sheet when asked for, never more than a few messages ahead.
let book: Promise<XlsxBook> | undefined;

interface Reading {
  readonly controller: AbortController;
  /** Messages that may still be sent. */
  room: number;
  wake: () => void;
}

const readings = new Map<number, Reading>();
const say = (message: FromThread, buffers: ArrayBuffer[] = []): void => parentPort?.postMessage(message, buffers);

async function read(id: number, sheet: number, reading: Reading): Promise<void> {
  const { signal } = reading.controller;
  try {
    for await (const packed of (await book)?.sheets[sheet]?.packed(signal) ?? []) {
      while (reading.room === 0 && !signal.aborted) await new Promise<void>((resolve) => (reading.wake = resolve));
      if (signal.aborted) return;
      reading.room--;
      say({ id, packed }, handedOver(packed));
    }
    say({ id, end: true });
  } catch (error) {
    if (error instanceof Refusal) say({ id, refused: { code: error.code, what: error.message, where: error.where, remedy: error.remedy } });
    else say({ id, fault: error instanceof Error ? error.message : 'the reading thread failed' });
  } finally {
    readings.delete(id);
  }
}

parentPort?.on('message', (message: ToThread) => {
  if (message.ask === 'open') {
    const { bytes, file } = message;
    book = ZipParts.open(bytes, file).then((zip) => openXlsx(zip, file));
    // Whoever asks for rows is told what was wrong.
    book.catch(() => undefined);
    return;
  }
  if (message.ask === 'rows') {
    const reading: Reading = { controller: new AbortController(), room: mostAhead, wake: () => undefined };
    readings.set(message.id, reading);
    void read(message.id, message.sheet, reading);
    return;
  }
  const reading = readings.get(message.id);
  if (!reading) return;
  if (message.ask === 'more') reading.room++;
  else reading.controller.abort();
  reading.wake();
});
