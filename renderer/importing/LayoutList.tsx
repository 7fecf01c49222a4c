import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { useClient, useRefreshRegister } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { useNotices } from '../ui/messages.tsx';
import { Reading } from '../ui/Reading.tsx';
import { LayoutRow } from './LayoutRow.tsx';

/** Layouts that were imported once and are known again; for a colleague, too. */
export function LayoutList() {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const chooser = useRef<HTMLInputElement>(null);
  const layouts = useQuery({ queryKey: ['layouts'], queryFn: () => client.importing.layouts() });
  const give = async (ids?: number[]): Promise<void> => {
    try {
      const file = await client.importing.exportLayouts(ids === undefined ? {} : { ids });
      download(file, file.name);
      notices.done(`已导出，发给同事，在“导入”里点“导入同事的版式”就行。里面只有列名，没有任何人的信息：${file.name}`);
    } catch (error) {
      notices.refused(error, '导出版式');
    }
  };
  const take = async (file: File): Promise<void> => {
    try {
      const { taken } = await client.importing.importLayouts({ file });
      await refresh();
      notices.done(`收下 ${taken} 个版式`);
    } catch (error) {
      notices.refused(error, '导入版式');
    }
  };
  if (layouts.isPending || layouts.isError) return <Reading of={layouts} what="版式" />;
  const count = layouts.data.length;
  return (
    <section aria-labelledby="layouts-title">
      <div className="list-head">
        <h2 id="layouts-title">记住的版式</h2>
        <span className="quiet">{count === 0 ? '导入过的表，列名和对应关系记在这里，下次同样的表什么都不用问' : `${count} 个；同样的表再来，什么都不用问`}</span>
        <span className="list-actions">
          <input ref={chooser} type="file" hidden accept=".json" aria-label="同事的版式文件" onChange={({ target }) => { const [file] = target.files ?? []; if (file) void take(file); target.value = ''; }} />
          <Button size="small" onClick={() => chooser.current?.click()}>导入同事的版式……</Button>
          {count > 0 && <Button size="small" onClick={() => void give()}>全部导出给同事</Button>}
        </span>
      </div>
      {count > 0 && (
        <table className="plain-table layout-list">
          <thead><tr><th>名字</th><th>什么表</th><th>部门</th><th className="amount">列</th><th>上次用</th><th>上次的文件</th><th aria-label="改动" /></tr></thead>
          <tbody>{layouts.data.map((layout) => <LayoutRow key={layout.id} layout={layout} give={() => void give([layout.id])} />)}</tbody>
        </table>
      )}
    </section>
  );
}
