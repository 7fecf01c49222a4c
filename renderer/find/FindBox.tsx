import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input, type InputRef } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Found } from '../../shared/contract/tables.ts';
import { ledgerKeyOf } from '../../shared/sheets/subject.ts';
import { navigate, type Place, useClient, useRegister } from '../app/session.tsx';
import { giveBack } from '../ui/areas.ts';
import './find.css';
import { clearable } from '../ui/signs.tsx';

function placeOf({ subject, id }: Found): Place {
  const ledger = ledgerKeyOf(subject);
  if (ledger !== null) return { screen: 'ledgers', ledger, rowId: id };
  return { screen: subject === 'people' ? 'people' : 'households', rowId: id };
}

/** One box finds anybody: Ctrl+K, a few letters, Enter. */
export function FindBox() {
  const client = useClient();
  const { revision } = useRegister();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  /** Enter was pressed before the answer came: the first hit of the answer is meant. */
  const [waiting, setWaiting] = useState(false);
  const input = useRef<InputRef>(null);
  /** What had the keys before Ctrl+K. */
  const before = useRef<Element | null>(null);
  const found = useQuery({
    queryKey: ['findAll', text.trim(), revision],
    enabled: text.trim() !== '',
    queryFn: () => client.tables.find({ text: text.trim(), limit: 12, records: true }),
    placeholderData: (before) => before,
  });
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      if (document.activeElement !== input.current?.input) before.current = document.activeElement;
      input.current?.focus({ cursor: 'all' });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  /** What is listed was found by what is typed, not by its beginning. */
  const fresh = found.isSuccess && !found.isPlaceholderData;
  const hits = text.trim() === '' ? [] : (found.data ?? []);
  const go = (id: string): void => {
    const hit = hits.find((each) => each.id === id);
    if (!hit) return;
    setWaiting(false);
    setText('');
    setOpen(false);
    input.current?.blur();
    navigate(placeOf(hit));
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') {
      setText('');
      input.current?.blur();
      giveBack(before.current);
      before.current = null;
    } else if (event.key === 'Enter' && !fresh && text.trim() !== '') {
      event.preventDefault();
      event.stopPropagation();
      setWaiting(true);
    }
  };
  const [first] = hits;
  useEffect(() => {
    if (!waiting || !fresh) return;
    setWaiting(false);
    if (first) go(first.id);
    // `go` is of this very rendering.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [waiting, fresh, first]);

  return (
    <AutoComplete
      className="find-box"
      value={text}
      open={open && text.trim() !== '' && (hits.length > 0 || found.isFetched)}
      onOpenChange={setOpen}
      onChange={(next: string) => {
        if (hits.some(({ id }) => id === next)) return;
        setWaiting(false);
        setText(next);
        setOpen(true);
      }}
      onSelect={go}
      defaultActiveFirstOption
      popupMatchSelectWidth={440}
      notFoundContent={found.isFetching ? null : '没有找到'}
      options={hits.map(({ id, title, detail }) => ({ value: id, label: <span className="find-hit"><strong>{title}</strong> <span className="quiet">{detail}</span></span> }))}
    >
      <Input ref={input} aria-label="找人：姓名、拼音首字母、证件尾号、电话、村" title="也能找项目、帮扶单位、干部和村，还有项目、资金的材料" placeholder="找人：姓名、拼音首字母、证件尾号、电话、村　Ctrl+K" allowClear={clearable} onKeyDown={keyDown} />
    </AutoComplete>
  );
}
