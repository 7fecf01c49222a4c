import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import { useState } from 'react';
import type { Found } from '../../shared/contract/tables.ts';
import { useClient, useRegister } from '../app/session.tsx';

interface Props {
  readonly about: 'member' | 'household';
  /** What it is about may be nobody of the register. */
  readonly optional?: boolean;
  /** Something is asked before it. */
  readonly later?: boolean;
  readonly chosen: Found | null;
  readonly choose: (found: Found | null) => void;
}

/** Somebody of the register, found as in the box above; a household by anybody in it. */
export function Whom({ about, optional = false, later = false, chosen, choose }: Props) {
  const client = useClient();
  const { revision } = useRegister();
  const [text, setText] = useState('');
  const typed = text.trim();
  const found = useQuery({ queryKey: ['find', typed, revision], enabled: typed !== '', queryFn: () => client.tables.find({ text: typed, limit: 12 }), placeholderData: (before) => before });
  const hits = typed === '' ? [] : (found.data ?? []);
  const word = about === 'member' ? '哪个人' : '哪一户（户里任何一个人）';
  const lineOf = ({ title, detail }: Found): string => `${title}　${detail}`;
  return (
    <label>
      <span>{word} {optional ? <span className="quiet">没有就不填</span> : <em>必填</em>}</span>
      <AutoComplete
        aria-label={word}
        autoFocus={!later}
        value={chosen ? lineOf(chosen) : text}
        onChange={(next: string) => {
          // Choosing tells the id; that is no text to look for.
          if (hits.some(({ id }) => id === next)) return;
          choose(null);
          setText(next);
        }}
        onSelect={(id: string) => choose(hits.find((each) => each.id === id) ?? null)}
        defaultActiveFirstOption
        notFoundContent={typed === '' || found.isFetching || chosen !== null ? null : '登记册里没有找到'}
        options={chosen ? [] : hits.map((hit) => ({ value: hit.id, label: lineOf(hit) }))}
        placeholder="姓名、拼音、证件尾号、电话、村"
      />
    </label>
  );
}
