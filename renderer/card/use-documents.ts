import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/session.tsx';
import { sameHousehold, useCard } from './card-desk.ts';

/** The papers of the household on the card, read once for every part of it that shows some. */
export function useDocuments() {
  const { card, year } = useCard();
  const client = useClient();
  const householdId = card.household.id;
  return useQuery({ queryKey: ['documents', householdId, year, card.revision], queryFn: () => client.documents.list({ householdId, year }), placeholderData: sameHousehold(householdId, year) });
}
