import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { proseText } from '../../shared/reports/make-prose.ts';
import { useClient, useRegister } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Reading } from '../ui/Reading.tsx';

interface Props {
  readonly report: string;
  readonly period: string;
  /** Takes it out as a Word file. */
  readonly take: () => void;
}

/** The report in running text: what changed since the last one is marked; below, where its numbers come from. */
export function ReportProse({ report, period, take }: Props) {
  const client = useClient();
  const notices = useNotices();
  const { file, revision } = useRegister();
  const [live, setLive] = useState(false);
  const told = useQuery({ queryKey: ['reportProse', file, revision, report, period, live], queryFn: () => client.reports.prose({ report, period, live }), placeholderData: (before) => before });
  if (told.isError || !told.data) return <Reading of={told} doing="写文字稿" />;
  const { title, paragraphs, notes, frozen } = told.data;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(`${proseText(told.data)}\n${notes.join('\n')}`);
      notices.done('已复制文字稿，可以粘贴到别处');
    } catch (error) {
      notices.refused(error, '复制文字稿');
    }
  };
  return (
    <article className="report-prose" aria-label="文字稿">
      <div className="report-prose-actions">
        <Button type="primary" onClick={() => void copy()}>复制文字</Button>
        <Button onClick={take}>出 Word</Button>
        {(frozen !== null || live) && <Checkbox checked={live} onChange={({ target }) => setLive(target.checked)}>改用登记册现在的数字</Checkbox>}
      </div>
      {frozen === null && <p className="report-prose-live" role="status">▲ {notes[0]}</p>}
      <h2>{title}</h2>
      {paragraphs.map((pieces) => (
        <p key={pieces[0]?.text}>
          {pieces.map(({ text, bold, change, figure }, at) => (
            bold ? <strong key={text}>{text}</strong> : change === undefined ? <span key={`${figure ?? text} ${at}`}>{text}</span> : <mark key={`${figure ?? text} ${at}`}>{text}（{change}）</mark>
          ))}
        </p>
      ))}
      {notes.slice(frozen === null ? 1 : 0).map((note) => <p key={note} className="quiet">{note}</p>)}
    </article>
  );
}
