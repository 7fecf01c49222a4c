import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { writeHtmlTable } from '../../../shared/clipboard/html-table.ts';
import { writeTsv } from '../../../shared/clipboard/tsv.ts';
import { mostWords } from '../../../shared/contract/summaries.ts';
import type { Filter, RowsQuery } from '../../../shared/contract/tables.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import { tableOf } from '../../../shared/sheets/table.ts';
import { columnHead, sheetOf, type SummarySheet } from '../../../shared/views/summary-sheet.ts';
import { groupFilters, type Grouping, type SummaryAsked } from '../../../shared/views/summary.ts';
import { useClient, useRegister } from '../../app/session.tsx';
import { filterWords } from '../../grid/filter-words.ts';
import { useNotices } from '../../ui/messages.tsx';
import { PagePreview } from '../../ui/PagePreview.tsx';
import { Reading } from '../../ui/Reading.tsx';
import { createWork } from '../../ui/work.ts';
import { useFrozenNames } from '../views/frozen-names.ts';
import { groupingOf, keepChoice, lastChoice } from './summary-choice.ts';
import { SummaryChooser } from './SummaryChooser.tsx';
import { SummaryTable } from './SummaryTable.tsx';
import './summary.css';

const useSummaryWork = createWork();

interface Props {
  readonly subject: Subject;
  /** The column to group by at first; null: as it was the last time. */
  readonly column: string | null;
  /** What the table shows now. */
  readonly question: RowsQuery;
  readonly narrow: (question: Pick<RowsQuery, 'filters' | 'search'>) => void;
  readonly close: () => void;
}

/** What of a question says which rows; their order changes no figure. */
const whichOf = ({ subject, year, search, filters }: RowsQuery): RowsQuery => ({ subject, year, filters: filters ?? [], ...(search === undefined || search.trim() === '' ? {} : { search: search.trim() }) });
const same = (one: RowsQuery, other: RowsQuery): boolean => JSON.stringify(whichOf(one)) === JSON.stringify(whichOf(other));

