import { useEffect } from 'react';
import { useRefresh } from './refreshes.ts';

/** F5 reads again, in the browser as in the desktop window, and leaves the place, the cursor and what is being typed as they are. */
export function useRefreshKey(): void {
  const refresh = useRefresh();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F5' || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      refresh();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [refresh]);
}
