import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { builtInViews } from '../../../shared/views/built-in.ts';
import { useClient, useRegister, useYear } from '../../app/session.tsx';
import { type ChosenWho, everybody, useFormDesk } from './form-desk.ts';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly who: ChosenWho;
}

/** Who goes onto the form: everybody, a village, a view, a household. */
export function WhoPicker() {
  const client = useClient();
  const year = useYear();
  const { revision } = useRegister();
  const { who, setWho } = useFormDesk();
  const [text, setText] = useState('');
  const villages = useQuery({ queryKey: ['villages', year, revision], queryFn: () => client.tables.villages({ year }) });
  const households = useQuery({ queryKey: ['views', 'households'], queryFn: () => client.views.list({ subject: 'households' }) });
  const people = useQuery({ queryKey: ['views', 'people'], queryFn: () => client.views.list({ subject: 'people' }) });
  const frozen = useQuery({ queryKey: ['frozenLists', revision], queryFn: () => client.views.frozenLists() });
  const found = useQuery({ queryKey: ['find', text], enabled: text.trim() !== '', queryFn: () => client.tables.find({ text: text.trim(), limit: 12 }), placeholderData: (before) => before });
  const option = (value: string, label: string, of: ChosenWho['who']): Option => ({ value, label, who: { who: of, called: label } });
  const ofViews = (subject: 'households' | 'people'): Option[] => [
    ...((subject === 'households' ? households : people).data?.views ?? []).map(({ id, name, body }) => option(`view ${id}`, name, { by: 'view', subject, search: body.search, filters: body.filters, sorts: body.sorts })),
    ...builtInViews.filter((view) => view.subject === subject).map(({ key, label, filters, sorts }) => option(`built-in ${subject} ${key}`, label, { by: 'view', subject, filters: [...filters], sorts: [...(sorts ?? [])] })),
  ];
  const groups = [
    { label: '范围', options: [option('all', everybody.called, { by: 'all' })] },
    ...(text.trim() === '' ? [] : [{ label: '一户', options: [...new Map((found.data ?? []).filter(({ householdId }) => householdId !== '').map((each) => [each.householdId, option(`household ${each.householdId}`, `${each.title}（${each.detail}）`, { by: 'household', householdId: each.householdId })])).values()] }]),
    { label: '一个村', options: (villages.data ?? []).map(({ village, households: count }) => option(`village ${village}`, `${village}（${count} 户）`, { by: 'village', village })) },
    { label: '户的视图', options: ofViews('households') },
    { label: '人的视图', options: ofViews('people') },
    { label: '冻结的名单', options: (frozen.data ?? []).map(({ id, name, subject }) => option(`frozen ${id}`, name, { by: 'view', subject, filters: [{ field: '', test: 'group', group: 'frozenList', of: id }], sorts: [] })) },
  ].filter(({ options }) => options.length > 0);
  const all = groups.flatMap(({ options }) => options);
  const chosen = all.find((each) => JSON.stringify(each.who) === JSON.stringify(who));
  return (
    <Select<string>
      aria-label="填谁"
      style={{ width: 240 }}
      popupMatchSelectWidth={320}
      value={chosen?.value ?? 'other'}
      showSearch={{ onSearch: setText, filterOption: (typed, each) => each !== undefined && 'words' in each && typeof each.words === 'string' && (each.words === '' || each.words.includes(typed.trim())) }}
      notFoundContent="没有找到"
      options={[...groups.map(({ label, options }) => ({ label, options: options.map(({ value, label: called }) => ({ value, label: called, words: value.startsWith('household ') ? '' : called })) })), ...(chosen ? [] : [{ label: '已选', options: [{ value: 'other', label: who.called }] }])]}
      onChange={(value) => {
        const picked = all.find((each) => each.value === value);
        if (picked) setWho(picked.who);
        setText('');
      }}
    />
  );
}
