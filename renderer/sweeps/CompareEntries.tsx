import { Button } from 'antd';
import { useState } from 'react';
import type { SurveySheet } from '../../shared/contract/sweeps.ts';
import { sameAnswer, type Answer } from '../../shared/sweeps/form.ts';
import { useClient, useRefreshRegister, useSaving } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';

interface Props {
  readonly asked: { readonly form: string; readonly round: string };
  readonly householdId: string;
  readonly sheet: SurveySheet;
  readonly past: boolean;
  readonly again: () => void;
}

const told = ({ answer, reason }: Answer): string => [answer || '空', reason].filter((part) => part !== '').join('：');

/** Where two people read the same paper otherwise: only that, with a choice. */
export function CompareEntries({ asked, householdId, sheet, past, again }: Props) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const [choices, setChoices] = useState<Readonly<Record<string, 'first' | 'second'>>>({});
  const differing = sheet.items.flatMap(({ item, answer, again: other }) => (other !== null && !sameAnswer(answer, other) ? [{ item, answer, other }] : []));
  const settle = async (): Promise<void> => {
    try {
      const { label } = await track(client.sweeps.settle({ ...asked, householdId, base: sheet.revision, choices }));
      notices.done(`已${label}`);
      await refresh();
    } catch (error) {
      notices.refused(error, '核定');
    }
  };
  return (
    <div className="sweep-form" role="group" aria-label="两遍不一样的">
      <header>
        <h2>{sheet.head || sheet.household} <span className="quiet">{sheet.village}</span></h2>
        <strong>两遍不一样的 {differing.length} 项</strong>
        {!past && <Button onClick={again}>重新录第一遍</Button>}
        {!past && <Button type="primary" disabled={differing.some(({ item }) => choices[item.key] === undefined)} onClick={() => void settle()}>核定</Button>}
      </header>
      <table className="plain-table dense kept sweep-items">
        <thead><tr><th>项目</th><th>第一遍 {sheet.first}</th><th>第二遍 {sheet.second}</th></tr></thead>
        <tbody>
          {differing.map(({ item, answer, other }) => (
            <tr key={item.key}>
              <td>{item.label}</td>
              {([['first', answer], ['second', other]] as const).map(([which, said]) => (
                <td key={which}>
                  <label><input type="radio" disabled={past} name={item.key} checked={choices[item.key] === which} onChange={() => setChoices({ ...choices, [item.key]: which })} /> {told(said)}</label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
