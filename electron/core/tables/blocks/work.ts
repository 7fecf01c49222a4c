import { breathe, type Job } from '../../jobs.ts';

/** How far long work is. */
export interface Step {
  readonly what: string;
  readonly done: number;
  readonly total: number;
}

/** Work that stops now and then, so that one cell is written at once and a hundred thousand rows with progress, by the same code. */
export type Work<T> = Generator<Step, T, void>;

export function atOnce<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

export async function inTurns<T>(work: Work<T>, job: Job): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    job.tell(step.value.what, step.value.done, step.value.total);
    await breathe(job);
  }
}
