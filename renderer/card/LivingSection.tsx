import { useState } from 'react';
import { storedFields } from '../../shared/register/vocabulary.ts';
import { BlankOnes } from './BlankOnes.tsx';
import { CardCell } from './CardCell.tsx';
import { useCard } from './card-desk.ts';
import { Section } from './Section.tsx';

const most = 3;

/** Living conditions by year, side by side. */
export function LivingSection() {
  const { card } = useCard();
  const [all, setAll] = useState(false);
  const years = card.years.slice(0, most);
  const fields = storedFields('householdYear').filter(({ group }) => group === '生活条件' || group === '生产条件');
  const filled = fields.filter(({ key }) => years.some(({ values }) => (values[key] ?? null) !== null));
  const blank = fields.length - filled.length;
  if (years.length === 0) return null;
  return (
    <Section name="生产生活条件">
      <table className="card-table card-years">
        <thead><tr><th aria-label="项目" />{years.map(({ year }) => <th key={year} scope="col" className="amount">{year} 年</th>)}</tr></thead>
        <tbody>
          {(all ? fields : filled).map(({ key, label, unit }) => (
            <tr key={key}>
              <th scope="row">{label}{unit ? `（${unit}）` : ''}</th>
              {years.map(({ year, values }) => <td key={year} className="amount"><CardCell subject="households" id={card.household.id} field={key} values={values} whose={`${year} 年`} year={year} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
      <BlankOnes count={blank} all={all} setAll={setAll} />
    </Section>
  );
}
