import { Button, Checkbox, Input } from 'antd';
import { type RefObject, useMemo, useState } from 'react';
import type { Subject } from '../../shared/sheets/subject.ts';
import { tableOf } from '../../shared/sheets/table.ts';
import type { GridHandle } from '../grid/grid-context.ts';
import { KeyPopover } from '../ui/KeyPopover.tsx';
import { clearable } from '../ui/signs.tsx';

interface Props {
  readonly subject: Subject;
  readonly grid: RefObject<GridHandle | null>;
  /** The row of group names above the heads. */
  readonly groups: boolean;
  readonly setGroups: (on: boolean) => void;
  /** Null while nothing can be written. */
  readonly addColumn: (() => void) | null;
}

/** Which columns the grid shows, by the groups of the provincial sheets. */
export function ColumnChooser({ subject, grid, groups: twoRows, setGroups, addColumn }: Props) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const table = tableOf(subject);
  const groups = useMemo(() => Object.entries(Object.groupBy(table.fields, (field) => field.group)), [table]);
  const read = (): void => setShown(new Set((grid.current?.columns() ?? []).filter((column) => column.shown).map(({ id }) => id)));
  const show = (ids: readonly string[], on: boolean): void => {
    grid.current?.showColumns(ids, on);
    read();
  };
  const list = (
    <div className="column-list">
      <div className="column-list-head">
        <Input aria-label="找列" placeholder="找列" allowClear={clearable} value={text} onChange={(event) => setText(event.target.value)} />
        <Button onClick={() => { grid.current?.resetColumns(); read(); }}>恢复原样</Button>
        {subject !== 'helpers' && addColumn && <Button title="登记册里没有的内容，自己加一列来记" onClick={() => { setOpen(false); addColumn(); }}>新增一列……</Button>}
      </div>
      <Checkbox checked={twoRows} onChange={(event) => setGroups(event.target.checked)}>两行表头（上面一行是分组）</Checkbox>
      <div className="column-list-body">
        {groups.map(([group, fields = []]) => {
          const found = fields.filter(({ label, also }) => text === '' || label.includes(text) || also.some((other) => other.includes(text)));
          if (found.length === 0) return null;
          const on = found.filter(({ key }) => shown.has(key));
          return (
            <fieldset key={group}>
              <legend>
                <Checkbox checked={on.length === found.length} indeterminate={on.length > 0 && on.length < found.length} onChange={(event) => show(found.map(({ key }) => key), event.target.checked)}>
                  {group}
                </Checkbox>
              </legend>
              {found.map(({ key, label }) => (
                <Checkbox key={key} checked={shown.has(key)} onChange={(event) => show([key], event.target.checked)}>{label}</Checkbox>
              ))}
            </fieldset>
          );
        })}
      </div>
    </div>
  );
  return (
    <KeyPopover content={list} open={open} onOpenChange={(next) => { setOpen(next); if (next) read(); }}>
      <Button type="text">列 ▾</Button>
    </KeyPopover>
  );
}
