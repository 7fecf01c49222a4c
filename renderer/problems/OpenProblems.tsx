import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { usualDue } from '../../shared/register/problem-state.ts';
import { navigate, useRefreshRegister, useSaving } from '../app/session.tsx';
import { today } from '../grid/typing.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { useNotices } from '../ui/messages.tsx';

const asked = [
  { key: 'problem.lead', label: '牵头单位', placeholder: '区扶贫办' },
  { key: 'problem.unit', label: '整改责任单位', placeholder: '如：高台子街道办事处' },
  { key: 'problem.owner', label: '整改责任人', placeholder: '' },
  { key: 'problem.measure', label: '整改措施', placeholder: '如：入户核实后改正' },
] as const;

interface OpenProblemsProps {
  /** What the button says. */
  readonly submit: string;
  /** Makes problems of what was found, with these values of the ledger's fields. */
  readonly open: (values: Readonly<Record<string, string>>) => Promise<{ readonly label: string; readonly already: number }>;
  readonly close: () => void;
}

/** What was found becomes problems: who answers for them, what is to be done, until when. */
export function OpenProblems({ submit, open, close }: OpenProblemsProps) {
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  const refresh = useRefreshRegister();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({ 'problem.lead': '区扶贫办', 'problem.due': usualDue(today()) });
  const write = (key: string, text: string): void => setValues((before) => ({ ...before, [key]: text }));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      const { label, already } = await track(open(Object.fromEntries(Object.entries(values).filter(([, text]) => text.trim() !== ''))));
      notices.done(`已${label}${already > 0 ? `；${already} 个原来就在台账里` : ''}`, { label: '去看', run: () => navigate({ screen: 'checks', part: 'problems' }) });
      close();
      await refresh();
    } catch (error) {
      notices.refused(error, '列入整改');
    }
  };
  return (
    <form className="exempt-form" aria-label="列入整改" onSubmit={(event) => void save(event)} onKeyDown={({ key }) => key === 'Escape' && close()}>
      {asked.map(({ key, label, placeholder }, at) => (
        <label key={key}>{label}<Input autoFocus={at === 0} maxLength={200} value={values[key] ?? ''} placeholder={placeholder} onChange={({ target }) => write(key, target.value)} /></label>
      ))}
      <label>整改期限<DayInput value={values['problem.due'] ?? ''} change={(day) => write('problem.due', day)} /></label>
      <Button type="primary" htmlType="submit">{submit}</Button>
      <Button onClick={close}>不列</Button>
    </form>
  );
}
