import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { BatchSummary, FileSummary, SheetSummary } from '../../shared/changes/plan-types.ts';
import { useRegister } from '../app/session.tsx';

export interface SheetChoice {
  readonly file: string;
  readonly sheet: string;
}

interface Props {
  readonly summary: BatchSummary;
  readonly chosen: SheetChoice | null;
  readonly choose: (sheet: SheetChoice | null) => void;
  /** Reads the same files again for a year; null when it is too late. */
  readonly replan: ((year: number) => void) | null;
}

/** Files and sheets as they were understood. */
export function FilePanel({ summary, chosen, choose, replan }: Props) {
  return (
    <aside className="file-panel" aria-label="认出的表">
      {summary.needsYear && replan && <AskYear give={replan} />}
      {summary.files.map((file) => (
        <FilePart key={file.file} file={file} chosen={chosen} choose={choose} />
      ))}
    </aside>
  );
}

function AskYear({ give }: { give: (year: number) => void }) {
  const { workingYear } = useRegister();
  const [year, setYear] = useState<number | null>(workingYear);
  return (
    <div className="ask-year" role="alert">
      <strong>这些数据是哪一年的？</strong>
      <p>表里、表名里都没有写年度，要先定下来才能导入。</p>
      <div>
        <InputNumber aria-label="年度" value={year} min={2010} max={2100} precision={0} onChange={setYear} /> 年
        <Button type="primary" disabled={year === null} onClick={() => year !== null && give(year)}>就按这一年</Button>
      </div>
    </div>
  );
}

function FilePart({ file, chosen, choose }: { file: FileSummary; chosen: SheetChoice | null; choose: Props['choose'] }) {
  return (
    <section className="file-part">
      <h2 title={file.file}>{file.file}</h2>
      {file.refusal !== undefined && <p className="mark-refused" role="alert">✕ {file.refusal}</p>}
      {file.sheets.map((sheet) => {
        const pressed = chosen?.file === file.file && chosen.sheet === sheet.sheet;
        return <SheetPart key={sheet.sheet} sheet={sheet} pressed={pressed} toggle={() => choose(pressed ? null : { file: file.file, sheet: sheet.sheet })} />;
      })}
    </section>
  );
}

const yearSources: Record<NonNullable<SheetSummary['yearFrom']>, string> = {
  column: '按表里的年度列',
  title: '按表的标题',
  'file name': '按文件名',
  given: '按刚才填的',
  'working year': '按登记册的工作年度',
};

function SheetPart({ sheet, pressed, toggle }: { sheet: SheetSummary; pressed: boolean; toggle: () => void }) {
  if (sheet.kind === null) return <p className="sheet-part mark-conflict">？ {sheet.sheet}：{sheet.reason ?? '没有认出来'}</p>;
  return (
    <div className="sheet-part">
      <button type="button" className="sheet-name" aria-pressed={pressed} title={pressed ? '看全部' : '只看这张表'} onClick={toggle}>
        <strong>{sheet.kindLabel}</strong> {sheet.sheet} · {sheet.rows} 行
      </button>
      <p className="quiet">
        表头在第 {sheet.headerRows.join('、')} 行
        {sheet.year !== null && `；${sheet.year} 年${sheet.yearFrom === null ? '' : `（${yearSources[sheet.yearFrom]}）`}`}
      </p>
      <details>
        <summary>认出 {sheet.mapped.length} 列{sheet.unmapped.length > 0 && `，未识别 ${sheet.unmapped.length} 列`}</summary>
        <ul>
          {sheet.unmapped.map((column) => (
            <li key={column.column}>{column.column}　{column.header}<span className="quiet">（照原列名保留）</span></li>
          ))}
          {sheet.mapped.map((column) => (
            <li key={column.column}>{column.column}　{column.header}{column.header !== column.label && <span className="quiet"> → {column.label}</span>}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
