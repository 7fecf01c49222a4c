import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Milliseconds of frames, sorted. */
export interface Frames {
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
}

/** What a frame took while `work` went on. */
export async function framesDuring(page: Page, work: () => Promise<void>): Promise<Frames> {
  const recorded = await page.evaluateHandle(() => {
    const frames: number[] = [];
    const state = { frames, over: false };
    let last = performance.now();
    const next = (now: number): void => {
      frames.push(now - last);
      last = now;
      if (!state.over) requestAnimationFrame(next);
    };
    requestAnimationFrame((now) => {
      last = now;
      requestAnimationFrame(next);
    });
    return state;
  });
  await work();
  const frames = await recorded.evaluate((state) => {
    state.over = true;
    return state.frames.toSorted((a, b) => a - b);
  });
  const at = (share: number): number => frames[Math.min(frames.length - 1, Math.floor(frames.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95), worst: at(1) };
}

/** Turns of the wheel, as a hand makes them: some thirty a second. */
export async function wheel(page: Page, turns: number, by: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await page.mouse.wheel(0, by);
    await page.waitForTimeout(30);
  }
}

/** What the page shows at a selector: the row and the text; '' while there is nothing. */
export const shownAt = (page: Page, selector: string): Promise<string> =>
  page.evaluate((where) => {
    const found = [...document.querySelectorAll(where)].find((each) => each.textContent.trim() !== '');
    return found ? `${found.closest('[row-index]')?.getAttribute('row-index') ?? ''}|${found.textContent}` : '';
  }, selector);

/**
 * Milliseconds from the next key, click or input that the page gets to the first frame that shows something at a selector, and
 * something else than `before`: by the page's own clock, so that the way to the page does not count.
 */
export async function timeToShow(page: Page, act: () => Promise<unknown>, selector: string, before = ''): Promise<number> {
  const timed = await page.evaluateHandle(
    ([where, old]) => {
      const kinds = ['keydown', 'pointerdown', 'input'];
      const shown = (): string => {
        const found = [...document.querySelectorAll(where ?? '')].find((each) => each.textContent.trim() !== '');
        return found ? `${found.closest('[row-index]')?.getAttribute('row-index') ?? ''}|${found.textContent}` : '';
      };
      const milliseconds = new Promise<number>((resolve) => {
        const begin = (): void => {
          for (const kind of kinds) window.removeEventListener(kind, begin, true);
          const started = performance.now();
          const look = (): void => {
            const now = shown();
            if (now !== '' && now !== old) requestAnimationFrame(() => resolve(performance.now() - started));
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        };
        for (const kind of kinds) window.addEventListener(kind, begin, true);
      });
      return { milliseconds };
    },
    [selector, before],
  );
  await act();
  return timed.evaluate(({ milliseconds }) => milliseconds);
}

/** Bytes on the page's heap, after what nobody holds has gone. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
}

/** Bytes of memory of the largest page of the browser, as the system counts them; 0 where it cannot be asked. */
export async function processMemory(page: Page): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) return 0;
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const resident = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => {
    const told = `/proc/${id}/status`;
    return existsSync(told) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(told, 'utf8'))?.[1] ?? 0) * 1024 : 0;
  });
  return Math.max(0, ...resident);
}
