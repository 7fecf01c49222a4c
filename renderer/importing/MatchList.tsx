import { Button } from 'antd';
import { useState } from 'react';
import type { Matching } from '../../shared/changes/matching.ts';
import { navigate, useClient, useYear } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { Problem } from '../ui/Problem.tsx';
import { isCancelled } from '../ui/refusal.ts';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';
import { ChooseFile } from './ChooseFile.tsx';

const useMatchWork = createWork();
type Matched = Matching & { readonly workbook: File };

/** Lines of one quadrant on screen; the workbook has them all. */
const most = 200;

interface Line {
  readonly id: string;
  readonly row: number | null;
  readonly name: string;
  readonly text: string;
  readonly memberId?: string;
}

function quadrants(found: Matched): { readonly key: string; readonly word: string; readonly count: number; readonly lines: readonly Line[] }[] {
  const person = ({ village, householdNo }: { village: string; householdNo: string }): string => `${village}，户 ${householdNo}`;
  const near = (row: number): string => found.near.filter((each) => each.row === row).map(({ candidate, why }) => `可能是 ${candidate.name}（${person(candidate)}）：${why}`).join('；');
  return [
    { key: 'differ', word: '在册，不一致', count: found.differ.length, lines: found.differ.map(({ row, name, key, fields }) => ({ id: key, row, name, text: fields.map(({ label, register, theirs }) => `${label}：登记册 ${register || '空'}，名单 ${theirs}`).join('；') })) },
    { key: 'theirs', word: '不在册', count: found.onlyTheirs.length, lines: found.onlyTheirs.map(({ row, name, key }) => ({ id: key, row, name, text: near(row) })) },
    { key: 'register', word: '名单里没有', count: found.onlyRegister.length, lines: found.onlyRegister.map(({ memberId, name, village, householdNo }) => ({ id: memberId, row: null, name, text: person({ village, householdNo }), memberId })) },
    { key: 'unusable', word: '没法比对', count: found.unusable.length, lines: found.unusable.map(({ row, name, why }) => ({ id: String(row), row, name, text: why })) },
    { key: 'both', word: '在册，一致', count: found.both.length, lines: found.both.map(({ row, name, key }) => ({ id: key, row, name, text: '' })) },
  ];
}

/** A department's list against the register, without importing it. */
export function MatchList() {
  const client = useClient();
  const year = useYear();
  const work = useMatchWork();
  const [file, setFile] = useState<File | null>(null);
  const [found, setFound] = useState<Matched | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const match = async (): Promise<void> => {
    if (!file) return;
    setFound(null);
    setTrouble(null);
    try {
      setFound(await work.run(client, (job) => client.importing.match({ file, year, job })));
    } catch (error) {
      if (!isCancelled(error)) setTrouble(error);
    }
  };
  return (
    <details className="compare">
      <summary>拿部门的名单和登记册比对（不导入）</summary>
      <p className="quiet">低保、残疾人、医保、学籍等名单：谁在册、谁不在册、哪些项对不上。按证件号码前 18 位对，没有的按人编号。</p>
      <div className="compare-choice">
        <ChooseFile word="名单" file={file} choose={(chosen) => { setFile(chosen); setFound(null); setTrouble(null); }} />
        <Button disabled={!file || work.running} onClick={() => void match()}>比对</Button>
        {found && <Button onClick={() => download(found.workbook, found.workbook.name)}>保存带结果的名单</Button>}
      </div>
      <WorkBar work={work} what="正在比对" />
      {trouble !== null && <Problem error={trouble} doing="比对名单" />}
      {found && <Result found={found} />}
    </details>
  );
}

function Result({ found }: { found: Matched }) {
  const all = quadrants(found);
  const [chosen, setChosen] = useState(all.find(({ count }) => count > 0)?.key ?? 'both');
  const { lines = [], count = 0 } = all.find(({ key }) => key === chosen) ?? {};
  return (
    <section aria-label="比对结果">
      <div className="sieve-bar" role="group" aria-label="按结果看">
        {all.map(({ key, word, count: number }) => (
          <button key={key} type="button" className="sieve" aria-pressed={key === chosen} onClick={() => setChosen(key)}>
            <strong>{number}</strong>
            <span>{word}</span>
          </button>
        ))}
      </div>
      <table className="plain-table">
        <thead><tr><th>行</th><th>姓名</th><th>说明</th><th aria-label="去看" /></tr></thead>
        <tbody>
          {lines.slice(0, most).map(({ id, row, name, text, memberId }) => (
            <tr key={id}>
              <td>{row}</td>
              <td className="nowrap">{name}</td>
              <td>{text}</td>
              <td className="nowrap">{memberId === undefined ? null : <Button size="small" onClick={() => navigate({ screen: 'people', rowId: memberId })}>去看</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > most && <p className="quiet">只列前 {most} 行，共 {count} 行；名单里的各行都在 Excel 里。</p>}
      {count === 0 && <p className="quiet">没有。</p>}
    </section>
  );
}
