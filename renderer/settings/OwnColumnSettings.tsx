import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { NotesTaken, OwnColumnUse } from '../../shared/contract/own-columns.ts';
import { useClient, useRefreshRegister, useRegister } from '../app/session.tsx';
import { ColumnForm, type ColumnWork } from '../own/ColumnForm.tsx';
import { aboutsOf } from '../own/typed-column.ts';
import { download } from '../ui/download.ts';
import { useNotices } from '../ui/messages.tsx';
import { Reading } from '../ui/Reading.tsx';
import { NotedColumns } from './NotedColumns.tsx';
import { OwnColumnList } from './OwnColumnList.tsx';

/** Columns that the office adds by itself, without a programmer. */
export function OwnColumnSettings() {
  const client = useClient();
  const { revision } = useRegister();
  const refresh = useRefreshRegister();
  const notices = useNotices();
  const chooser = useRef<HTMLInputElement>(null);
  const [work, setWork] = useState<ColumnWork | null>(null);
  const [taken, setTaken] = useState<NotesTaken | null>(null);
  const own = useQuery({ queryKey: ['own-columns', revision], queryFn: () => client.ownColumns.list(), placeholderData: (before: readonly OwnColumnUse[] | undefined) => before });
  const count = own.data?.length ?? 0;
  const give = async (): Promise<void> => {
    try {
      const file = await client.ownColumns.exportFile({});
      download(file, file.name);
      notices.done(`已导出，发给同事，在这里点“导入同事的自设列”就行。里面只有列名和选项，没有任何人的信息：${file.name}`);
    } catch (error) {
      notices.refused(error, '导出自设列');
    }
  };
  const take = async (file: File): Promise<void> => {
    try {
      const { added, there } = await client.ownColumns.importFile({ file });
      await refresh();
      notices.done(`收下 ${added} 个自设列${there > 0 ? `，${there} 个本来就有，没有动` : ''}`);
    } catch (error) {
      notices.refused(error, '收下自设列');
    }
  };
  return (
    <section aria-labelledby="own-title">
      <div className="list-head">
        <h2 id="own-title">自设列</h2>
        <span className="list-actions">
          <input ref={chooser} type="file" hidden accept=".json" aria-label="同事的自设列文件" onChange={({ target }) => { const [file] = target.files ?? []; if (file) void take(file); target.value = ''; }} />
          <Button size="small" onClick={() => chooser.current?.click()}>导入同事的自设列……</Button>
          {count > 0 && <Button size="small" onClick={() => void give()}>全部导出给同事</Button>}
          <Button size="small" onClick={() => setWork({ kind: 'new', abouts: aboutsOf(null) })}>新增一列……</Button>
        </span>
      </div>
      <p className="quiet">登记册里没有的内容，自己加一列来记。加好以后和别的列一样：能导入导出、筛选排序、核对、查修改记录、撤销。</p>
      {(own.isPending || own.isError) && <Reading of={own} what="自设列" />}
      {own.data && count > 0 && <OwnColumnList uses={own.data} change={(use) => setWork({ kind: 'change', use })} />}
      {work?.kind !== undefined && work.kind !== 'notes' && <ColumnForm key={work.kind === 'change' ? work.use.column.key : 'new'} work={work} close={() => setWork(null)} />}
      <NotedColumns open={(noted) => { setTaken(null); setWork({ kind: 'notes', noted }); }} />
      {work?.kind === 'notes' && <ColumnForm key={`${work.noted.about} ${work.noted.header}`} work={work} close={() => setWork(null)} told={setTaken} />}
      {taken && (
        <div role="status">
          <p>读进 {taken.taken} 行{taken.left.length > 0 ? `，${taken.left.length} 行没有读进去，原样留着：` : '。'}</p>
          {taken.left.length > 0 && (
            <ul className="own-left">
              {taken.left.map(({ where, value, why }, at) => <li key={at}>{where}：{value} <span className="quiet">{why}</span></li>)}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}
