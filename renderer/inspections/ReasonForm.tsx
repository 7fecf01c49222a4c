import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { Problem } from '../ui/Problem.tsx';
import { SideForm } from '../ui/SideForm.tsx';
import { useInspectionDeed } from './use-inspection.ts';

interface Props {
  readonly title: string;
  readonly about: ReactNode;
  /** What is asked for, and answers to choose from. */
  readonly label: string;
  readonly offered: readonly string[];
  /** What the button says. */
  readonly submit: string;
  readonly deed: (reason: string) => Promise<unknown>;
  readonly close: () => void;
}

/** Something that is done only with a reason, which stands in the log. */
export function ReasonForm({ title, about, label, offered, submit, deed, close }: Props) {
  const { doing, trouble, busy } = useInspectionDeed();
  const [reason, setReason] = useState('');
  const done = async (): Promise<void> => {
    if (reason.trim() !== '' && (await doing(() => deed(reason.trim())))) close();
  };
  return (
    <SideForm title={title} giveUp="不做了" submit={() => void done()} close={close}>
      {trouble !== null && <Problem error={trouble} doing={title} />}
      <p>{about}</p>
      <label>{label}<Input autoFocus value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} /></label>
      <div className="leave-reasons">{offered.map((each) => <button key={each} type="button" className="link-button" onClick={() => setReason(each)}>{each}</button>)}</div>
      <Button type="primary" htmlType="submit" disabled={busy || reason.trim() === ''}>{submit}</Button>
    </SideForm>
  );
}
