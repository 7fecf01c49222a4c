import { type ReactNode, useSyncExternalStore } from 'react';
import { createPortal, flushSync } from 'react-dom';

interface Part {
  readonly at: HTMLElement;
  readonly node: ReactNode;
}

/**
 * What React draws within the grid: editors and filters. The grid draws rows and cells itself, by the thousand while one scrolls; React
 * would do it at more than twice the price.
 */
export class ReactParts {
  #shown: ReadonlyMap<string, Part> = new Map();
  #made = 0;
  readonly #told = new Set<() => void>();

  newKey(): string {
    return `part-${++this.#made}`;
  }

  /** What is shown under a key; it stands there when this returns. */
  show(key: string, at: HTMLElement, node: ReactNode): void {
    this.#set(new Map(this.#shown).set(key, { at, node }));
  }

  drop(key: string): void {
    if (!this.#shown.has(key)) return;
    this.#shown = new Map([...this.#shown].filter(([other]) => other !== key));
    // The grid may let go of a part while React is at work; what is dropped need not be gone at once.
    for (const tell of this.#told) tell();
  }

  #set(shown: ReadonlyMap<string, Part>): void {
    this.#shown = shown;
    flushSync(() => {
      for (const tell of this.#told) tell();
    });
  }

  readonly watch = (told: () => void): (() => void) => {
    this.#told.add(told);
    return () => this.#told.delete(told);
  };

  readonly shown = (): ReadonlyMap<string, Part> => this.#shown;
}

export function PartPortals({ parts }: { parts: ReactParts }) {
  const shown = useSyncExternalStore(parts.watch, parts.shown);
  return [...shown].map(([key, { at, node }]) => createPortal(node, at, key));
}
