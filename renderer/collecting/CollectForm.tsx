import { Button, Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CollectSheet } from '../../shared/contract/collecting.ts';
import { field as fieldOf } from '../../shared/register/vocabulary.ts';
import { useClient, useRefreshRegister, useSaving } from '../app/session.tsx';
import { cellText } from '../grid/grid-columns.ts';
import { useMasked } from '../grid/masked-numbers.ts';
import { TypedValue, whyNot } from '../grid/TypedValue.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';

interface Props {
  readonly sheet: CollectSheet;
  readonly year: number;
  readonly base: number;
  readonly past: boolean;
  readonly by: string;
  readonly setBy: (name: string) => void;
  readonly on: string;
  readonly setOn: (day: string) => void;
  readonly saved: () => void;
}

/** One household's lines, typed from the paper: Enter goes on, behind the last it saves and brings the next household. */
export function CollectForm({ sheet, year, base, past, by, setBy, on, setOn, saved }: Props) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const masked = useMasked((state) => state.masked);
  const form = useRef<HTMLFormElement>(null);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  // One Enter takes a choice from its list and saves: what was chosen must be known before anything is drawn anew.
  const latest = useRef(texts);
  const write = (key: string, text: string): void => {
    latest.current = { ...latest.current, [key]: text };
    setTexts(latest.current);
  };
  const [trouble, setTrouble] = useState<unknown>(null);
  // What the typist had before the eyes when the household came up, not what a later reading brought.
  const [seen] = useState(base);
  const stops = (): HTMLElement[] => [...(form.current?.querySelectorAll<HTMLElement>('.collect-items input') ?? [])];
  useEffect(() => [...(form.current?.querySelectorAll<HTMLElement>('.collect-items input') ?? [])][0]?.focus(), []);

  const save = async (): Promise<void> => {
    if (past) return;
    setTrouble(null);
    const wrong = sheet.items.find(({ key, field }) => whyNot(fieldOf(field), latest.current[key] ?? '') !== null);
    if (wrong) return stops()[sheet.items.indexOf(wrong)]?.focus();
    try {
      const { label, written } = await track(client.collecting.enter({ year, householdId: sheet.householdId, base: seen, by, on, texts: latest.current }));
      if (written > 0) notices.done(`${label}，可以撤销（Ctrl+Z）`);
      saved();
      await refresh();
    } catch (error) {
      setTrouble(error);
    }
  };
  const press = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) return void save();
    const all = stops();
    const at = all.findIndex((stop) => stop === document.activeElement);
    if (at === all.length - 1 && at >= 0) void save();
    else all[at + 1]?.focus();
  };
  return (
    <form ref={form} className="collect-form" aria-label={`${sheet.head}的补采单`} onKeyDown={press} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <header>
        <h2>{sheet.head || sheet.household} <span className="quiet">{sheet.village}{sheet.group} {sheet.household}</span></h2>
        {!past && (
          <>
            <label>采集人 <Input size="small" value={by} maxLength={40} onChange={({ target }) => setBy(target.value)} /></label>
            <label>采集日期 <Input size="small" value={on} placeholder="如 20200415" maxLength={20} onChange={({ target }) => setOn(target.value)} /></label>
            <Button type="primary" htmlType="submit" title="Ctrl+回车">存下，下一户</Button>
          </>
        )}
      </header>
      {trouble !== null && <Problem error={trouble} doing="录入补采单" />}
      {sheet.items.length > 0 && (
        <table className="plain-table dense kept collect-items">
          <thead><tr><th>序号</th><th>谁</th><th>登记册里的</th><th>为什么问</th><th>填写</th></tr></thead>
          <tbody>
            {sheet.items.map(({ key, field, whose, why, says, value }, at) => (
              <tr key={key}>
                <td>{at + 1}</td>
                <td>{whose || '本户'}</td>
                <td>{why === 'missing' ? <span className="quiet">（空着）</span> : cellText(fieldOf(field), value, masked)}</td>
                <td className="quiet">{says || '没有填写'}</td>
                <td>{past ? fieldOf(field).label : <TypedValue field={fieldOf(field)} value={texts[key] ?? ''} change={(text) => write(key, text)} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sheet.others.length > 0 && (
        <section aria-label="还要问清的">
          <h3>还要问清的</h3>
          <p className="quiet">这些不在一格里，请在户卡片或台账里改。</p>
          <ul>{sheet.others.map(({ person, message, remedy, field, recordId }) => <li key={`${person} ${field} ${recordId ?? ''} ${message}`}>{person === '' ? '' : `${person}：`}{message}<span className="quiet">　{remedy}</span></li>)}</ul>
        </section>
      )}
    </form>
  );
}
