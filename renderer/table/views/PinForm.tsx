import { Button, Input } from 'antd';
import { useState } from 'react';
import { filterWords } from '../../grid/filter-words.ts';
import type { Views } from './use-views.ts';

interface Props {
  readonly name: string;
  /** What the table shows now, in words. */
  readonly means: string;
  readonly submit: (name: string, means: string) => Promise<void>;
  readonly back: () => void;
}

/** The conditions under which the table is looked at now, in the clerk's words. */
export function meansOf(views: Views): string {
  const { filters, search } = views.body();
  return [...filters.map((filter) => filterWords(filter)), ...(search === '' ? [] : [`找“${search}”`])].join('，') || `“${views.table.title}”表全部`;
}

/** What a pinned question is called, and what it counts. */
export function PinForm({ name, means, submit, back }: Props) {
  const [text, setText] = useState(name.slice(0, 60));
  const [said, setSaid] = useState(means.slice(0, 500));
  return (
    <form className="view-form" aria-label="钉成常问的数" onSubmit={(event) => { event.preventDefault(); if (text.trim() !== '') void submit(text.trim(), said.trim()); }}>
      <h2>钉成常问的数</h2>
      <p className="quiet">表里现在筛出几行，以后在“报表”的“常问的数”里随时有答案。</p>
      <label>问的是什么<Input aria-label="问的是什么" value={text} maxLength={60} autoFocus placeholder="如：有几户人均低于6000元" onChange={(event) => setText(event.target.value)} /></label>
      <label>口径<Input.TextArea aria-label="口径" value={said} maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} onChange={(event) => setSaid(event.target.value)} /></label>
      <div className="view-form-foot">
        <Button onClick={back}>返回</Button>
        <Button type="primary" htmlType="submit" disabled={text.trim() === ''}>钉住</Button>
      </div>
    </form>
  );
}
