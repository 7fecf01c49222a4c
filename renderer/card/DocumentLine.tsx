import { type DocumentRow, isUnseenPicture } from '../../shared/contract/documents.ts';
import { byteSize } from '../../shared/fields/byte-size.ts';
import { useClient } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { useNotices } from '../ui/messages.tsx';
import { CardCell } from './CardCell.tsx';
import { useDesk } from './card-desk.ts';

interface Props {
  readonly document: DocumentRow;
  readonly look: () => void;
  /** It stands under the record that it proves, which needs not be said once more. */
  readonly underRecord?: boolean;
}

/** One paper: what it is, each value written in place; looked at, saved out, taken away. */
export function DocumentLine({ document, look, underRecord = false }: Props) {
  const { frozen, run } = useDesk();
  const client = useClient();
  const notices = useNotices();
  const { id, values, preview, revision } = document;
  const called = String(values['document.file'] ?? values['document.kind'] ?? '');
  const bytes = values['document.bytes'];
  const cell = (key: string) => <CardCell subject="ledger:document" id={id} field={`document.${key}`} values={values} whose={called} />;
  const save = async (): Promise<void> => {
    try {
      const file = await client.documents.read({ id });
      download(file, file.name);
    } catch (error) {
      notices.refused(error, '存出材料');
    }
  };
  return (
    <li>
      <span className="card-document-what">{cell('kind')} {cell('title')} {cell('on')} <span className="quiet">{[values['document.whose'] ?? '', underRecord ? '' : (values['document.about'] ?? ''), typeof bytes === 'number' ? `${called}，${byteSize(bytes)}` : '只有纸质件', isUnseenPicture(document) ? '这种格式这里看不了，请存出后看' : ''].filter((part) => part !== '').join(' · ')}</span> {typeof bytes !== 'number' && cell('place')}</span>
      <span className="card-document-do">
        {preview !== null && <button type="button" className="link" aria-label={`看 ${called}`} onClick={look}>看</button>}
        {typeof bytes === 'number' && <button type="button" className="link" aria-label={`存出 ${called}`} onClick={() => void save()}>存出</button>}
        {!frozen && <button type="button" className="link" aria-label={`去掉 ${called}`} onClick={() => void run('去掉材料', () => client.tables.removeEntry({ subject: 'ledger:document', id, base: revision }))}>去掉</button>}
      </span>
    </li>
  );
}
