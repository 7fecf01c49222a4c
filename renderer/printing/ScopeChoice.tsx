import { useQuery } from '@tanstack/react-query';
import { Radio, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { Scope } from '../../shared/contract/walls.ts';
import { useClient, useRegister, useYear } from '../app/session.tsx';
import { Problem } from '../ui/Problem.tsx';

export interface Chosen {
  readonly of: Scope;
  /** How the scope is called in the name of the file. */
  readonly called: string;
}

/** One household, one village, or all. */
export function ScopeChoice({ chosen, wanted, ofHouses, choose }: { chosen: Chosen | null; wanted: string | undefined; ofHouses: boolean; choose: (chosen: Chosen | null) => void }) {
  const client = useClient();
  const year = useYear();
  const register = useRegister();
  const [scope, setScope] = useState<Scope['scope']>(chosen?.of.scope ?? (wanted === undefined ? 'all' : 'household'));
  const villages = useQuery({ queryKey: ['villages', year, register.revision], queryFn: () => client.tables.villages({ year }) });
  const village = chosen?.of.scope === 'village' ? chosen.of.village : null;
  return (
    <>
      <Radio.Group
        aria-label="打印哪些户"
        value={scope}
        onChange={(event) => {
          const next = event.target.value as Scope['scope'];
          setScope(next);
          choose(next === 'all' ? { of: { scope: 'all' }, called: '全部' } : null);
        }}
        options={[{ value: 'all', label: ofHouses ? `全部 ${register.households} 户` : '全部' }, { value: 'village', label: '一个村' }, ...(ofHouses ? [{ value: 'household', label: '一户' }] : [])]}
      />
      {scope === 'household' && <HouseholdSearch wanted={wanted} chosen={chosen} choose={choose} />}
      {scope === 'village' && villages.isError && <Problem error={villages.error} doing="读取村名" retry={() => void villages.refetch()} />}
      {scope === 'village' && (
        <div className="village-list" role="radiogroup" aria-label="村">
          {(villages.data ?? []).map((each) => (
            <button
              key={`${each.town} ${each.village}`}
              type="button"
              role="radio"
              aria-checked={village === each.village}
              onClick={() => choose({ of: { scope: 'village', village: each.village }, called: each.village })}
            >
              <span>{each.village}<span className="quiet"> {each.town}</span></span>
              <span className="nowrap">{each.households} 户 {each.people} 人</span>
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function HouseholdSearch({ wanted, chosen, choose }: { wanted: string | undefined; chosen: Chosen | null; choose: (chosen: Chosen) => void }) {
  const client = useClient();
  const year = useYear();
  const [text, setText] = useState('');
  const found = useQuery({
    queryKey: ['find', text],
    enabled: text.trim() !== '',
    queryFn: () => client.tables.find({ text: text.trim(), limit: 20 }),
    placeholderData: (before) => before,
  });
  const card = useQuery({
    queryKey: ['card', wanted, year],
    enabled: wanted !== undefined && chosen === null,
    queryFn: () => client.tables.card({ householdId: wanted ?? '', year }),
  });
  const head = card.data?.household.values;
  useEffect(() => {
    if (wanted === undefined || !head || chosen !== null) return;
    choose({ of: { scope: 'household', householdId: wanted }, called: String(head['headName'] ?? head['householdNo'] ?? '一户') });
  }, [wanted, head, chosen, choose]);

  // A household that several of its people are found by is called as the first of them, which is its head where the number was typed.
  const first = (found.data ?? []).filter(({ householdId }, at, all) => all.findIndex((each) => each.householdId === householdId) === at);
  const options = new Map(first.map(({ householdId, title, detail }) => [householdId, { value: householdId, label: title, title: detail }]));
  const selected = chosen?.of.scope === 'household' ? { value: chosen.of.householdId, label: chosen.called } : undefined;
  return (
    <Select
      aria-label="找一户"
      autoFocus={selected === undefined}
      labelInValue
      placeholder="姓名、拼音首字母、户编号、村"
      {...(selected ? { value: selected } : {})}
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={text.trim() === '' ? '输入姓名、拼音首字母、户编号或村' : found.isFetching ? null : '没有找到'}
      options={[...options.values()]}
      optionRender={withDetail}
      onChange={(picked: { value: string; label?: unknown }) => choose({ of: { scope: 'household', householdId: picked.value }, called: options.get(picked.value)?.label ?? '一户' })}
    />
  );
}

const withDetail = ({ data }: { data: { label: string; title: string } }) => (
  <>
    {data.label} <span className="quiet">{data.title}</span>
  </>
);