/** 分类汇总: what the table showed when it was opened, by groups. A figure shows its rows in the table beside. */
export function SummarySide({ subject, column, question, narrow, close }: Props) {
  const client = useClient();
  const notices = useNotices();
  const { file, revision } = useRegister();
  const work = useSummaryWork();
  const table = tableOf(subject);
  const [of, setOf] = useState(() => whichOf(question));
  const [asked, setAsked] = useState<SummaryAsked>(() => (column === null ? lastChoice(table) : { ...lastChoice(table), down: [groupingOf(table, column)], across: null }));
  /** The figure whose rows are shown, and what the table was asked for them. */
  const [looked, setLooked] = useState<{ readonly at: string; readonly question: RowsQuery } | null>(null);
  const [paper, setPaper] = useState(false);
  const names = useFrozenNames(of.filters ?? []);
  // Another year is another question, not other conditions.
  if (of.year !== question.year) setOf({ ...of, year: question.year });
  const whole = { ...of, ...asked, down: [...asked.down], figures: [...asked.figures] };
  // While the next answer comes the last one stands, under the heads of what it was asked.
  const found = useQuery({ queryKey: ['summary', file, revision, whole], queryFn: async () => ({ asked, of, summary: await client.summaries.make(whole) }), placeholderData: keepPreviousData });
  const shown = found.isError ? undefined : found.data;
  const sheet = shown ? sheetOf(table, shown.asked, shown.summary) : null;
  const conditions = [...(of.search === undefined ? [] : [`找“${of.search}”`]), ...(of.filters ?? []).map((filter) => filterWords(filter, names))].join('；');
  const printed = conditions.length > mostWords ? `${conditions.slice(0, mostWords - 1)}…` : conditions;
  const change = (next: SummaryAsked): void => {
    setAsked(next);
    setLooked(null);
    keepChoice(table, next);
  };
  const look = (line: number, column: number): void => {
    if (!sheet || !shown) return;
    const { down, across } = shown.asked;
    const { groups } = sheet.lines[line] ?? { groups: [] };
    const side = sheet.columns[column]?.at ?? null;
    const filters: Filter[] = [...(shown.of.filters ?? []), ...groups.flatMap((group, depth) => filtersOf(down[depth], group)), ...(side === null ? [] : filtersOf(across ?? undefined, shown.summary.across[side] ?? null))];
    const next = { ...shown.of, filters };
    setLooked({ at: `${line}|${column}`, question: next });
    narrow(next);
  };
  const back = (): void => {
    setLooked(null);
    narrow(of);
  };
  const copy = (): void => {
    if (sheet && shown) void put(sheet, shown.asked).then(() => notices.done('已复制，可以粘贴到 Excel'), (error: unknown) => notices.refused(error, '复制'));
  };
  // Asked of the table by hand while the summary stands beside it.
  const moved = !same(question, of) && !(looked && same(question, looked.question));
  return (
    <aside className="side summary-side" aria-label="分类汇总" data-guide="分类汇总">
      <header>
        <h2>分类汇总</h2>
        <Button type="text" size="small" aria-label="关闭分类汇总" title="Esc" onClick={close}>×</Button>
      </header>
      <SummaryChooser table={table} asked={asked} change={change} />
      <p className="quiet summary-of">
        {conditions === '' ? `全部${table.title}，${of.year} 年` : `${conditions}，${of.year} 年`}
        {looked && !moved && <button type="button" className="link-button" onClick={back}>表里回到全部</button>}
      </p>
      {moved && <p className="summary-moved" role="status">表里的条件变了。<button type="button" className="link-button" onClick={() => { setOf(whichOf(question)); setLooked(null); }}>按现在表里的汇总</button><button type="button" className="link-button" onClick={back}>表里回到汇总的条件</button></p>}
      <div className="summary-actions">
        <Button size="small" disabled={!sheet} onClick={copy}>复制</Button>
        <Button size="small" disabled={!sheet} aria-pressed={paper} onClick={() => setPaper(!paper)}>{paper ? '回到数字' : '打印、保存'}</Button>
      </div>
      {!sheet || !shown ? <Reading of={found} doing="汇总" /> : paper ? (
        <PagePreview
          client={client}
          kind="summary"
          called="分类汇总"
          asked={['summaryPage', file, revision, whole]}
          page={() => client.summaries.page({ ...whole, conditions: printed })}
          save={(as) => work.run(client, (job) => client.summaries.paper({ ...whole, conditions: printed, as, job }))}
          print={() => client.summaries.notePaper({ ...whole, conditions: printed })}
        />
      ) : (
        <div className="summary-table">
          <SummaryTable table={table} asked={shown.asked} sheet={sheet} chosen={looked?.at ?? ''} look={look} />
          {sheet.means !== '' && <p className="quiet">{sheet.means}。</p>}
        </div>
      )}
    </aside>
  );
}

const filtersOf = (grouping: Grouping | undefined, group: Stored): readonly Filter[] => (grouping ? groupFilters(grouping, group) : []);

/** As a spreadsheet takes it: a group's words on each of its lines, numbers as numbers. */
async function put({ heads, columns, lines }: SummarySheet, asked: SummaryAsked): Promise<void> {
  const head = [...heads, ...columns.map((column) => columnHead(column, asked))].map((text) => ({ text, asText: true }));
  const rows = lines.map(({ labels, cells }) => [...labels.map((text) => ({ text, asText: true })), ...cells.map(({ said }) => ({ text: said, asText: false }))]);
  const all = [head, ...rows];
  const blob = (type: string, text: string): Blob => new Blob([text], { type });
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob('text/plain', writeTsv(all.map((row) => row.map(({ text }) => text)))), 'text/html': blob('text/html', writeHtmlTable(all)) })]);
}
