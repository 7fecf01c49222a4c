import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';

interface Props {
  readonly title: string;
  readonly verb: string;
  readonly name: string;
  readonly forAll: boolean;
  readonly submit: (name: string, forAll: boolean) => Promise<void>;
  readonly back: () => void;
}

/** A view's name, and whose it is. */
export function NameForm({ title, verb, name, forAll, submit, back }: Props) {
  const [text, setText] = useState(name);
  const [common, setCommon] = useState(forAll);
  return (
    <form
      className="view-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void submit(text.trim(), common);
      }}
    >
      <h2>{title}</h2>
      <label>名字<Input aria-label="视图的名字" value={text} maxLength={40} autoFocus onChange={(event) => setText(event.target.value)} /></label>
      <Checkbox checked={common} onChange={(event) => setCommon(event.target.checked)}>用这个登记册的人都能用</Checkbox>
      <div className="view-form-foot">
        <Button onClick={back}>返回</Button>
        <Button type="primary" htmlType="submit" disabled={text.trim() === ''}>{verb}</Button>
      </div>
    </form>
  );
}
