import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { navigate, useClient, useRegister } from '../app/session.tsx';
import './find.css';

/** One box finds anybody: Ctrl+K, a few letters, Enter. */
export function FindBox() {
  const client = useClient();
  const { revision } = useRegister();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const input = useRef<InputRef>(null);
  const found = useQuery({
    queryKey: ['find', text.trim(), revision],
    enabled: text.trim() !== '',
    queryFn: () => client.tables.find({ text: text.trim(), limit: 12 }),
    placeholderData: (before) => before,
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      input.current?.focus({ cursor: 'all' });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  const hits = text.trim() === '' ? [] : (found.data ?? []);
  const go = (id: string): void => {
    const hit = hits.find((each) => each.id === id);
    if (!hit) return;
    setText('');
    setOpen(false);
    input.current?.blur();
    navigate({ screen: hit.subject, rowId: hit.id });
  };
  return (
    <AutoComplete
      className="find-box"
      value={text}
      open={open && text.trim() !== '' && (hits.length > 0 || found.isFetched)}
      onOpenChange={setOpen}
      onChange={(next: string) => {
        if (hits.some(({ id }) => id === next)) return;
        setText(next);
        setOpen(true);
      }}
      onSelect={go}
      defaultActiveFirstOption
      notFoundContent={found.isFetching ? null : '没有找到'}
      options={hits.map(({ id, title, detail }) => ({ value: id, label: <span className="find-hit"><strong>{title}</strong> <span className="quiet">{detail}</span></span> }))}
    >
      <Input ref={input} aria-label="找人：姓名、拼音首字母、证件尾号、电话、村" placeholder="找人：姓名、拼音首字母、证件尾号、电话、村　Ctrl+K" allowClear onKeyDown={(event) => { if (event.key === 'Escape') { setText(''); input.current?.blur(); } }} />
    </AutoComplete>
  );
}
