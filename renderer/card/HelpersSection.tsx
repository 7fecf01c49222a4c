import { Button } from 'antd';
import { useState } from 'react';
import type { CardRecord } from '../../shared/contract/tables.ts';
import { helperFields } from '../../shared/register/helper-fields.ts';
import { ledgerOf } from '../../shared/register/ledgers/index.ts';
import { recordLine } from '../../shared/register/ledgers/main-values.ts';
import { navigate, useClient } from '../app/session.tsx';
import { TypedValue } from '../grid/TypedValue.tsx';
import { CardCell } from './CardCell.tsx';
import { CardForm } from './CardForm.tsx';
import { useCard } from './card-desk.ts';
import { RecordPapers } from './RecordPapers.tsx';
import { Pairs } from './Pairs.tsx';
import { Section } from './Section.tsx';

const columns = ['helperName', 'helperUnit', 'helperPost', 'helperPhone', 'helpFrom', 'helpUntil'] as const;
const heads: Readonly<Record<(typeof columns)[number], string>> = { helperName: '帮扶责任人', helperUnit: '单位', helperPost: '职务', helperPhone: '手机号', helpFrom: '开始', helpUntil: '终止' };
const ofHousehold = ['helpKind', 'industryHelp', 'helpMeasures'] as const;

/** Who helps the household, and what is done for it. */
export function HelpersSection() {
  const { card, frozen, run } = useCard();
  const client = useClient();
  const [adding, setAdding] = useState(false);
  const measures = card.records.filter(({ ledger }) => ledger === 'measure');
  return (
    <Section name="帮扶" actions={!adding && !frozen && <Button size="small" onClick={() => setAdding(true)}>新增责任人</Button>}>
      {adding && <AddHelper close={() => setAdding(false)} />}
      {card.helpers.length === 0 && !adding && <p className="quiet">还没有帮扶责任人。</p>}
      {card.helpers.length > 0 && (
        <table className="card-table">
          <thead><tr>{columns.map((key) => <th key={key} scope="col">{heads[key]}</th>)}{!frozen && <th aria-label="去掉" />}</tr></thead>
          <tbody>
            {card.helpers.map(({ id, values, revision }) => {
              const name = String(values['helperName'] ?? '');
              return (
                <tr key={id}>
                  {columns.map((key) => <td key={key}><CardCell subject="helpers" id={id} field={key} values={values} whose={name} /></td>)}
                  {!frozen && <td><button type="button" className="link nowrap" aria-label={`去掉帮扶责任人 ${name}`} title="记错了才去掉；换人时填终止时间" onClick={() => void run('去掉帮扶责任人', () => client.cards.removeHelper({ id, base: Math.max(revision, card.revision) }))}>去掉</button></td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <Pairs subject="households" id={card.household.id} fields={ofHousehold} values={card.household.values} whose="帮扶" />
      {measures.length > 0 && <ul className="card-list">{measures.map((record) => <Measure key={record.id} record={record} />)}</ul>}
    </Section>
  );
}

function Measure({ record }: { readonly record: CardRecord }) {
  return (
    <li>
      <button type="button" className="link" onClick={() => navigate({ screen: 'ledgers', ledger: 'measure', rowId: record.id })}>{record.year === null ? '措施' : `${record.year} 年措施`}</button>{' '}
      <span className="quiet">{recordLine(ledgerOf('measure'), record.values)}</span>
      <RecordPapers recordId={record.id} ledger={ledgerOf('measure')} memberId="" what={`措施 ${recordLine(ledgerOf('measure'), record.values, 1)}`} />
    </li>
  );
}

function AddHelper({ close }: { readonly close: () => void }) {
  const { card, run } = useCard();
  const client = useClient();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const save = async (): Promise<void> => {
    if (await run('新增帮扶责任人', () => client.cards.addHelper({ householdId: card.household.id, values }))) close();
  };
  return (
    <CardForm label="新增帮扶责任人" submit={() => void save()} close={close}>
      <div className="card-fields">
        {helperFields.map((field) => <TypedValue key={field.key} field={field} value={values[field.key] ?? ''} change={(text) => setValues((before) => ({ ...before, [field.key]: text }))} />)}
      </div>
      <div className="card-form-foot"><Button type="primary" size="small" htmlType="submit">记入</Button><Button size="small" title="Esc" onClick={close}>不记了</Button></div>
    </CardForm>
  );
}
