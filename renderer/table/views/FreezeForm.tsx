import { Button, Input } from 'antd';
import { useState } from 'react';
import { today } from '../../grid/typing.ts';
import { DayInput } from '../../ui/DayInput.tsx';

interface Props {
  readonly name: string;
  readonly submit: (name: string, day: string, reason: string) => Promise<void>;
  readonly back: () => void;
}

/** What a frozen list is called, of what day it is, and why it is kept. */
export function FreezeForm({ name, submit, back }: Props) {
  const [text, setText] = useState(`${name} ${today()}`.slice(0, 40));
  const [day, setDay] = useState(today);
  const [reason, setReason] = useState('');
  const ready = text.trim() !== '' && day !== '';
  return (
    <form
      className="view-form"
      aria-label="冻结名单"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void submit(text.trim(), day, reason.trim());
      }}
    >
      <h2>冻结名单</h2>
      <p className="quiet">把表里现在看到的这些行记成一份名单，以后随时和当时的人数对照：谁新进来，谁出去了。</p>
      <label>名字<Input aria-label="名单的名字" value={text} maxLength={40} autoFocus onChange={(event) => setText(event.target.value)} /></label>
      <label>日期<DayInput aria-label="名单的日期" value={day} change={setDay} /></label>
      <label>依据<Input aria-label="冻结的依据" value={reason} maxLength={200} placeholder="如：明扶贫发〔2020〕1号" onChange={(event) => setReason(event.target.value)} /></label>
      <div className="view-form-foot">
        <Button onClick={back}>返回</Button>
        <Button type="primary" htmlType="submit" disabled={!ready}>冻结名单</Button>
      </div>
    </form>
  );
}
