import type { GridHabits } from './grid-habits.ts';
import type { HeadAt } from './habit-state.ts';
import { selectColumns } from './whole-parts.ts';
import { PointMenu } from '../../ui/PointMenu.tsx';

const step = 24;

/** What can be done with a column: right button on its head, Shift+F10 there, or Ctrl+Shift+L from any of its cells. */
export function HeadMenu({ habits, at }: { habits: GridHabits; at: HeadAt }) {
  const { ground, store } = habits;
  const { api } = ground;
  const column = api.getColumn(at.id);
  const label = ground.table.fields.find(({ key }) => key === at.id)?.label ?? '';
  const place = ground.columns.indexOf(at.id);
  const close = (): void => {
    store.setState({ head: null });
    habits.takeKeys();
    // The menu takes the keys with it when it goes; they come back to the cell afterwards.
    setTimeout(() => {
      if (store.getState().head === null) ground.focusActive(false);
    });
  };
  if (!column || place < 0) return null;
  const sort = (way: 'asc' | 'desc' | null): void => void api.applyColumnState({ state: [{ colId: at.id, sort: way }], defaultState: { sort: null } });
  const widen = (by: number): void => api.setColumnWidths([{ key: at.id, newWidth: Math.max(48, column.getActualWidth() + by) }]);
  const move = (by: 1 | -1): void => {
    const other = ground.columns[place + by];
    const order = (api.getColumnState() ?? []).map(({ colId }) => colId);
    if (other !== undefined) api.moveColumns([at.id], order.indexOf(other));
  };
  const freezeTo = (id: string | null): void => {
    const until = id === null ? -1 : ground.columns.indexOf(id);
    const columns = [...ground.columns];
    api.setColumnsPinned(columns.slice(0, until + 1), 'left');
    api.setColumnsPinned(columns.slice(until + 1), null);
  };
  const items = [
    { key: 'filter', label: '筛选……', onClick: () => void setTimeout(() => api.showColumnFilter(at.id)) },
    { key: 'up', label: '从小到大排', onClick: () => sort('asc') },
    { key: 'down', label: '从大到小排', onClick: () => sort('desc') },
    { key: 'none', label: '不按这一列排', disabled: column.getSort() === null || column.getSort() === undefined, onClick: () => sort(null) },
    { type: 'divider' as const },
    { key: 'select', label: '选中整列', extra: 'Ctrl+空格', onClick: () => selectColumns(ground, place, place) },
    { key: 'freeze', label: '冻结到这一列', onClick: () => freezeTo(at.id) },
    { key: 'loosen', label: '取消冻结', onClick: () => freezeTo(null) },
    { key: 'hide', label: '隐藏这一列', onClick: () => api.setColumnsVisible([at.id], false) },
    { type: 'divider' as const },
    { key: 'left', label: '左移一列', disabled: place === 0, onClick: () => move(-1) },
    { key: 'right', label: '右移一列', disabled: place === ground.columns.length - 1, onClick: () => move(1) },
    { key: 'wider', label: '加宽', onClick: () => widen(step) },
    { key: 'narrower', label: '变窄', onClick: () => widen(-step) },
    { key: 'fit', label: '按内容定宽', onClick: () => api.autoSizeColumns([at.id]) },
  ];
  return <PointMenu items={items} at={at} label={`“${label}”列`} close={close} />;
}
