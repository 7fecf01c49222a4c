import { useCallback, useEffect, useState } from 'react';

/** The search of a table: what stands in the box, and what is asked for once the word has ended. `show` puts both. */
export function useTypedSearch() {
  const [typed, type] = useState('');
  const [search, ask] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => ask(typed), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const show = useCallback((text: string): void => {
    type(text);
    ask(text);
  }, []);
  return { typed, type, search, ask, show };
}
