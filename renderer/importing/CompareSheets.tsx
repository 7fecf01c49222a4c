import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Comparison } from '../../shared/changes/comparison.ts';
import { useClient } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { Problem } from '../ui/Problem.tsx';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';
import { isCancelled } from '../ui/refusal.ts';
import { ChooseFile } from './ChooseFile.tsx';

const useCompareWork = createWork();
type Compared = Comparison & { readonly workbook: File };

/** Lines of the result on screen; the workbook has them all. */
const most = 200;

/** Two sheets side by side, without importing either: what came, what went, what changed. */
export function CompareSheets() {
  const client = useClient();
  const work = useCompareWork();
  const [before, setBefore] = useState<File | null>(null);
  const [after, setAfter] = useState<File | null>(null);
  const [found, setFound] = useState<Compared | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [key, setKey] = useState('');

  const compare = async (): Promise<void> => {
    if (!before || !after) return;
    setFound(null);
    setTrouble(null);
    try {
      setFound(await work.run(client, (job) => client.importing.compare({ before, after, job, ...(key.trim() === '' ? {} : { key: key.trim() }) })));
    } catch (error) {
      if (!isCancelled(error)) setTrouble(error);
    }
  };
  const choose = (set: (file: File) => void) => (file: File): void => {
    set(file);
    setFound(null);
    setTrouble(null);
  };

  return (
    <details className="compare">
      <summary>比较两张表（不导入）</summary>
      <p className="quiet">例如上个月和这个月的人员表：多了谁、少了谁、哪些格改了。按证件号码对，没有证件号码的按人编号、户编号；别的表写上按哪一列比。</p>
      <div className="compare-choice">
        <ChooseFile word="原来的表" file={before} choose={choose(setBefore)} />
        <ChooseFile word="现在的表" file={after} choose={choose(setAfter)} />
        <Input aria-label="按哪一列比" placeholder="按哪一列比（可不填）" maxLength={100} style={{ width: 180 }} value={key} onChange={({ target }) => setKey(target.value)} onPressEnter={() => void compare()} />
        <Button disabled={!before || !after || work.running} onClick={() => void compare()}>比较</Button>
      </div>
      <WorkBar work={work} what="正在比较" />
      {trouble !== null && <Problem error={trouble} doing="比较两张表" />}
      {found && <Result found={found} />}
    </details>
  );
}

function Result({ found }: { found: Compared }) {
  const { added, removed, changed, same, headers, unusable } = found;
  const lines = [
    ...added.map((row) => ({ id: `+${row.key}`, sign: '＋ 新增', row, header: '', old: '', now: '' })),
    ...removed.map((row) => ({ id: `-${row.key}`, sign: '－ 没有了', row, header: '', old: '', now: '' })),
    ...changed.map((cell) => ({ id: `*${cell.key} ${cell.header}`, sign: '△ 改了', row: cell, header: cell.header, old: cell.old, now: cell.new })),
  ];
  const left = unusable.before.length + unusable.after.length;
  return (
    <section aria-label="比较结果">
      <p role="status">
        按“{found.key}”比较：新增 {added.length} 行，没有了 {removed.length} 行，改了 {changed.length} 格，相同 {same} 行。
        {headers.added.length > 0 && ` 多了列：${headers.added.join('、')}。`}
        {headers.removed.length > 0 && ` 少了列：${headers.removed.join('、')}。`}
        {left > 0 && ` ${left} 行没有“${found.key}”，没有比。`}
        {unusable.repeated.length > 0 && ` ${unusable.repeated.length} 个“${found.key}”出现不止一次，没有比。`}{' '}
        {lines.length > 0 && <Button size="small" onClick={() => download(found.workbook, found.workbook.name)}>保存为 Excel</Button>}
      </p>
      {lines.length > 0 && (
        <table className="plain-table">
          <thead><tr><th>结果</th><th>{found.key}</th><th>姓名</th><th>列</th><th>原来</th><th>现在</th></tr></thead>
          <tbody>
            {lines.slice(0, most).map(({ id, sign, row, header, old, now }) => (
              <tr key={id}>
                <td className="nowrap">{sign}</td><td>{row.key}</td><td className="nowrap">{row.name}</td><td>{header}</td><td>{old === '' ? null : <del>{old}</del>}</td><td>{now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {lines.length > most && <p className="quiet">只列前 {most} 处，共 {lines.length} 处；全部的在 Excel 里。</p>}
    </section>
  );
}
