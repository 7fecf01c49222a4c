import { useState } from 'react';
import type { IncomeLine, IncomeYear } from '../../shared/register/income/income-year.ts';
import { accountingWords, accountingYears, type AccountingYear } from '../../shared/register/income/accounting-year.ts';
import { field as fieldOf } from '../../shared/register/vocabulary.ts';
import { labelOf } from '../../shared/register/show-value.ts';
import { useClient, useRefreshRegister, useSaving } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { shown } from '../ui/shown.ts';
import { CardCell } from './CardCell.tsx';
import { useCard } from './card-desk.ts';
import { Section } from './Section.tsx';

/** As many years as stand beside one another. */
const most = 3;
const sizeWords = { yearSize: '年度家庭人口数', householdSize: '家庭人口数', members: '现有成员' } as const;
const money = (amount: number): string => shown('totalIncome', amount);
const signed = (amount: number): string => `${amount > 0 ? '+' : '−'}${money(Math.abs(amount))}`;

/** Income by year side by side: what the sheet says, and below it what follows by the arithmetic where that is another figure. */
export function IncomeSection() {
  const { card, year } = useCard();
  const [all, setAll] = useState(false);
  const filled = card.income.filter((each) => each.year === year || each.lines.some(({ stored, months }) => stored !== null || months !== null));
  const years = filled.slice(0, most);
  const [first] = years;
  if (!first) return <Section name="收入和支出（元）"><p className="quiet">这一户还没有年度记录。</p></Section>;
  const at = (of: IncomeYear, key: string): IncomeLine | undefined => of.lines.find((each) => each.key === key);
  const isTold = ({ key, role }: IncomeLine): boolean => !['item', 'besides'].includes(role) || all || years.some((each) => (at(each, key)?.stored ?? null) !== null);
  const lines = first.lines.filter(isTold);
  const wrong = years.reduce((sum, each) => sum + each.lines.filter(({ difference }) => difference !== null).length, 0);
  // Where nothing is told of what could be counted, too, nothing agrees.
  const held = years.some((each) => each.lines.some(({ stored, counted }) => stored !== null && counted !== null));
  return (
    <Section name="收入和支出（元）" note={wrong > 0 ? `▲ ${wrong} 处与算得的不同` : held ? '与算得的一致' : undefined} actions={<Accounting />}>
      <table className="card-table card-years">
        <thead><tr><th aria-label="项目" />{years.map((each) => <th key={each.year} scope="col" className="amount" title={each.period}>{each.year} 年</th>)}</tr></thead>
        <tbody>
          {lines.map(({ key, role }) => (
            <tr key={key} className={role === 'result' ? 'strong' : ''}>
              <th scope="row" className={role === 'item' ? 'card-item' : ''}>{fieldOf(key).label}</th>
              {years.map((each) => <td key={each.year} className="amount"><Amount of={each} line={at(each, key)} /></td>)}
            </tr>
          ))}
          <tr>
            <th scope="row" className="quiet">除以几人</th>
            {years.map(({ year: of, size }) => <td key={of} className="amount quiet" title={size ? `来自${sizeWords[size.from]}` : undefined}>{size ? `${size.people} 人` : '不知'}</td>)}
          </tr>
          {years.some(({ detailSum }) => detailSum !== null) && (
            <tr>
              <th scope="row" className="quiet">个人明细合计</th>
              {years.map(({ year: of, detailSum, details }) => <td key={of} className="amount quiet" title={details.map(({ key, amount }) => `${labelOf(key)} ${money(amount)}`).join('\n')}>{detailSum === null ? '' : money(detailSum)}</td>)}
            </tr>
          )}
        </tbody>
      </table>
      <Missing years={years} />
      <button type="button" className="link card-more" aria-expanded={all} onClick={() => setAll(!all)}>{all ? '收起空着的细项' : '空着的细项也列出'}</button>
    </Section>
  );
}

function Amount({ of, line }: { readonly of: IncomeYear; readonly line: IncomeLine | undefined }) {
  const { card } = useCard();
  if (!line) return null;
  const values = card.years.find(({ year }) => year === of.year)?.values ?? {};
  return (
    <>
      <CardCell subject="households" id={card.household.id} field={line.key} values={values} whose={`${of.year} 年`} year={of.year} />
      {line.stored === null && line.counted !== null && <small>算得 {money(line.counted)}</small>}
      {line.difference !== null && line.counted !== null && <small className="card-differs">▲ 算得 {money(line.counted)}，差 {signed(line.difference)}</small>}
      {line.months !== null && line.months !== line.stored && <small className={line.stored === null ? '' : 'card-differs'}>按月登记 {money(line.months)}</small>}
    </>
  );
}

function Missing({ years }: { readonly years: readonly IncomeYear[] }) {
  const short = years.filter(({ monthsMissing }) => monthsMissing !== null && monthsMissing.length > 0);
  if (short.length === 0) return null;
  return <p className="quiet">{short.map(({ year, monthsMissing }) => `${year} 年按月登记缺 ${monthsMissing?.join('、') ?? ''}，不合计`).join('；')}。</p>;
}

/** Which twelve months an income year has. One declaration for the register: months are added up by it. */
function Accounting() {
  const { card, frozen } = useCard();
  const client = useClient();
  const refresh = useRefreshRegister();
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  const set = async (counted: AccountingYear): Promise<void> => {
    try {
      await track(client.cards.setAccountingYear({ counted }));
      await refresh();
      notices.done(`收入年度改为${accountingWords[counted]}，全册都按它合计`);
    } catch (error) {
      notices.refused(error, '改收入年度');
    }
  };
  return (
    <label className="quiet">
      收入年度{' '}
      <select className="plain-select" disabled={frozen !== null} value={card.accountingYear} onChange={({ target }) => { const counted = accountingYears.find((each) => each === target.value); if (counted) void set(counted); }}>
        {accountingYears.map((each) => <option key={each} value={each}>{accountingWords[each]}</option>)}
      </select>
    </label>
  );
}
