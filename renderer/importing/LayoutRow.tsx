import { Button, Input } from 'antd';
import { useState } from 'react';
import { findSheetKind } from '../../shared/sheets/kinds/index.ts';
import type { SheetLayout } from '../../shared/sheets/sheet-layout.ts';
import { useClient, useRefreshRegister } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { timeText } from '../ui/times.ts';
import { targetWord } from './target-options.ts';

/** A remembered layout: renamed where it stands, opened for its columns, given away, forgotten and put back. */
export function LayoutRow({ layout, give }: { layout: SheetLayout; give: () => void }) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const [naming, setNaming] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const { id, name, kind, department, columns, lastUsed, lastFile, uses } = layout;

  const rename = async (): Promise<void> => {
    const wish = naming?.trim() ?? '';
    setNaming(null);
    if (wish === '' || wish === name) return;
    try {
      await client.importing.renameLayout({ id, name: wish });
      await refresh();
    } catch (error) {
      notices.refused(error, '改版式的名字');
    }
  };
  const forget = async (): Promise<void> => {
    try {
      // What is exported can be taken in again: so it can be put back.
      const kept = await client.importing.exportLayouts({ ids: [id] });
      await client.importing.forgetLayout({ id });
      await refresh();
      notices.done(`已删除版式“${name}”`, { label: '放回', run: () => void client.importing.importLayouts({ file: kept }).then(refresh, (error: unknown) => notices.refused(error, '放回版式')) });
    } catch (error) {
      notices.refused(error, '删除版式');
    }
  };

  return (
    <>
      <tr>
        <td className="layout-name">
          {naming === null ? <button type="button" className="in-text" title="改名字" aria-label={`${name}，改名字`} onClick={() => setNaming(name)}>{name}</button> : (
            <Input size="small" autoFocus aria-label="版式的名字" maxLength={100} value={naming} onChange={({ target }) => setNaming(target.value)} onBlur={() => void rename()} onPressEnter={() => void rename()} onKeyDown={({ key }) => { if (key === 'Escape') setNaming(null); }} />
          )}
        </td>
        <td>{findSheetKind(kind)?.label ?? kind}</td>
        <td className="nowrap">{department}</td>
        <td className="amount"><button type="button" className="in-text" aria-expanded={open} aria-label={`${name} 的 ${columns.length} 列`} onClick={() => setOpen(!open)}>{columns.length}</button></td>
        <td className="nowrap">{uses === 0 ? <span className="quiet">还没用过</span> : timeText(lastUsed)}</td>
        <td className="layout-file">{lastFile}</td>
        <td className="nowrap layout-acts">
          <Button size="small" aria-label={`把“${name}”导出给同事`} onClick={give}>导出给同事</Button>
          <Button size="small" aria-label={`删除“${name}”`} onClick={() => void forget()}>删除</Button>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={7}>
            <ul className="layout-columns" aria-label={`${name} 的列`}>
              {columns.map(({ header, target }) => <li key={header}>{header}{targetWord(target) !== header && <span className="quiet"> → {targetWord(target)}</span>}</li>)}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}
