import { type ReactNode, useEffect, useState } from 'react';

/** What is there sooner than this needs no word about being on its way. */
const patience = 500;

/** Shows its children only when the wait has lasted half a second. */
export function Later({ children }: { children: ReactNode }) {
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return waited ? children : null;
}
