import { type RefObject, useEffect, useRef, useState } from 'react';

/** Whether an element is on screen or close to it, and how high it was when it was left (null before). */
export function useNearView<E extends Element>(): { readonly place: RefObject<E | null>; readonly near: boolean; readonly height: number | null } {
  const place = useRef<E | null>(null);
  const [state, setState] = useState<{ near: boolean; height: number | null }>({ near: false, height: null });
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (last) setState({ near: last.isIntersecting, height: last.boundingClientRect.height });
      },
      // The margin of the scroller, not of the window: what a scroller clips is far away for the window's margin.
      { scrollMargin: '600px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { place, ...state };
}
