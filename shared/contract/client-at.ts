/**
 * The same client, with every question asked of the register as it was at the end of a day. What writes is refused by the core,
 * what is free of the register takes no notice.
 */
export function clientAt<C extends object>(client: C, day: string): C {
  return new Proxy(client, {
    get(target, key) {
      const inner: unknown = Reflect.get(target, key);
      // Whoever awaits a client asks it for `then`.
      if (typeof key !== 'string' || key === 'then' || !isPart(inner)) return inner;
      return clientAt(inner, day);
    },
    apply(target, self, words: readonly unknown[]) {
      const [input, ...options] = words;
      return Reflect.apply(target as (...given: unknown[]) => unknown, self, [{ ...(input as object | undefined), asOf: day }, ...options]);
    },
  });
}

const isPart = (value: unknown): value is object => (typeof value === 'object' && value !== null) || typeof value === 'function';
