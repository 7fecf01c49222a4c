import { Button } from 'antd';
import { fillOtherwise } from './filling.ts';
import type { GridHabits } from './grid-habits.ts';
import type { Filled } from './habit-state.ts';

/** After a fill by mouse: the other way is one click away. */
export function FillChoice({ habits, filled }: { habits: GridHabits; filled: Filled }) {
  const { ground, desk, store } = habits;
  const other = filled.mode === 'copy' ? '改为序列' : '改为复制';
  const switchOver = (): void => {
    void fillOtherwise(ground, desk, store, filled).catch((error: unknown) => ground.events().failed(error));
  };
  return (
    <div className="habit-fill" role="group" aria-label="填充方式">
      <span>{filled.mode === 'copy' ? '已照样填充' : '已按序列填充'}</span>
      <Button size="small" onClick={switchOver}>{other}</Button>
      <Button size="small" type="text" aria-label="不再显示" onClick={() => store.setState({ filled: null })}>×</Button>
    </div>
  );
}
