import { useState } from 'react';
import { tableOf } from '../../shared/sheets/table.ts';
import { NewRowsForm } from '../inserting/NewRowsForm.tsx';
import { useNewRows } from '../inserting/use-new-rows.ts';
import { useKeysWithin } from '../ui/keys-within.ts';
import { useCard } from './card-desk.ts';

const columns = ['name', 'identityNo', 'relation', 'health', 'labour', 'schooling'];

/** New members of the household, several at once, on its card. */
export function NewMembers({ close }: { readonly close: () => void }) {
  const { card } = useCard();
  const { household } = card;
  const [into] = useState(() => ({ id: household.id, name: `户 ${String(household.values['householdNo'] ?? '')} ${String(household.values['headName'] ?? '')}`.trim() }));
  const desk = useNewRows(`card ${household.id}`, 'people', columns, into);
  const part = useKeysWithin<HTMLDivElement>();
  return <div ref={part}><NewRowsForm title="新增成员" table={tableOf('people')} desk={desk} columns={columns} done={close} close={close} /></div>;
}
