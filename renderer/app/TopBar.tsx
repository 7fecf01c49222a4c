import { Select } from 'antd';
import { FindBox } from '../find/FindBox.tsx';
import { useGuideOpen } from '../guide/guide-open.ts';
import { DayChooser } from './DayChooser.tsx';
import { RegisterMenu } from './RegisterMenu.tsx';
import { useRegister, useSaving, useSetYear, useYear } from './session.tsx';

/** What is open, find anything, and whether it is in the file. */
export function TopBar({ newRegister }: { newRegister: () => void }) {
  const register = useRegister();
  const year = useYear();
  const setYear = useSetYear();
  const showGuide = useGuideOpen((state) => state.show);
  return (
    <header className="bar">
      <div className="bar-name">
        <strong title={`${register.name}\n${register.file}`}>{register.name}</strong>
        {register.years.length > 1 ? (
          <Select
            aria-label="年度"
            value={year}
            variant="borderless"
            popupMatchSelectWidth={false}
            options={register.years.map((each) => ({ value: each, label: `${each} 年` }))}
            onChange={setYear}
          />
        ) : (
          <span className="quiet nowrap">{year} 年</span>
        )}
        <DayChooser />
      </div>
      <div className="bar-find" role="search"><FindBox /></div>
      <SavedState />
      <button type="button" className="link-button bar-help" title="F1" onClick={() => showGuide(true)}>帮助</button>
      <RegisterMenu newRegister={newRegister} />
    </header>
  );
}

function SavedState() {
  const pending = useSaving((state) => state.pending);
  const failed = useSaving((state) => state.failed);
  if (pending > 0) return <span className="bar-state quiet" role="status">◌ 正在存</span>;
  if (failed) return <span className="bar-state state-failed" role="status">▲ 有一处没存上</span>;
  return <span className="bar-state state-saved" role="status" title="改过的内容都已写进登记册文件">● 已存</span>;
}
