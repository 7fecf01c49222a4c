import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type RefObject, useEffect } from 'react';
import type { TableRow } from '../../shared/contract/tables.ts';
import type { Stored } from '../../shared/fields/reading.ts';
import { labelOf } from '../../shared/register/show-value.ts';
import { findField, storedFields } from '../../shared/register/vocabulary.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { navigate, useClient, useRegister, useYear } from '../app/session.tsx';
import type { GridHandle } from '../grid/grid-context.ts';
import { cellText } from '../grid/grid-columns.ts';
import { Problem } from '../ui/Problem.tsx';
import { useMasked } from '../grid/masked-numbers.ts';
import { CardRecords } from './CardRecords.tsx';
import { HouseholdStory } from './HouseholdStory.tsx';
import './card.css';

interface Props {
  readonly householdId: string;
  readonly subject: Subject;
  readonly grid: RefObject<GridHandle | null>;
  readonly close: () => void;
}

type Values = Readonly<Record<string, Stored>>;

const incomeKeys = ['wageIncome', 'businessIncome', 'propertyIncome', 'transferIncome', 'totalIncome', 'businessCost', 'netIncome', 'perCapitaIncome'] as const;
const baseKeys = ['householdKind', 'liftState', 'liftYear', 'mainCause', 'secondCause', 'standard', 'firstIdentified', 'householdPhone', 'bankName', 'bankCard', 'householdNo'] as const;

/** The household of the row under the cursor: members, income by year, conditions, helpers. Follows the cursor; ↑↓ move it on. */
export function HouseholdCard({ householdId, subject, grid, close }: Props) {
  const client = useClient();
  const year = useYear();
  const { revision } = useRegister();
  const masked = useMasked((state) => state.masked);
  const card = useQuery({
    queryKey: ['card', householdId, year, revision],
    queryFn: () => client.tables.card({ householdId, year }),
    placeholderData: (before) => before,
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !(event.target instanceof HTMLInputElement)) close();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [close]);

  const say = (key: string, values: Values): string => {
    const field = findField(key);
    return field ? cellText(field, values[key] ?? null, masked) : '';
  };
  if (card.isError) return <aside className="side" aria-label="户卡片"><Problem error={card.error} doing="读取这一户" retry={() => void card.refetch()} /></aside>;
  const { data } = card;
  if (!data) return <aside className="side" aria-label="户卡片" />;
  const { household, members, helpers, years, records, recordCounts } = data;
  const values = household.values;
  const living = storedFields('householdYear').filter(({ group, key }) => (group === '生活条件' || group === '生产条件') && (values[key] ?? null) !== null);
  const incomeYears = years.filter((each) => incomeKeys.some((key) => (each.values[key] ?? null) !== null)).slice(0, 3);

  return (
    <aside className="side" aria-label="户卡片">
      <header>
        <h2>{say('headName', values) || '没有户主'}</h2>
        <span className="quiet">{['town', 'village', 'group'].map((key) => say(key, values)).join('')}</span>
        <span className="side-move">
          <Button type="text" size="small" aria-label="上一行" onClick={() => grid.current?.moveRow(-1)}>↑</Button>
          <Button type="text" size="small" aria-label="下一行" onClick={() => grid.current?.moveRow(1)}>↓</Button>
          <Button type="text" size="small" aria-label="关闭户卡片" title="Esc" onClick={close}>×</Button>
        </span>
      </header>
      <section>
        <dl className="pairs">
          {baseKeys.filter((key) => say(key, values) !== '').map((key) => <Pair key={key} label={labelOf(key)} value={say(key, values)} />)}
        </dl>
      </section>
      <section>
        <h3>成员 {members.length} 人</h3>
        <table className="card-table">
          <tbody>
            {members.map((member) => <MemberLine key={member.id} member={member} say={say} open={subject === 'people'} />)}
          </tbody>
        </table>
      </section>
      {incomeYears.length > 0 && (
        <section>
          <h3>收入和支出（元）</h3>
          <table className="card-table">
            <thead><tr><th aria-label="项目" />{incomeYears.map((each) => <th key={each.year} className="amount">{each.year} 年</th>)}</tr></thead>
            <tbody>
              {incomeKeys.map((key) => (
                <tr key={key} className={key === 'perCapitaIncome' ? 'strong' : ''}>
                  <th scope="row">{labelOf(key)}</th>
                  {incomeYears.map((each) => <td key={each.year} className="amount">{say(key, each.values)}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {living.length > 0 && (
        <section>
          <h3>生产生活条件</h3>
          <dl className="pairs">
            {living.map(({ key, unit }) => <Pair key={key} label={labelOf(key)} value={`${say(key, values)}${unit ?? ''}`} />)}
          </dl>
        </section>
      )}
      <section>
        <h3>帮扶</h3>
        {helpers.length === 0 && <p className="quiet">还没有帮扶责任人。</p>}
        {helpers.map((helper) => (
          <p key={helper.id}>
            {say('helperName', helper.values)} <span className="quiet">{['helperUnit', 'helperPost', 'helperPhone'].map((key) => say(key, helper.values)).filter((part) => part !== '').join(' · ')}</span>
          </p>
        ))}
        {say('helpMeasures', values) !== '' && <p>{say('helpMeasures', values)}</p>}
      </section>
      <HouseholdStory values={values} records={records} />
      <CardRecords records={records} counts={recordCounts} householdNo={say('householdNo', values)} />
      <footer>
        <Button size="small" onClick={() => navigate({ screen: 'walls', householdId })}>打印上墙表</Button>
      </footer>
    </aside>
  );
}

function Pair({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

function MemberLine({ member, say, open }: { member: TableRow; say: (key: string, values: Values) => string; open: boolean }) {
  const { values } = member;
  const birth = Number(String(values['birthDate'] ?? '').slice(0, 4));
  const school = say('schooling', values);
  const notes = [say('health', values), say('labour', values), school === '非在校生' ? '' : school, say('dibao', values) === '是' ? '低保' : '', say('tekun', values) === '是' ? '特困' : ''];
  return (
    <tr>
      <th scope="row">
        {open ? <button type="button" className="link" onClick={() => navigate({ screen: 'people', rowId: member.id })}>{say('name', values)}</button> : say('name', values)}
      </th>
      <td className="nowrap">{say('relation', values)}</td>
      <td className="nowrap">{say('sex', values)} {birth > 0 ? `${birth}年生` : ''}</td>
      <td className="quiet">{notes.filter((note) => note !== '').join(' · ')}</td>
    </tr>
  );
}
