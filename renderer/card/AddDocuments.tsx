import { Button } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { largestDocument } from '../../shared/contract/documents.ts';
import { byteSize } from '../../shared/fields/byte-size.ts';
import { field } from '../../shared/register/vocabulary.ts';
import { useClient } from '../app/session.tsx';
import { TypedValue } from '../grid/TypedValue.tsx';
import { useCard } from './card-desk.ts';

/** What the list of missing papers already knows of the one to be stored. */
export interface Wanted {
  readonly kind: string;
  readonly memberId: string;
  /** The record that it proves. */
  readonly recordId?: string;
}

const typed = ['title', 'on', 'place', 'remark'] as const;

/** Files to be stored with what they are, whose, and of when; or only where the paper lies. */
export function AddDocuments({ wanted, close }: { readonly wanted: Wanted; readonly close: () => void }) {
  const { card, run } = useCard();
  const client = useClient();
  const picker = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [kind, setKind] = useState(wanted.kind);
  const [memberId, setMemberId] = useState(wanted.memberId);
  const [values, setValues] = useState<Readonly<Partial<Record<(typeof typed)[number], string>>>>({});
  const total = files.reduce((sum, { size }) => sum + size, 0);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await run('存入材料', async () => {
      const answer = await client.documents.add({ householdId: card.household.id, ...(memberId === '' ? {} : { memberId }), ...(wanted.recordId === undefined ? {} : { recordId: wanted.recordId }), kind, ...values, files: [...files] });
      return { ...answer, label: `${answer.label}。登记册增大 ${byteSize(answer.grew)}，现在 ${byteSize(answer.sizes.register)}` };
    });
    if (done) close();
  };
  return (
    <form className="card-form" aria-label="存入材料" onSubmit={(event) => void save(event)} onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) { event.preventDefault(); close(); } }}>
      <div
        className="card-drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          event.stopPropagation();
          setFiles([...event.dataTransfer.files]);
        }}
      >
        <input ref={picker} type="file" multiple hidden aria-label="材料文件" onChange={({ target }) => setFiles([...(target.files ?? [])])} />
        <Button size="small" onClick={() => picker.current?.click()}>选文件……</Button>
        <span className="quiet">{files.length === 0 ? `照片、扫描件、PDF、文档都行，单个不超过 ${byteSize(largestDocument)}；也可以拖到这里` : `${files.map(({ name }) => name).join('、')}，共 ${byteSize(total)}`}</span>
      </div>
      <div className="card-fields">
        <TypedValue field={field('document.kind')} value={kind} change={setKind} />
        <label>
          <span>谁的</span>
          <select className="plain-select" value={memberId} onChange={({ target }) => setMemberId(target.value)}>
            <option value="">全家的</option>
            {card.members.map(({ id, values: told }) => <option key={id} value={id}>{String(told['name'] ?? '')}</option>)}
          </select>
        </label>
        {typed.map((key) => <TypedValue key={key} field={field(`document.${key}`)} value={values[key] ?? ''} change={(text) => setValues((before) => ({ ...before, [key]: text }))} />)}
      </div>
      <div className="card-form-foot">
        <Button type="primary" size="small" htmlType="submit" disabled={kind === '' || (files.length === 0 && (values.place ?? '').trim() === '')}>{files.length === 0 ? '只记纸质件' : `存入 ${files.length} 份`}</Button>
        <Button size="small" title="Esc" onClick={close}>不存了</Button>
      </div>
    </form>
  );
}
