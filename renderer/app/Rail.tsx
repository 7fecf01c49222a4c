import { useEffect } from 'react';
import { type Screen, screens } from './place.ts';
import { navigate } from './session.tsx';

/** In the order of the day's work. */
const words: Record<Screen, string> = {
  households: '户',
  people: '人',
  importing: '导入',
  checks: '核对',
  ledgers: '台账',
  plan: '任务',
  reports: '报表',
  walls: '上墙',
  history: '记录',
  settings: '设置',
};

export function Rail({ current }: { current: Screen }) {
  useEffect(() => {
    const go = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || !event.code.startsWith('Digit')) return;
      // The tenth is on the key behind 9.
      const screen = screens[(Number(event.code.slice('Digit'.length)) + 9) % 10];
      if (screen === undefined) return;
      event.preventDefault();
      navigate({ screen });
    };
    window.addEventListener('keydown', go);
    return () => window.removeEventListener('keydown', go);
  }, []);
  return (
    <nav className="rail" aria-label="主要画面">
      {screens.map((screen, index) => (
        <button
          key={screen}
          type="button"
          className={screen === 'settings' ? 'rail-last' : ''}
          title={`${words[screen]}（Alt+${(index + 1) % 10}）`}
          aria-current={screen === current ? 'page' : undefined}
          onClick={() => navigate({ screen })}
        >
          {words[screen]}
        </button>
      ))}
    </nav>
  );
}
