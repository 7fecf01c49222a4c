import { Refusal } from '../../shared/contract/errors.ts';
import type { Answer, CoreToMain, Question } from '../../shared/hosting/desktop-messages.ts';

const waiting = new Map<number, (answer: Answer) => void>();
let lastId = 0;

function send(message: CoreToMain): void {
  process.parentPort.postMessage(message);
}

/** Asks Electron's main process, which alone has windows and dialogs. */
export function askMain(question: Question, signal?: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(cancelled());
      return;
    }
    const id = (lastId += 1);
    const abort = (): void => {
      waiting.delete(id);
      send({ kind: 'abort', id });
      reject(cancelled());
    };
    signal?.addEventListener('abort', abort, { once: true });
    waiting.set(id, (answer) => {
      signal?.removeEventListener('abort', abort);
      resolve(answer);
    });
    send({ kind: 'question', id, question });
  });
}

export function takeAnswer(id: number, answer: Answer): void {
  waiting.get(id)?.(answer);
  waiting.delete(id);
}

function cancelled(): Refusal {
  return new Refusal('CANCELLED', '已取消');
}
