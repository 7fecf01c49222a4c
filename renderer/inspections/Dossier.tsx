import { Button } from 'antd';
import { useState } from 'react';
import type { ClosedDocument, InspectionDossier, MaskedNumber } from '../../shared/contract/inspections.ts';
import { FileShown } from '../ui/FileShown.tsx';
import { PaperBlocks } from './Blocks.tsx';

/** What somebody wants to see whole: a number, or an original. */
export type Wanted = { readonly number: MaskedNumber } | { readonly document: ClosedDocument };

interface Props {
  readonly dossier: InspectionDossier;
  /** Numbers that were opened with a reason, by their key. */
  readonly whole: ReadonlyMap<string, string>;
  readonly hide: (key: string) => void;
  /** An original that was opened with a reason. */
  readonly original: { readonly document: ClosedDocument; readonly file: File } | null;
  readonly closeOriginal: () => void;
  readonly ask: (wanted: Wanted) => void;
}

function Numbers({ dossier, whole, hide, ask }: Pick<Props, 'dossier' | 'whole' | 'hide' | 'ask'>) {
  if (dossier.numbers.length === 0) return null;
  return (
    <table className="plain-table dense inspection-numbers">
      <thead><tr><th scope="col">谁的</th><th scope="col">号码</th><th scope="col">登记的</th><th scope="col">看全号</th></tr></thead>
      <tbody>
        {dossier.numbers.map((each) => {
          const open = whole.get(each.key);
          return (
            <tr key={each.key}>
              <td>{each.whose}</td>
              <td>{each.label}</td>
              <td className="inspection-number">{open ?? each.text}</td>
              <td>
                {open === undefined
                  ? <Button size="small" aria-label={`看全号：${each.whose} ${each.label}`} onClick={() => ask({ number: each })}>看全号……</Button>
                  : <Button size="small" aria-label={`遮回去：${each.whose} ${each.label}`} onClick={() => hide(each.key)}>遮回去</Button>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Everything that the register holds of the household, part after part, numbers masked. */
export function Dossier({ dossier, whole, hide, original, closeOriginal, ask }: Props) {
  const [part, setPart] = useState<string | null>(null);
  const parts = [...dossier.parts.map(({ key, title }) => ({ key, title })), { key: 'numbers', title: '号码和原件' }];
  const go = (key: string): void => {
    setPart(key);
    document.getElementById(`inspection-${key}`)?.scrollIntoView({ block: 'start' });
  };
  return (
    <>
      <nav className="inspection-parts" aria-label="档案的各部分">
        {parts.map(({ key, title }) => <button key={key} type="button" className="tick" aria-pressed={part === key} onClick={() => go(key)}>{title}</button>)}
      </nav>
      {dossier.parts.map(({ key, title, blocks }) => (
        <section key={key} id={`inspection-${key}`} className="inspection-part" aria-label={title}>
          <h3>{title}</h3>
          <PaperBlocks blocks={blocks} />
        </section>
      ))}
      <section id="inspection-numbers" className="inspection-part" aria-label="号码和原件">
        <h3>号码和原件</h3>
        <p className="quiet">号码遮住，原件上的号码遮不住：要看的写明用途，一样一样看，都有记录。</p>
        <Numbers dossier={dossier} whole={whole} hide={hide} ask={ask} />
        {dossier.documents.length > 0 && (
          <ul className="inspection-documents" aria-label="材料原件">
            {dossier.documents.map((each) => <li key={each.id}>{each.words} <Button size="small" aria-label={`看原件：${each.words}`} onClick={() => ask({ document: each })}>看原件……</Button></li>)}
          </ul>
        )}
        {original && (
          <div className="inspection-original" role="region" aria-label={`原件：${original.document.words}`}>
            <header><strong>{original.document.words}</strong><Button size="small" onClick={closeOriginal}>收起原件</Button></header>
            {original.document.preview === null ? <p>这种文件不能在这里显示：{original.file.name}</p> : <FileShown file={original.file} as={original.document.preview} called={original.document.words} />}
          </div>
        )}
      </section>
    </>
  );
}
