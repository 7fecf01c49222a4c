import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { Refusal } from '../../shared/contract/errors.ts';
import type { Found } from '../../shared/contract/tables.ts';
import type { Ledger } from '../../shared/register/ledgers/ledger.ts';
import { labelOf } from '../../shared/register/show-value.ts';
import { ledgerSubject } from '../../shared/sheets/subject.ts';
import { navigate, useClient, useRefreshRegister, useSaving, useYear } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SideForm } from '../ui/SideForm.tsx';
import { TypedValue, whyNot } from '../grid/TypedValue.tsx';
import { Whom } from '../card/Whom.tsx';

/** A record written by hand, beside the table: whom it is about, its year, its fields. */
export function AddEntry({ ledger, close }: { ledger: Ledger; close: () => void }) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const [year, setYear] = useState<number | null>(useYear());
  const [whom, setWhom] = useState<Found | null>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState<unknown>(null);

  const save = async (): Promise<void> => {
    setTrouble(null);
    const wrong = ledger.fields.find((field) => whyNot(field, values[field.key] ?? '') !== null);
    if (wrong) return setTrouble(new Refusal('VALUE_REFUSED', `“${wrong.label}”还没填对`, { remedy: whyNot(wrong, values[wrong.key] ?? '') ?? '' }));
    try {
      const about = whom === null ? {} : ledger.about === 'member' ? { memberId: whom.id } : { householdId: whom.householdId };
      const { row, undo } = await track(client.tables.addEntry({ subject: ledgerSubject(ledger.key), ...about, ...(ledger.year === 'sheet' && year !== null ? { year } : {}), values }));
      await refresh();
      notices.done(`已${undo.undo ?? '新增'}`);
      close();
      navigate({ screen: 'ledgers', ledger: ledger.key, rowId: row.id });
    } catch (error) {
      setTrouble(error);
    }
  };
  const says = Object.entries(ledger.says).map(([key, value]) => `“${labelOf(key)}”记为“${value}”`).join('，');
  return (
    <SideForm title={`新增：${ledger.label}`} actions={<Button type="primary" htmlType="submit">记入台账</Button>} giveUp="不记了" submit={() => void save()} close={close}>
      {trouble !== null && <Problem error={trouble} doing="新增" />}
      {ledger.about !== 'nobody' && <Whom about={ledger.about} chosen={whom} choose={setWhom} />}
      {ledger.year === 'sheet' && (
        <label>
          <span>年度 <em>必填</em></span>
          <InputNumber controls={false} aria-label="年度" value={year} min={1990} max={2100} precision={0} onChange={setYear} />
        </label>
      )}
      {ledger.fields.filter(({ key }) => !ledger.made.includes(key)).map((field) => (
        <TypedValue key={field.key} field={field} value={values[field.key] ?? ''} change={(text) => setValues((before) => ({ ...before, [field.key]: text }))} />
      ))}
      {says !== '' && <p className="quiet">记入以后，这{ledger.about === 'member' ? '个人' : '一户'}这一年的{says}。</p>}
    </SideForm>
  );
}
