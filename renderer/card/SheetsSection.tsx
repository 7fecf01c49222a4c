import { useQuery } from '@tanstack/react-query';
import type { HouseholdSheet } from '../../shared/contract/sweeps.ts';
import { sheetStateWords } from '../../shared/sweeps/sheet-state.ts';
import { navigate, useClient } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { sameHousehold, useCard } from './card-desk.ts';
import { Section } from './Section.tsx';

/** What was asked at this household's door: each form with its round, how far it is, and what was found wrong. */
export function SheetsSection() {
  const { card, year } = useCard();
  const client = useClient();
  const { id } = card.household;
  const sheets = useQuery({ queryKey: ['householdSheets', id, year, card.revision], queryFn: () => client.sweeps.ofHousehold({ householdId: id, year }), placeholderData: sameHousehold(id, year) });
  const found = sheets.data ?? [];
  const wrong = found.reduce((sum, each) => sum + each.wrong.length, 0);
  return (
    <Section name="排查普查" note={sheets.data === undefined ? undefined : wrong > 0 ? `${wrong} 项有问题` : undefined}>
      {(sheets.isError || !sheets.data) && <Reading of={sheets} what="这一户的调查表" />}
      {sheets.data && found.length === 0 && <p className="quiet">这一年没有要填的调查表。</p>}
      <ul className="card-list">{found.map((sheet) => <SheetOf key={`${sheet.form} ${sheet.round}`} sheet={sheet} householdId={id} />)}</ul>
    </Section>
  );
}

function SheetOf({ sheet: { form, title, round, state, on, by, deadline, wrong }, householdId }: { sheet: HouseholdSheet; householdId: string }) {
  const when = [on === '' ? '' : `${on} 入户`, by, state === 'settled' || deadline === '' ? '' : `${deadline} 前完成`].filter((part) => part !== '');
  return (
    <li>
      <button type="button" className="link" onClick={() => navigate({ screen: 'checks', part: 'sweeps', sheet: { form, round, householdId } })}>{title} {round}</button>{' '}
      {sheetStateWords[state]} <span className="quiet">{when.join('，')}</span>
      {wrong.length > 0 && <ul>{wrong.map(({ label, answer, reason }) => <li key={label}>{label}：{[answer, reason].filter((part) => part !== '').join('，')}</li>)}</ul>}
    </li>
  );
}
