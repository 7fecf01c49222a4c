import { Button } from 'antd';
import { useRef } from 'react';
import { useOnlyLooking } from '../../app/session.tsx';
import type { Views } from './use-views.ts';
import type { ViewTask } from './ViewMenu.tsx';
import type { ViewWork } from './view-work.ts';

interface Props {
  readonly views: Views;
  readonly work: ViewWork;
  readonly setTask: (task: ViewTask) => void;
  readonly close: () => void;
}

/** What can be done with the view that is open, below the list of all. */
export function ViewActions({ views, work, setTask, close }: Props) {
  const { open, changed, list } = views;
  const writable = useOnlyLooking() === null;
  const file = useRef<HTMLInputElement>(null);
  const saved = open?.saved ?? null;
  const starts = open !== null && list?.start === open.id;
  const doing = (task: Promise<boolean>): void => void task.then((ok) => { if (ok) close(); });
  return (
    <div className="view-actions">
      {writable && saved && changed && <Button size="small" type="primary" onClick={() => doing(work.save(saved.name, saved.forAll, saved))}>保存改动</Button>}
      {writable && <Button size="small" onClick={() => setTask('save')}>{open ? '另存为……' : '保存视图……'}</Button>}
      {open && changed && <Button size="small" onClick={() => { views.choose(open.id); close(); }}>恢复原样</Button>}
      {open && <Button size="small" onClick={() => { views.close(); close(); }}>不用视图</Button>}
      {writable && open && <Button size="small" onClick={() => doing(work.setStart(starts ? null : open.id))}>{starts ? '打开时不用它' : '打开时就用它'}</Button>}
      {writable && saved && <Button size="small" onClick={() => setTask('rename')}>改名……</Button>}
      {writable && saved && <Button size="small" onClick={() => doing(work.remove(saved))}>删除视图</Button>}
      {writable && <Button size="small" onClick={() => setTask('freeze')}>冻结名单……</Button>}
      {writable && <Button size="small" title="表里现在筛出几行，以后在“报表”的“常问的数”里随时有答案" onClick={() => setTask('pin')}>钉成常问的数……</Button>}
      <Button size="small" title="表里现在看到的列和行" onClick={() => { close(); void work.exportRows(); }}>导出 Excel</Button>
      <Button size="small" title="存成文件给同事" onClick={() => { work.exportFile(); close(); }}>导出视图</Button>
      {writable && <Button size="small" onClick={() => file.current?.click()}>导入视图</Button>}
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="视图文件"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = '';
          if (chosen) doing(work.takeIn(chosen));
        }}
      />
    </div>
  );
}
