import { useEffect } from 'react';
import { pageOrigin } from '../../shared/hosting/desktop-messages.ts';
import { handOnAll, openTexts } from '../ui/hand-on.ts';
import { useSaving } from './saving.ts';

/** Once everything that was handed on is written, or refused. */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    const done = (): boolean => useSaving.getState().pending === 0;
    // What was just handed on is counted as soon as its write has begun.
    setTimeout(() => {
      if (done()) return resolve();
      const stop = useSaving.subscribe(() => {
        if (!done()) return;
        stop();
        resolve();
      });
    });
  });

/**
 * The window closes only when what was typed is written: an open editor hands it on, and the desktop closes once the core has it; a browser
 * asks, and has it by the time that is answered. What the register refuses stands in its editor with the reason; who closes again lets it go.
 */
export function useClosing(): void {
  useEffect(() => {
    let refused: readonly string[] = [];
    let waiting = false;
    const before = (event: BeforeUnloadEvent): void => {
      // Asked again while a write is on its way, which may hang: the window is never held for good.
      if (waiting) return;
      const texts = openTexts();
      // Nothing else than what was refused when the window was to close before: the clerk has read why, and leaves.
      const known = texts.every((text) => refused.includes(text));
      if (known && useSaving.getState().pending === 0) return;
      handOnAll();
      event.preventDefault();
      waiting = true;
      void settled().then(() => {
        waiting = false;
        refused = useSaving.getState().refused ? texts : [];
        if (refused.length === 0 && location.origin === pageOrigin) window.close();
      });
    };
    window.addEventListener('beforeunload', before);
    return () => window.removeEventListener('beforeunload', before);
  }, []);
}
