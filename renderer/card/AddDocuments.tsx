import { Button } from 'antd';
import { type ClipboardEvent, type DragEvent, useEffect, useRef } from 'react';
import { largestDocument } from '../../shared/contract/documents.ts';
import { byteSize } from '../../shared/fields/byte-size.ts';
import { field } from '../../shared/register/vocabulary.ts';
import { useClient } from '../app/session.tsx';
import { TypedValue } from '../grid/TypedValue.tsx';
import { useDesk } from './card-desk.ts';
import { CardForm } from './CardForm.tsx';
import { type PaperDraft, type PaperForm, paperTexts } from './paper-draft.ts';
import { pastedFiles } from './pasted-files.ts';

/** Pictures as phones of one maker and scanners write them, which no page shows. */
const isUnseen = ({ name }: File): boolean => /\.(heic|heif|tiff?)$/i.test(name);

interface Props {
  readonly form: PaperForm;
  readonly draft: PaperDraft;
}

/** Files to be stored with what they are, whose, and of when; or only where the paper lies. */
export function AddDocuments({ form, draft }: Props) {
  const { filed, run } = useDesk();
  const client = useClient();
  const picker = useRef<HTMLInputElement>(null);
  const { files, kind, memberId, recordId, values } = draft;
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = pastedFiles(event.clipboardData, files.length);
    if (pasted.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    form.take(pasted);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    form.take([...event.dataTransfer.files]);
  };
  const total = files.reduce((sum, { size }) => sum + size, 0);

  const { leave } = form;
  useEffect(() => leave, [leave]);
  const save = async (): Promise<void> => {
    const done = await run('存入材料', async () => {
      const answer = await client.documents.add({ ...(filed.householdId === null ? {} : { householdId: filed.householdId }), ...(memberId === '' ? {} : { memberId }), ...(recordId === undefined ? {} : { recordId }), kind, ...values, files: [...files] });
      return { ...answer, label: `${answer.label}。登记册增大 ${byteSize(answer.grew)}，现在 ${byteSize(answer.sizes.register)}` };
    });
    if (done) form.done();
  };
  return (
    <CardForm label="存入材料" submit={() => void save()} close={form.drop} onPaste={onPaste}>
      <div className="card-drop" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label="材料文件"
          onChange={({ target }) => {
            form.take([...(target.files ?? [])]);
            // The same file may be chosen again after all was put back.
            target.value = '';
          }}
        />
        <Button size="small" onClick={() => picker.current?.click()}>选文件……</Button>
        {files.length > 0 && <button type="button" className="link nowrap" onClick={() => form.change({ files: [] })}>都不要，重选</button>}
        <span className="quiet">{files.length === 0 ? `照片、扫描件、PDF、文档都行，单个不超过 ${byteSize(largestDocument)}；也可以拖到这里，或者按 Ctrl+V 粘贴` : `${files.map(({ name }) => name).join('、')}，共 ${byteSize(total)}`}</span>
      </div>
      {files.some(isUnseen) && <p className="card-differs">▲ {files.filter(isUnseen).map(({ name }) => name).join('、')}：HEIC、TIFF 格式存得进，但这里看不了，一户一档里也印不出；能转成 JPG 的，请转好再存。</p>}
      <div className="card-fields">
        <TypedValue field={field('document.kind')} value={kind} change={(text) => form.change({ kind: text })} />
        {filed.people.length > 0 && (
          <label>
            <span>谁的</span>
            <select className="plain-select" value={memberId} onChange={({ target }) => form.change({ memberId: target.value })}>
              <option value="">全家的</option>
              {filed.people.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </select>
          </label>
        )}
        {paperTexts.map((key) => <TypedValue key={key} field={field(`document.${key}`)} value={values[key] ?? ''} change={(text) => form.change({ values: { ...values, [key]: text } })} />)}
      </div>
      <div className="card-form-foot">
        <Button type="primary" size="small" htmlType="submit" disabled={kind === '' || (files.length === 0 && (values.place ?? '').trim() === '')}>{files.length === 0 ? '只记纸质件' : `存入 ${files.length} 份`}</Button>
        <Button size="small" title="Esc" onClick={form.drop}>不存了</Button>
      </div>
    </CardForm>
  );
}
