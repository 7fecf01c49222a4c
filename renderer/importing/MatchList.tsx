import { Button } from 'antd';
import { useState } from 'react';
import { everybody, findMatchSubject, matchSubjects } from '../../shared/changes/match-subjects.ts';
import type { Matching } from '../../shared/changes/matching.ts';
import { useClient, useYear } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';
import { WorkBar } from '../ui/WorkBar.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { returnSheet, type RowAnswer, useMatchDesk, useMatchWork } from './match-desk.ts';
import './match.css';
import { MatchAnswers } from './MatchAnswers.tsx';
import { MatchResult } from './MatchResult.tsx';
import { useOfferedFiles } from './offered-files.ts';

const topics = [...new Set(matchSubjects.map(({ topic }) => topic))];

/** A department's list against the register, without importing it. */
export function MatchList() {
  const client = useClient();
  const year = useYear();
  const work = useMatchWork();
  const notices = useNotices();
  const offer = useOfferedFiles((state) => state.offer);
  const { open, file, as, found, trouble, stale, show, choose, setAs, match, answer } = useMatchDesk();
  const [answers, setAnswers] = useState(0);
  const handBack = async (): Promise<void> => {
    try {
      const workbook = await returnSheet(client, year);
      if (workbook) download(workbook, workbook.name);
    } catch (error) {
      notices.refused(error, '导出回执');
    }
  };
  const say = async (given: readonly RowAnswer[]): Promise<void> => {
    try {
      await answer(client, year, given);
      if (given.length > 1) notices.done(`认下 ${given.length} 行，要改可以在“记住的答复”里收回`);
    } catch (error) {
      notices.refused(error, '记下答复');
    }
    setAnswers((count) => count + 1);
  };
  const takeBack = async (list: string, theirs: string): Promise<void> => {
    try {
      if (found?.list === list) await answer(client, year, [{ theirs, memberId: undefined }]);
      else await client.importing.answerMatch({ list, theirs });
    } catch (error) {
      notices.refused(error, '收回答复');
    }
    setAnswers((count) => count + 1);
  };
  return (
    <details className="compare" open={open} onToggle={({ currentTarget }) => show(currentTarget.open)}>
      <summary>拿部门的名单和登记册比对（不导入）</summary>
      <p className="quiet">低保、特困、残疾人、参保、学籍、危房等名单：谁在册、谁不在册、哪些项对不上、可能是谁。按证件号码前 18 位对，没有的按人编号；说过“就是他”的，下个月的名单照用。</p>
      <div className="compare-choice">
        <ChooseFile word="名单" file={file} choose={choose} />
        <label>
          是什么名单{' '}
          <select className="plain-select" value={as} onChange={({ target }) => setAs(target.value)}>
            <option value="">按表头认</option>
            {topics.map((topic) => (
              <optgroup key={topic} label={topic}>
                {matchSubjects.filter((each) => each.topic === topic).map(({ key, label }) => <option key={key} value={key}>{label}</option>)}
              </optgroup>
            ))}
            <option value={everybody}>不分主题，和全册的人比</option>
          </select>
        </label>
        <Button disabled={!file || work.running} onClick={() => void match(client, year)}>{stale ? '重新比对' : '比对'}</Button>
        {found && <Button disabled={work.running} title="部门自己的表，行不变，后面加上比对结果和说明" onClick={() => void handBack()}>导出回执</Button>}
        {found && file && <Button onClick={() => offer([file])}>导入这份名单</Button>}
      </div>
      <WorkBar work={work} what="正在比对" />
      {trouble !== null && <Problem error={trouble} doing="比对名单" />}
      {stale && <p role="status">答复已记下；名单行数多，答完后请点“重新比对”。</p>}
      {found && <Summary found={found} />}
      {found && <MatchResult found={found} answer={say} />}
      {open && <MatchAnswers changed={answers} takeBack={(list, theirs) => void takeBack(list, theirs)} />}
    </details>
  );
}

/** As what the list was taken, against which year, and which sheets were left out. */
function Summary({ found: { subject, year, listYear, rows, sheets } }: { found: Matching }) {
  const label = subject === null ? undefined : findMatchSubject(subject)?.label;
  return (
    <>
      <p role="status">
        {label === undefined ? '不分主题，和全册的人比' : `按“${label}”比`}，登记册 {year} 年度，名单 {rows} 行。
        {listYear !== null && listYear !== year && <strong> 名单写的是 {listYear} 年。</strong>}
      </p>
      {sheets.map(({ sheet, why }) => why !== undefined && <p key={sheet} className="quiet">工作表“{sheet}”没有比：{why}。</p>)}
    </>
  );
}
