import { Button, Input } from 'antd';
import { useState } from 'react';
import type { IdentityCase } from '../../shared/contract/identities.ts';
import { readIdentity } from '../../shared/fields/identity-number.ts';
import type { Trouble } from '../ui/refusal.ts';

/** Today in the office's own days. */
const today = (): string => new Date().toLocaleDateString('sv');

interface NumberProps {
  readonly name: string;
  readonly busy: boolean;
  readonly take: (number: string) => void;
  readonly refuse: (trouble: Trouble) => void;
}

/** The number as the certificate has it. What cannot be one is told at once. */
export function NumberForm({ name, busy, take, refuse }: NumberProps) {
  const [typed, setTyped] = useState('');
  const length = typed.replace(/\s+/g, '').length;
  const submit = (): void => {
    if (length === 0 || busy) return;
    const reading = readIdentity(typed, { today: today(), typed: true });
    if (reading.ok) take(typed);
    else refuse({ what: reading.refused.message, remedy: reading.refused.remedy });
  };
  return (
    <form className="identity-typing" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {/* The suffix stays while it is empty: an input that gets one is made anew and loses the keyboard. */}
      <Input
        aria-label={`${name} 证件上的号码`}
        placeholder="按证件填写"
        maxLength={40}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        suffix={<span className="quiet">{length > 0 ? `${length} 位` : ''}</span>}
      />
      <Button htmlType="submit" disabled={busy || length === 0}>写入</Button>
    </form>
  );
}

/** Why a number is right as it is, or a row is not to be taken. */
export function NoteForm({ of, busy, cancel, save }: { of: IdentityCase; busy: boolean; cancel: () => void; save: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  return (
    <form
      className="identity-typing"
      onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== '') save(reason); }}
      onKeyDown={(event) => { if (event.key === 'Escape') cancel(); }}
    >
      <Input aria-label={`${of.name} 的原因`} placeholder={of.source === null ? '为什么就是这样' : '为什么不收'} maxLength={200} value={reason} autoFocus onChange={(event) => setReason(event.target.value)} />
      <Button htmlType="submit" disabled={busy || reason.trim() === ''}>注明</Button>
      <Button type="text" onClick={cancel}>算了</Button>
    </form>
  );
}
