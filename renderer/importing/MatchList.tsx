import { Button, Select } from 'antd';
import { useState } from 'react';
import { everybody, findMatchSubject, matchSubjects } from '../../shared/changes/match-subjects.ts';
import type { Matching } from '../../shared/changes/matching.ts';
import { useClient, useYear } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';
import { isCancelled } from '../ui/refusal.ts';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { MatchResult } from './MatchResult.tsx';
import { useOfferedFiles } from './offered-files.ts';

const useMatchWork = createWork();

const subjects = [
  { value: '', label: '按表头认' },
  ...matchSubjects.map(({ key, label }) => ({ value: key, label })),
  { value: everybody, label: '不分主题：全册的人' },
];

/** A department's list against the register, without importing it. */
export function MatchList() {
  const client = useClient();
  const year = useYear();
  const work = useMatchWork();
  const notices = useNotices();
  const offer = useOfferedFiles((state) => state.offer);
  const [file, setFile] = useState<File | null>(null);
  const [as, setAs] = useState('');
  const [found, setFound] = useState<Matching | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const question = (chosen: File, back: boolean) => (job: string) => client.importing.match({ file: chosen, year, job, back, ...(as === '' ? {} : { as }) });
  const match = async (): Promise<void> => {
    if (!file) return;
    setTrouble(null);
    try {
      setFound(await work.run(client, question(file, false)));
    } catch (error) {
      if (!isCancelled(error)) setTrouble(error);
    }
  };
  const handBack = async (): Promise<void> => {
    if (!file) return;
    try {
      const { workbook } = await work.run(client, question(file, true));
      if (workbook) download(workbook, workbook.name);
    } catch (error) {
      if (!isCancelled(error)) notices.refused(error, '导出回执');
    }
  };
  const answer = async (theirs: string, memberId: string | null | undefined): Promise<void> => {
    if (!found) return;
    try {
      await client.importing.answerMatch({ list: found.list, theirs, ...(memberId === undefined ? {} : { memberId }) });
      await match();
    } catch (error) {
      notices.refused(error, '记下答复');
    }
  };
  const label = found?.subject ? findMatchSubject(found.subject)?.label : undefined;
  return (
    <details className="compare">
      <summary>拿部门的名单和登记册比对（不导入）</summary>
      <p className="quiet">低保、特困、残疾人、参保、学籍、危房等名单：谁在册、谁不在册、哪些项对不上、可能是谁。按证件号码前 18 位对，没有的按人编号；说过“就是这个人”的，下个月的名单照用。</p>
      <div className="compare-choice">
        <ChooseFile word="名单" file={file} choose={(chosen) => { setFile(chosen); setFound(null); setTrouble(null); }} />
        <Select aria-label="是什么名单" value={as} options={subjects} style={{ width: 200 }} onChange={(next: string) => { setAs(next); setFound(null); }} />
        <Button disabled={!file || work.running} onClick={() => void match()}>比对</Button>
        {found && <Button disabled={work.running} onClick={() => void handBack()}>导出回执</Button>}
        {found && file && <Button onClick={() => offer([file])}>导入这份名单</Button>}
      </div>
      <WorkBar work={work} what="正在比对" />
      {trouble !== null && <Problem error={trouble} doing="比对名单" />}
      {found && <p role="status">{label ? `按“${label}”比` : '不分主题，和全册的人比'}，登记册 {found.year} 年度，名单 {found.rows} 行。</p>}
      {found && <MatchResult found={found} answer={answer} />}
    </details>
  );
}
