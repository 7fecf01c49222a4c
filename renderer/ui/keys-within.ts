import { type RefObject, useLayoutEffect, useRef } from 'react';
import { firstStop } from './areas.ts';

/**
 * For what opens within a section: the keys go into it, and when it closes they are the section's. What opened it may have gone meanwhile;
 * with the keys nowhere the next Esc would close everything around it.
 */
export function useKeysWithin<T extends HTMLElement>(): RefObject<T | null> {
  const part = useRef<T>(null);
  useLayoutEffect(() => {
    const own = part.current;
    const around = own?.closest('section, aside');
    if (own && !own.contains(document.activeElement)) firstStop(own)?.focus();
    return () => {
      if (own && around && own.contains(document.activeElement)) firstStop(around)?.focus({ preventScroll: true });
    };
  }, []);
  return part;
}
