import { Button, Select } from 'antd';
import { type RefObject, useEffect, useState } from 'react';
import type { Sort } from '../../shared/contract/tables.ts';
import type { Table } from '../../shared/sheets/table.ts';
import type { GridHandle } from '../grid/grid-context.ts';
import { KeyPopover } from '../ui/KeyPopover.tsx';

const most = 10;

/** By which columns the rows stand, one after another. Ctrl+Shift+S. */
export function SortChooser({ table, grid }: { table: Table; grid: RefObject<GridHandle | null> }) {
  const [open, setOpen] = useState(false);
  const [sorts, setSorts] = useState<readonly Sort[]>([]);
  const show = (next: boolean): void => {
    setOpen(next);
    const now = grid.current?.sorts() ?? [];
    if (next) setSorts(now.length > 0 ? now : [{ field: '', descending: false }]);
    else grid.current?.focus();
  };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      show(true);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
    // The grid's handle is always that of now.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const change = (at: number, sort: Sort): void => setSorts(sorts.map((each, place) => (place === at ? sort : each)));
  const apply = (next: readonly Sort[]): void => {
    grid.current?.setSorts(next.filter(({ field }) => field !== ''));
    show(false);
  };
  const options = table.fields.map(({ key, label, group }) => ({ value: key, label, title: group }));
  const form = (
    <form className="sort-list" aria-label="排序" onSubmit={(event) => { event.preventDefault(); apply(sorts); }}>
      {sorts.map((sort, at) => (
        <div key={`${at} ${sorts.length}`} className="sort-line">
          <span>{at === 0 ? '先按' : '再按'}</span>
          <Select
            aria-label={`第 ${at + 1} 列`}
            showSearch
            autoFocus={at > 0 && at === sorts.length - 1}
            optionFilterProp="label"
            placeholder="哪一列"
            className="sort-column"
            value={sort.field === '' ? null : sort.field}
            options={options.filter(({ value }) => value === sort.field || !sorts.some(({ field }) => field === value))}
            onChange={(field: string) => change(at, { ...sort, field })}
          />
          <Select
            aria-label={`第 ${at + 1} 列的次序`}
            className="sort-way"
            value={sort.descending ? 'down' : 'up'}
            options={[{ value: 'up', label: '从小到大' }, { value: 'down', label: '从大到小' }]}
            onChange={(way: string) => change(at, { ...sort, descending: way === 'down' })}
          />
          <Button type="text" aria-label={`不按第 ${at + 1} 列`} onClick={() => setSorts(sorts.filter((_, place) => place !== at))}>×</Button>
        </div>
      ))}
      <div className="sort-foot">
        <Button disabled={sorts.length >= most} onClick={() => setSorts([...sorts, { field: '', descending: false }])}>再加一列</Button>
        <Button onClick={() => apply([])}>不排序</Button>
        <Button type="primary" htmlType="submit">排序</Button>
      </div>
    </form>
  );
  return (
    <KeyPopover content={form} open={open} onOpenChange={show} back={() => grid.current?.focus()}>
      <Button type="text" title="Ctrl+Shift+S">排序 ▾</Button>
    </KeyPopover>
  );
}
