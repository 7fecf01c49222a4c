import { Button } from 'antd';
import { useRef } from 'react';
import type { FormInfo } from '../../shared/contract/sweeps.ts';
import { useClient, useOnlyLooking, useRefreshRegister, useSaving } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { useNotices } from '../ui/messages.tsx';

/** The forms as files: handed on, and taken in from the province or another office. */
export function FormFiles({ forms }: { forms: readonly FormInfo[] }) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const past = useOnlyLooking() !== null;
  const track = useSaving((state) => state.track);
  const picker = useRef<HTMLInputElement>(null);
  const act = async (doing: string, work: () => Promise<string>): Promise<void> => {
    try {
      notices.done(await track(work()));
      await refresh();
    } catch (error) {
      notices.refused(error, doing);
    }
  };
  return (
    <>
      <p className="quiet">省里、市里发了新表，可以按“导出这张表”的样子写成文件导入，不用改程序；编号相同的，导入就是新版本。</p>
      <table className="plain-table" aria-label="表的文件">
        <thead><tr><th>表</th><th>版本</th><th>出处</th><th>项目</th><th aria-label="导出或去掉" /></tr></thead>
        <tbody>
          {forms.map(({ key, title, version, source, items, own }) => (
            <tr key={key}>
              <td>{title}{own !== null && <span className="quiet"> 自设</span>}</td><td>{version}</td><td>{source}</td><td>{items.length} 项</td>
              <td className="nowrap rule-actions">
                <Button size="small" aria-label={`导出 ${title}`} onClick={() => void client.sweeps.exportForm({ form: key }).then((file) => download(file, file.name), (error: unknown) => notices.refused(error, '导出这张表'))}>导出这张表</Button>
                {own !== null && !past && <Button size="small" aria-label={`去掉 ${title}`} onClick={() => void act('去掉调查表', async () => `已${(await client.sweeps.removeForm({ form: key })).label}`)}>去掉</Button>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!past && <p className="sweep-take"><Button onClick={() => picker.current?.click()}>导入调查表文件</Button></p>}
      <input
        ref={picker} type="file" accept=".json" hidden aria-label="调查表文件"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void act('导入调查表文件', async () => { const { title, version } = await client.sweeps.importForm({ file }); return `收下“${title}”${version}`; });
          target.value = '';
        }}
      />
    </>
  );
}
