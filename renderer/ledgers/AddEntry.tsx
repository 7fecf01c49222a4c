import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Button, Input, InputNumber, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Found } from '../../shared/contract/tables.ts';
import type { Field } from '../../shared/register/field.ts';
import type { Ledger } from '../../shared/register/ledgers/ledger.ts';
import { ledgerSubject } from '../../shared/sheets/subject.ts';
import { navigate, useClient, useRefreshRegister, useSaving, useYear } from '../app/session.tsx';
import { Problem } from '../ui/Problem.tsx';

/** A record written by hand: whom it is about, its year, its fields. */
export function AddEntry({ ledger, close }: { ledger: Ledger; close: () => void }) {
  const client = useClient();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const [year, setYear] = useState<number | null>(useYear());
  const [whom, setWhom] = useState<Found | null>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState<unknown>(null);
  const subject = ledgerSubject(ledger.key);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTrouble(null);
    try {
      const about = whom === null ? {} : ledger.about === 'member' ? { memberId: whom.id } : { householdId: whom.householdId };
      const { row } = await track(client.tables.addEntry({ subject, ...about, ...(ledger.year === 'sheet' && year !== null ? { year } : {}), values }));
      await refresh();
      close();
      navigate({ screen: 'ledgers', ledger: ledger.key, rowId: row.id });
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <aside className="side add-entry" aria-label={`新增：${ledger.label}`}>
      <header>
        <h2>新增：{ledger.label}</h2>
        <span className="side-move"><Button type="text" size="small" aria-label="关闭" title="Esc" onClick={close}>×</Button></span>
      </header>
      <form onSubmit={(event) => void save(event)} onKeyDown={(event) => { if (event.key === 'Escape') close(); }}>
        {ledger.about !== 'nobody' && <Whom about={ledger.about} chosen={whom} choose={setWhom} />}
        {ledger.year === 'sheet' && <label>年度<InputNumber aria-label="年度" value={year} min={2010} max={2100} precision={0} onChange={setYear} /></label>}
        {ledger.fields.map((field) => (
          <label key={field.key}>
            {field.label}{ledger.keys.includes(field.key) ? ' *' : ''}
            <OneValue field={field} value={values[field.key] ?? ''} change={(text) => setValues((before) => ({ ...before, [field.key]: text }))} />
          </label>
        ))}
        {trouble !== null && <Problem error={trouble} doing="新增" />}
        <div className="add-actions">
          <Button type="primary" htmlType="submit">记入台账</Button>
          <Button onClick={close}>不记了</Button>
        </div>
      </form>
    </aside>
  );
}

function OneValue({ field, value, change }: { field: Field; value: string; change: (text: string) => void }) {
  const choices = field.codes ? field.codes.values.map((entry) => entry.value) : field.kind === 'yesNo' ? ['是', '否'] : null;
  if (choices) return <Select aria-label={field.label} allowClear showSearch value={value === '' ? null : value} options={choices.map((each) => ({ value: each, label: each }))} onChange={(chosen: string | null | undefined) => change(chosen ?? '')} />;
  return <Input aria-label={field.label} value={value} suffix={field.unit} onChange={(event) => change(event.target.value)} />;
}

/** Somebody of the register, found as in the box above: by name, pinyin, number, village. */
function Whom({ about, chosen, choose }: { about: 'member' | 'household'; chosen: Found | null; choose: (found: Found | null) => void }) {
  const client = useClient();
  const [text, setText] = useState('');
  const found = useQuery({ queryKey: ['whom', text.trim()], enabled: text.trim() !== '', queryFn: () => client.tables.find({ text: text.trim(), limit: 12 }), placeholderData: (before) => before });
  const wanted = about === 'member' ? 'people' : null;
  const hits = text.trim() === '' ? [] : (found.data ?? []).filter(({ subject }) => wanted === null || subject === wanted);
  const word = about === 'member' ? '哪个人' : '哪一户';
  return (
    <label>
      {word} *
      <AutoComplete
        aria-label={word}
        value={chosen ? `${chosen.title}　${chosen.detail}` : text}
        onChange={(next: string) => {
          if (hits.some(({ id }) => id === next)) return;
          choose(null);
          setText(next);
        }}
        onSelect={(id: string) => choose(hits.find((each) => each.id === id) ?? null)}
        defaultActiveFirstOption
        notFoundContent={text.trim() === '' || found.isFetching ? null : '没有找到'}
        options={hits.map(({ id, title, detail }) => ({ value: id, label: `${title}　${detail}` }))}
        placeholder="姓名、拼音、证件尾号"
      />
    </label>
  );
}
