import { useQuery } from '@tanstack/react-query';
import { labelOf } from '../../shared/register/show-value.ts';
import { navigate, useClient } from '../app/session.tsx';
import { GradeMark } from '../ui/Grade.tsx';
import { Reading } from '../ui/Reading.tsx';
import { sameHousehold, useCard } from './card-desk.ts';
import { Section } from './Section.tsx';

/** What the rules find at this household, asked again after every write. */
export function FindingsSection() {
  const { card, year } = useCard();
  const client = useClient();
  const { id } = card.household;
  const findings = useQuery({ queryKey: ['findings', id, year, card.revision], queryFn: () => client.checking.ofHouseholds({ ids: [id], year }), placeholderData: sameHousehold(id, year) });
  const found = findings.data ?? [];
  return (
    <Section name="核对" note={findings.data === undefined ? undefined : found.length === 0 ? '没有发现疑点' : `${found.length} 处`} actions={<button type="button" className="link" onClick={() => navigate({ screen: 'checks' })}>去核对</button>}>
      {(findings.isError || !findings.data) && <Reading of={findings} doing="核对这一户" />}
      {found.length > 0 && (
        <ul className="card-list">
          {found.map(({ id: key, rule, grade, person, field, message, remedy }) => (
            <li key={key}>
              <GradeMark grade={grade} /> {[person, field === '' || message.includes(labelOf(field)) ? '' : labelOf(field)].filter((part) => part !== '').join(' · ')} {message}
              <span className="quiet"> {remedy}（{rule}）</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
