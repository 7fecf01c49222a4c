import { Button } from 'antd';
import { type ClipboardEvent, type DragEvent, type FormEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { largestDocument } from '../../shared/contract/documents.ts';
import { byteSize } from '../../shared/fields/byte-size.ts';
import { field } from '../../shared/register/vocabulary.ts';
import { useClient } from '../app/session.tsx';
import { TypedValue } from '../grid/TypedValue.tsx';
import { useDesk } from './card-desk.ts';
import { pastedFiles } from './pasted-files.ts';

/** What the list of missing papers already knows of the one to be stored. */
export interface Wanted {
  readonly kind: string;
  readonly memberId: string;
  /** The record that it proves. */
  readonly recordId?: string;
  /** Chosen already: dropped or pasted where the form was not open yet. */
  readonly files?: readonly File[];
}

/** What may be given to the form besides what is chosen in it. */
export interface PaperTray {
  readonly take: (files: readonly File[]) => void;
}

interface Props {
  readonly wanted: Wanted;
  readonly close: () => void;
  readonly tray?: Ref<PaperTray>;
}

const typed = ['title', 'on', 'place', 'remark'] as const;

/** Files to be stored with what they are, whose, and of when; or only where the paper lies. */
export function AddDocuments({ wanted, close, tray }: Props) {
  const { filed, run } = useDesk();
  const client = useClient();
  const picker = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly File[]>(wanted.files ?? []);
  const [kind, setKind] = useState(wanted.kind);
  const [memberId, setMemberId] = useState(wanted.memberId);
  const [values, setValues] = useState<Readonly<Partial<Record<(typeof typed)[number], string>>>>({});
  const take = (more: readonly File[]): void => setFiles((before) => [...before, ...more]);
  useImperativeHandle(tray, (): PaperTray => ({ take }));
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = pastedFiles(event.clipboardData, files.length);
    if (pasted.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    take(pasted);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    take([...event.dataTransfer.files]);
  };
  const total = files.reduce((sum, { size }) => sum + size, 0);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await run('存入材料', async () => {
      const answer = await client.documents.add({ ...(filed.householdId === null ? {} : { householdId: filed.householdId }), ...(memberId === '' ? {} : { memberId }), ...(wanted.recordId === undefined ? {} : { recordId: wanted.recordId }), kind, ...values, files: [...files] });
      return { ...answer, label: `${answer.label}。登记册增大 ${byteSize(answer.grew)}，现在 ${byteSize(answer.sizes.register)}` };
    });
    if (done) close();
  };
  return (
    <form className="card-form" aria-label="存入材料" onSubmit={(event) => void save(event)} onPaste={onPaste} onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) { event.preventDefault(); close(); } }}>
      <div className="card-drop" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label="材料文件"
          onChange={({ target }) => {
            take([...(target.files ?? [])]);
            // The same file may be chosen again after all was put back.
            target.value = '';
          }}
        />
        <Button size="small" autoFocus onClick={() => picker.current?.click()}>选文件……</Button>
        {files.length > 0 && <button type="button" className="link nowrap" onClick={() => setFiles([])}>都不要，重选</button>}
        <span className="quiet">{files.length === 0 ? `照片、扫描件、PDF、文档都行，单个不超过 ${byteSize(largestDocument)}；也可以拖到这里，或者按 Ctrl+V 粘贴` : `${files.map(({ name }) => name).join('、')}，共 ${byteSize(total)}`}</span>
      </div>
      <div className="card-fields">
        <TypedValue field={field('document.kind')} value={kind} change={setKind} />
        {filed.people.length > 0 && (
          <label>
            <span>谁的</span>
            <select className="plain-select" value={memberId} onChange={({ target }) => setMemberId(target.value)}>
              <option value="">全家的</option>
              {filed.people.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </select>
          </label>
        )}
        {typed.map((key) => <TypedValue key={key} field={field(`document.${key}`)} value={values[key] ?? ''} change={(text) => setValues((before) => ({ ...before, [key]: text }))} />)}
      </div>
      <div className="card-form-foot">
        <Button type="primary" size="small" htmlType="submit" disabled={kind === '' || (files.length === 0 && (values.place ?? '').trim() === '')}>{files.length === 0 ? '只记纸质件' : `存入 ${files.length} 份`}</Button>
        <Button size="small" title="Esc" onClick={close}>不存了</Button>
      </div>
    </form>
  );
}
