import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import type { ProblemRow } from '../../shared/contract/problems.ts';
import { useClient, useYear } from '../app/session.tsx';
import { said } from './problem-words.ts';
import type { Doing } from './use-problem-deed.ts';

type Step = 'done' | 'close' | 'reopen';

/** How a problem goes on: said to be done with evidence, closed by somebody else, opened again. */
export function EndProblem({ row, doing }: { row: ProblemRow; doing: Doing }) {
  const [step, setStep] = useState<Step | null>(null);
  const over = (ok: boolean): void => { if (ok) setStep(null); };
  return (
    <div className="problem-end">
      <div className="problem-steps">
        {row.state !== 'closed' && <Button size="small" aria-expanded={step === 'done'} onClick={() => setStep(step === 'done' ? null : 'done')}>报整改完成</Button>}
        {row.state === 'proposed' && <Button size="small" aria-expanded={step === 'close'} onClick={() => setStep(step === 'close' ? null : 'close')}>销号</Button>}
        {(row.state === 'closed' || row.state === 'proposed') && <Button size="small" aria-expanded={step === 'reopen'} onClick={() => setStep(step === 'reopen' ? null : 'reopen')}>重新打开</Button>}
      </div>
      {step === 'done' && <SayDone row={row} doing={doing} over={over} />}
      {step === 'close' && <SayClosed row={row} doing={doing} over={over} />}
      {step === 'reopen' && <SayReopened row={row} doing={doing} over={over} />}
    </div>
  );
}

interface StepProps {
  readonly row: ProblemRow;
  readonly doing: Doing;
  readonly over: (ok: boolean) => void;
}

function SayDone({ row, doing, over }: StepProps) {
  const client = useClient();
  const picker = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [by, setBy] = useState(said(row, 'owner'));
  const [on, setOn] = useState('');
  const [note, setNote] = useState('');
  const [place, setPlace] = useState('');
  const save = async (): Promise<void> => over(await doing('报整改完成', () => client.problems.done({ id: row.id, base: row.revision, by, on, note, place, files: [...files] })));
  return (
    <div className="problem-step" role="group" aria-label="报整改完成">
      <label>谁报的<Input autoFocus value={by} maxLength={40} onChange={({ target }) => setBy(target.value)} /></label>
      <label>完成日期<Input value={on} placeholder="不写就是今天" onChange={({ target }) => setOn(target.value)} /></label>
      <label>完成情况<Input value={note} maxLength={1000} onChange={({ target }) => setNote(target.value)} /></label>
      <input ref={picker} type="file" multiple hidden aria-label="佐证文件" onChange={({ target }) => setFiles([...(target.files ?? [])])} />
      <div><Button size="small" onClick={() => picker.current?.click()}>选佐证……</Button> <span className="quiet">{files.length === 0 ? '照片、扫描件' : files.map(({ name }) => name).join('、')}</span></div>
      <label>或者纸质佐证放在哪里<Input value={place} maxLength={200} onChange={({ target }) => setPlace(target.value)} /></label>
      <Button type="primary" size="small" onClick={() => void save()}>报完成</Button>
    </div>
  );
}

function SayClosed({ row, doing, over }: StepProps) {
  const client = useClient();
  const year = useYear();
  const [by, setBy] = useState('');
  const [verdict, setVerdict] = useState('');
  const save = async (): Promise<void> => over(await doing('销号', () => client.problems.close({ id: row.id, base: row.revision, by, verdict, year })));
  return (
    <div className="problem-step" role="group" aria-label="销号">
      <p className="quiet">由另一个人看过佐证再销号：不能是{[...new Set([said(row, 'doneBy'), said(row, 'owner')].filter((name) => name !== ''))].join('、') || '报完成的人'}。</p>
      <label>复核人<Input autoFocus value={by} maxLength={40} onChange={({ target }) => setBy(target.value)} /></label>
      <label>复核意见<Input value={verdict} maxLength={1000} onChange={({ target }) => setVerdict(target.value)} /></label>
      <Button type="primary" size="small" onClick={() => void save()}>看过佐证，销号</Button>
    </div>
  );
}

function SayReopened({ row, doing, over }: StepProps) {
  const client = useClient();
  const [why, setWhy] = useState('');
  const save = async (): Promise<void> => over(await doing('重新打开', () => client.problems.reopen({ id: row.id, base: row.revision, why })));
  return (
    <div className="problem-step" role="group" aria-label="重新打开">
      <label>哪里没有改好<Input autoFocus value={why} maxLength={1000} onChange={({ target }) => setWhy(target.value)} /></label>
      <Button type="primary" size="small" onClick={() => void save()}>重新打开</Button>
    </div>
  );
}
