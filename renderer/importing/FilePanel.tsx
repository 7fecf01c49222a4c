import { useMemo } from 'react';
import type { BatchSummary, FileSummary, SheetSummary } from '../../shared/changes/plan-types.ts';
import { sheetCalled } from '../../shared/sheets/sheet-place.ts';
import { useImportDesk } from './import-desk.ts';
import { usePreviewView } from './preview-view.ts';
import { kindsBySheet, type SheetKindWords } from './sheet-kinds-of.ts';
import { sheetKey, type SheetName, usePending } from './sheet-words.ts';
import { yearSources } from './year-sources.ts';

/** Files and sheets as they were understood: the name of a sheet opens it as Excel shows it, its rows narrow the lists to it. */
export function FilePanel({ summary, done }: { summary: BatchSummary; done: boolean }) {
  const kinds = useMemo(() => kindsBySheet(summary), [summary]);
  return summary.files.map((file) => <FilePart key={file.file} file={file} kinds={kinds} done={done} />);
}

function FilePart({ file, kinds, done }: { file: FileSummary; kinds: SheetKindWords; done: boolean }) {
  return (
    <section className="file-part">
      <h2 title={file.file}>{file.file}</h2>
      {file.refusal !== undefined && <p className="mark-refused" role="alert">✕ {file.refusal}</p>}
      {file.returned !== undefined && <p className="quiet">{file.returned.office} {file.returned.period} 的填报表，{file.returned.sentOn} 发出</p>}
      {file.returned?.changed.map((each) => <p key={each} className="mark-conflict">△ {each}</p>)}
      {file.sheets.map((sheet) => {
        const name = { file: file.file, sheet: sheet.sheet };
        return <SheetPart key={sheet.sheet} name={name} sheet={sheet} kind={kinds(name)} done={done} />;
      })}
    </section>
  );
}

function SheetPart({ name, sheet, kind, done }: { name: SheetName; sheet: SheetSummary; kind: string; done: boolean }) {
  const { showing, list, sheet: shown, looked, show } = usePreviewView();
  const said = useImportDesk((state) => state.said.words.find((word) => sheetKey(word) === sheetKey(name)));
  const pending = usePending((state) => sheetKey(name) in state.words);
  const chosen = shown !== null && sheetKey(shown) === sheetKey(name);
  const looking = showing === 'sheet' && looked !== null && sheetKey(looked) === sheetKey(name);
  const narrowed = chosen && (showing === 'households' || showing === 'rows');
  const look = (): void => show({ showing: 'sheet', looked: name });
  // The file's own name stands above.
  const inFile = sheetCalled(name.file, name.sheet) === name.file ? '' : name.sheet;
  const title = sheet.kind === null ? null : <strong>{kind}</strong>;
  return (
    <div className="sheet-part">
      {done ? <p>{title} {inFile}</p> : (
        <button type="button" className="sheet-name" aria-pressed={looking} title="看表头和每一列" onClick={look}>
          {title ?? <span className="mark-conflict">{said?.skip === true ? '不导入' : '？ 没认出'}</span>} {inFile}
        </button>
      )}
      {sheet.hidden && sheet.kind !== null && <p className="mark-conflict">△ 在工作簿里是隐藏的表，{done ? '也收了' : '也会收；不要的，点开勾上“这张表不导入”'}</p>}
      {pending && <p className="mark-conflict">△ 改过，还没有重新比对</p>}
      {sheet.kind === null ? <p className="quiet">{said?.skip === true ? '这张表不导入' : done ? '没有认出表头，没有导入' : '点开，看表头在哪一行'}</p> : (
        <p className="quiet">
          <button type="button" className="in-text" aria-pressed={narrowed} title={narrowed ? '看全部' : '只看这张表的行'} onClick={() => show(narrowed ? { sheet: null, field: null } : { showing: list, sheet: name, field: null })}>{sheet.rows} 行</button>
          ；{sheet.headerRows.length > 0 && <span className="nowrap">表头第 {sheet.headerRows.join('、')} 行，</span>}<span className="nowrap">认出 {sheet.mapped.length} 列{sheet.unmapped.length > 0 && '，'}</span>{sheet.unmapped.length > 0 && <span className="nowrap">保留 {sheet.unmapped.length} 列</span>}
        </p>
      )}
      {sheet.kind !== null && <p className="quiet">{sheet.department}{sheet.year !== null && ` · ${sheet.year} 年${sheet.yearFrom === null ? '' : `（${yearSources[sheet.yearFrom]}）`}`}{sheet.yearFrom === 'column' && ' · 年度按表里的列'}</p>}
      {sheet.layout && <p className="quiet">记住的版式：{sheet.layout.name}</p>}
      {sheet.change && <p className="mark-conflict">△ 版式变了，原来是“{sheet.change.layout.name}”</p>}
      {sheet.above.length > 0 && <p className="quiet">{sheet.above.map(({ label, text }) => `${label}：${text}`).join('；')}</p>}
    </div>
  );
}
