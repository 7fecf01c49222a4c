/**
 * Hybrid logical clock (Kulkarni et al., 2014): stamps that sort as text, never go back although the machine's clock may,
 * and tell two offices' writes apart: "<milliseconds, 12 hex>-<counter, 4 hex>-<node>".
 */
export interface Clock {
  next(): string;
}

export function hybridClock(now: () => number, node: string, last: string | null): Clock {
  let [milliseconds, counter] = last ? [Number.parseInt(last.slice(0, 12), 16), Number.parseInt(last.slice(13, 17), 16)] : [0, 0];
  return {
    next() {
      const physical = now();
      if (physical > milliseconds) [milliseconds, counter] = [physical, 0];
      else if (counter === 0xffff) [milliseconds, counter] = [milliseconds + 1, 0];
      else counter += 1;
      return `${milliseconds.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${node}`;
    },
  };
}
