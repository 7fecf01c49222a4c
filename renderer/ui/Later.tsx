import { type ReactNode, useEffect, useState } from 'react';

/** Shows its children only when the wait is felt: what is there sooner than `after` ms needs no word about being on its way. */
export function Later({ children, after = 200 }: { children: ReactNode; after?: number }) {
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return waited ? children : null;
}
