import { Button, Input } from 'antd';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { SheetItem, SurveySheet } from '../../shared/contract/sweeps.ts';
import { unanswered, type Answer } from '../../shared/sweeps/form.ts';
import { useClient, useRefreshRegister, useSaving } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';

interface Props {
  readonly asked: { readonly form: string; readonly round: string };
  readonly householdId: string;
  readonly sheet: SurveySheet;
  readonly entry: 'first' | 'second';
  readonly frozen: boolean;
  readonly typist: string;
  readonly setTypist: (name: string) => void;
  readonly saved: () => void;
}

/** The paper, typed at speed: digits choose an answer, Enter goes on, Ctrl+Enter saves and brings the next household. */
export function SheetForm({ asked, householdId, sheet, entry, frozen, typist, setTypist, saved }: Props) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>(() => Object.fromEntries(sheet.items.map(({ item, answer }) => [item.key, answer])));
  const [head, setHead] = useState({ on: sheet.on, by: sheet.by, respondent: sheet.respondent });
  const [trouble, setTrouble] = useState<unknown>(null);
  const write = (key: string, change: Partial<Answer>): void => setAnswers((before) => ({ ...before, [key]: { ...unanswered, ...before[key], ...change } }));
  const save = async (): Promise<void> => {
    if (frozen) return;
    setTrouble(null);
    try {
      const { label, state } = await track(client.sweeps.enter({ ...asked, householdId, entry, base: sheet.revision, typist, ...head, answers }));
      notices.done(`已${label}${state === 'settled' ? '，两遍一样，已核定' : state === 'differs' ? '，两遍不一样，请核定' : state === 'partial' ? '，还没录全' : ''}`);
      if (state !== 'differs') saved();
      await refresh();
    } catch (error) {
      setTrouble(error);
    }
  };
  const press = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) return void save();
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')];
    const at = stops.findIndex((stop) => stop.contains(document.activeElement));
    const next = stops[at + 1];
    (next?.matches('input, button') ? next : next?.querySelector<HTMLElement>('input, [tabindex="0"]'))?.focus();
  };
  return (
    <form className="sweep-form" aria-label={`${sheet.head}的表`} onKeyDown={press} onSubmit={(event: FormEvent) => { event.preventDefault(); void save(); }}>
      <header>
        <h2>{sheet.head || sheet.household} <span className="quiet">{sheet.village} {sheet.household}</span></h2>
        <strong>{entry === 'second' ? '第二遍（看不到第一遍）' : '第一遍'}</strong>
        {!frozen && <Button type="primary" htmlType="submit" title="Ctrl+回车">存下，下一户</Button>}
      </header>
      {trouble !== null && <Problem error={trouble} doing="录入" />}
      <div className="sweep-head">
        <label>录入人<Input data-stop size="small" autoFocus={typist === ''} disabled={frozen} value={frozen ? sheet.first : typist} maxLength={40} onChange={({ target }) => setTypist(target.value)} /></label>
        {entry === 'first' && (
          <>
            <label>调查日期<Input data-stop size="small" disabled={frozen} value={head.on} placeholder="如 20200320" onChange={({ target }) => setHead({ ...head, on: target.value })} /></label>
            <label>调查员<Input data-stop size="small" disabled={frozen} value={head.by} maxLength={40} onChange={({ target }) => setHead({ ...head, by: target.value })} /></label>
            <label>受访人<Input data-stop size="small" disabled={frozen} value={head.respondent} maxLength={40} onChange={({ target }) => setHead({ ...head, respondent: target.value })} /></label>
          </>
        )}
      </div>
      <table className="plain-table dense kept sweep-items">
        <thead><tr><th>项目</th><th>登记册里的</th><th>结果</th></tr></thead>
        <tbody>
          {sheet.items.map((each, at) => <ItemRow key={each.item.key} each={each} first={at === 0 && typist !== ''} frozen={frozen} answer={answers[each.item.key] ?? unanswered} write={(change) => write(each.item.key, change)} />)}
        </tbody>
      </table>
    </form>
  );
}

interface RowProps {
  readonly each: SheetItem;
  readonly first: boolean;
  readonly frozen: boolean;
  readonly answer: Answer;
  readonly write: (change: Partial<Answer>) => void;
}

function ItemRow({ each: { item, known, against }, first, frozen, answer, write }: RowProps) {
  const { choices, wrong, label, group } = item;
  const digits = (event: KeyboardEvent): void => {
    const choice = choices?.[Number(event.key) - 1];
    if (frozen || choice === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    write({ answer: choice });
  };
  return (
    <tr>
      <td><span className="quiet">{group}</span><div>{label}</div></td>
      <td className="quiet">{known}</td>
      <td>
        {choices ? (
          // One stop for the keys: digits choose, Enter goes on; each answer can be clicked as well.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div data-stop role="radiogroup" aria-label={label} className="sweep-choices" onKeyDown={digits} tabIndex={-1}>
            {choices.map((choice, at) => (
              <button
                key={choice}
                type="button"
                role="radio"
                className="tick"
                aria-checked={answer.answer === choice}
                aria-pressed={undefined}
                disabled={frozen}
                tabIndex={answer.answer === choice || (answer.answer === '' && at === 0) ? 0 : -1}
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever types at speed begins at the first item
                autoFocus={first && at === 0}
                onClick={() => write({ answer: choice })}
              >
                {at + 1} {choice}
              </button>
            ))}
          </div>
        ) : (
          <Input data-stop size="small" aria-label={label} disabled={frozen} value={answer.answer} maxLength={200} placeholder={item.same === undefined ? '' : '照手册写；空着的写“空”'} onChange={({ target }) => write({ answer: target.value })} />
        )}
        {(wrong.includes(answer.answer) || answer.reason !== '') && <Input data-stop size="small" aria-label={`${label}的说明`} disabled={frozen} value={answer.reason} maxLength={500} placeholder="说明：哪里有问题" onChange={({ target }) => write({ reason: target.value })} />}
        {against.map((says) => <div key={says} className="sweep-against">▲ {says}</div>)}
      </td>
    </tr>
  );
}
