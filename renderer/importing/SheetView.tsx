import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { BatchSummary, SheetSummary } from '../../shared/changes/plan-types.ts';
import type { SheetWord } from '../../shared/contract/importing.ts';
import { sheetCalled } from '../../shared/sheets/sheet-place.ts';
import { useClient } from '../app/session.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Reading } from '../ui/Reading.tsx';
import { useImportDesk } from './import-desk.ts';
import { LayoutChanged } from './LayoutChanged.tsx';
import { usePreviewView } from './preview-view.ts';
import { SheetFacts } from './SheetFacts.tsx';
import { SheetTable } from './SheetTable.tsx';
import './sheet-view.css';
import { sheetKey, type SheetName, usePending } from './sheet-words.ts';
import { understand } from './understand-sheet.ts';
import { planKeys } from './use-choose.ts';
import { useReplan } from './use-replan.ts';
import { sheetsOf } from './verdict-words.ts';

/** A sheet as Excel shows it: where its header is, what each column is, and why; everything of it can be said otherwise. */
export function SheetView({ summary, name }: { summary: BatchSummary; name: SheetName }) {
  const client = useClient();
  const { batch } = summary;
  const look = useQuery({ queryKey: [planKeys.look, batch, name.file, name.sheet], queryFn: () => client.importing.look({ batch, ...name }), staleTime: Infinity });
  const layouts = useQuery({ queryKey: ['layouts'], queryFn: () => client.importing.layouts() });
  const said = useImportDesk((state) => state.said.words.find((word) => sheetKey(word) === sheetKey(name)));
  const pending = usePending((state) => state.words[sheetKey(name)]);
  const sheet = sheetsOf(summary).find((each) => sheetKey(each) === sheetKey(name));
  if (!sheet) return <section className="import-part" />;
  if (look.isPending || layouts.isPending) return <section className="import-part"><div className="import-text"><Reading of={look} what="这张表" /></div></section>;
  if (look.isError || layouts.isError) return <section className="import-part"><div className="import-text"><Problem error={look.error ?? layouts.error} doing="读取这张表" retry={() => void Promise.all([look.refetch(), layouts.refetch()])} /></div></section>;
  const word = pending ?? said ?? { ...name };
  const understood = understand(name, sheet, look.data, word, layouts.data);
  return (
    <section className="import-part" aria-label="这张表">
      <SheetHead name={name} sheet={sheet} word={word} known={understood.kind !== null} />
      {sheet.change && <LayoutChanged change={sheet.change} recoded={summary.questions.filter(({ department, field }) => department === sheet.department && sheet.mapped.some((column) => column.field === field))} />}
      <SheetFacts name={name} sheet={sheet} word={word} kind={understood.kind} />
      <SheetTable sheet={sheet} look={look.data} word={word} understood={understood} replacing={summary.policy === 'replace'} />
      <p className="sheet-foot quiet">{look.data.rows.length >= 40 ? '只列前 40 行；后面的行照这样收。' : ''}列的说明：按列名认的，不用管；“照原列名保留”的连同内容一起留着，不会丢。</p>
    </section>
  );
}

/** What the sheet asks, and the one button that compares the files again with everything that was said. */
function SheetHead({ name, sheet, word, known }: { name: SheetName; sheet: SheetSummary; word: SheetWord; known: boolean }) {
  const replan = useReplan();
  const { back } = usePreviewView();
  const busy = useImportDesk((state) => state.stage !== 'preview');
  const { words, unsay } = usePending();
  const changed = sheetKey(name) in words;
  const count = Object.keys(words).length;
  const unknown = word.skip !== true && !known;
  const asks = sheet.kind === null && word.skip !== true;
  return (
    <header className="part-head">
      <div>
        <h2>{asks ? '这张表的表头在哪一行？' : `${sheet.kindLabel ?? '这张表'} · ${sheetCalled(name.file, name.sheet)}`}</h2>
        <p className="quiet">{hintOf(sheet, sheetCalled(name.file, name.sheet), word, known)}</p>
      </div>
      <div className="part-actions">
        {changed && <Button disabled={busy} onClick={() => unsay(name)}>不改了</Button>}
        <Button onClick={back}>回到预览</Button>
        <Button type={count > 0 ? 'primary' : 'default'} disabled={count === 0 || busy || (changed && unknown)} title={changed && unknown ? '先选这是什么表' : ''} onClick={() => void replan()}>按这样重新比对{count > 1 ? `（${count} 张表）` : ''}</Button>
      </div>
    </header>
  );
}

function hintOf(sheet: SheetSummary, called: string, word: SheetWord, known: boolean): string {
  if (word.skip === true) return `${called}：这张表不导入。`;
  if (sheet.kind !== null) return `表头是标出来的第 ${(word.headerRows ?? sheet.headerRows).join('、')} 行。点别的行可以改，按住 Shift 再点，表头可以占两三行。`;
  if (word.headerRows === undefined) return `${called}：点一下表头那一行；表头占两三行的，按住 Shift 再点另一行。不要的表，勾上“这张表不导入”。`;
  return known ? '每一列对不对，看一眼；不对的点开改。然后点“按这样重新比对”。' : '表头有了，再选这是什么表。';
}
