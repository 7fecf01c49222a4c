import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import type { FormTemplate } from '../../../shared/contract/templates.ts';
import { useClient, useOnlyLooking, useRefreshRegister } from '../../app/session.tsx';
import { download } from '../../ui/download.ts';
import { useNotices } from '../../ui/messages.tsx';
import { Reading } from '../../ui/Reading.tsx';
import { timeText } from '../../ui/times.ts';
import { useFormDesk } from './form-desk.ts';

const eachWords = { once: '名单', household: '一户一份', person: '一人一份' } as const;

/** Forms that were filled before; for a colleague, too. */
export function FormList() {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const looking = useOnlyLooking() !== null;
  const chooser = useRef<HTMLInputElement>(null);
  const forms = useQuery({ queryKey: ['forms'], queryFn: () => client.templates.list() });
  const give = async (ids?: number[]): Promise<void> => {
    try {
      const file = await client.templates.export(ids === undefined ? {} : { ids });
      download(file, file.name);
      notices.done(`已导出，里面只有列名和填法，没有空表，也没有任何人的信息：${file.name}`);
    } catch (error) {
      notices.refused(error, '导出填法');
    }
  };
  const take = async (file: File): Promise<void> => {
    try {
      const { taken } = await client.templates.import({ file });
      await refresh();
      notices.done(`收下 ${taken} 张表的填法；拖入同样的空表就照着填`);
    } catch (error) {
      notices.refused(error, '导入填法');
    }
  };
  if (forms.isPending || forms.isError) return <Reading of={forms} what="填过的表" />;
  const count = forms.data.length;
  return (
    <section aria-labelledby="forms-title">
      <div className="list-head">
        <h2 id="forms-title">填过的表</h2>
        <span className="quiet">{count === 0 ? '填过一次的表记在这里，下个月不用再找空表' : `${count} 张`}</span>
        <span className="list-actions">
          <input ref={chooser} type="file" hidden accept=".json" aria-label="同事的填法文件" onChange={({ target }) => { const [file] = target.files ?? []; if (file) void take(file); target.value = ''; }} />
          <Button size="small" disabled={looking} onClick={() => chooser.current?.click()}>导入同事的填法……</Button>
          {count > 0 && <Button size="small" onClick={() => void give()}>全部导出给同事</Button>}
        </span>
      </div>
      {count > 0 && (
        <table className="plain-table">
          <thead><tr><th>名字</th><th>怎么填</th><th className="amount">列</th><th className="amount">单独的格</th><th>上次填</th><th aria-label="操作" /></tr></thead>
          <tbody>{forms.data.map((form) => <FormRow key={form.id} form={form} give={() => void give([form.id])} looking={looking} />)}</tbody>
        </table>
      )}
    </section>
  );
}

function FormRow({ form, give, looking }: { form: FormTemplate; give: () => void; looking: boolean }) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const takeKept = useFormDesk((state) => state.takeKept);
  const [naming, setNaming] = useState<string | null>(null);
  const { id, name, each, columns, places, kept, lastUsed, uses } = form;
  const rename = async (): Promise<void> => {
    const wish = naming?.trim() ?? '';
    setNaming(null);
    if (wish === '' || wish === name) return;
    try {
      await client.templates.rename({ id, name: wish });
      await refresh();
    } catch (error) {
      notices.refused(error, '改表的名字');
    }
  };
  const forget = async (): Promise<void> => {
    try {
      await client.templates.forget({ id });
      await refresh();
      notices.done(`已删除“${name}”的填法；再拖入这张空表，会重新认`);
    } catch (error) {
      notices.refused(error, '删除填法');
    }
  };
  return (
    <tr>
      <td>
        {naming === null ? <button type="button" className="in-text" disabled={looking} title="改名字" aria-label={`${name}，改名字`} onClick={() => setNaming(name)}>{name}</button> : (
          <Input size="small" autoFocus aria-label="表的名字" maxLength={100} value={naming} onChange={({ target }) => setNaming(target.value)} onBlur={() => void rename()} onPressEnter={() => void rename()} onKeyDown={({ key }) => { if (key === 'Escape') setNaming(null); }} />
        )}
      </td>
      <td className="nowrap">{eachWords[each]}</td>
      <td className="amount">{columns}</td>
      <td className="amount">{places}</td>
      <td className="nowrap">{uses === 0 ? <span className="quiet">还没填过</span> : timeText(lastUsed)}</td>
      <td className="nowrap">
        <Button size="small" type="primary" ghost disabled={!kept} title={kept ? '' : '没有留下空表，请把空表拖进来'} aria-label={`再填“${name}”`} onClick={() => takeKept(id, name)}>再填一次</Button>{' '}
        <Button size="small" aria-label={`把“${name}”的填法导出给同事`} onClick={give}>导出给同事</Button>{' '}
        <Button size="small" disabled={looking} aria-label={`删除“${name}”`} onClick={() => void forget()}>删除</Button>
      </td>
    </tr>
  );
}
