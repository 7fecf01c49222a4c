import { useState } from 'react';
import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { useClient } from '../app/session.tsx';
import { Problem } from '../ui/Problem.tsx';
import { refusalOf } from '../ui/refusal.ts';
import { WorkBar } from '../ui/WorkBar.tsx';
import { AbsentRows } from './AbsentRows.tsx';
import { FilePanel, type SheetChoice } from './FilePanel.tsx';
import { useImportDesk, useImportWork } from './import-desk.ts';
import { PlanRows } from './PlanRows.tsx';
import { PreviewHead } from './PreviewHead.tsx';
import { SieveBar } from './SieveBar.tsx';
import { rowCount, type Sieve } from './verdict-words.ts';

/** What an import would do (or has done): the files as they were understood, and every row with its verdict. */
export function ImportPreview() {
  const client = useClient();
  const { summary, stage, trouble, files, year, plan } = useImportDesk();
  const work = useImportWork();
  const [sieve, setSieve] = useState<Sieve>(() => firstSieve(summary));
  const [sheet, setSheet] = useState<SheetChoice | null>(null);
  if (!summary) return null;
  const stale = trouble !== null && refusalOf(trouble.error)?.code === 'STALE';
  return (
    <>
      <PreviewHead summary={summary} stage={stage} />
      {trouble && (
        <div className="import-trouble">
          <Problem error={trouble.error} doing={trouble.doing} retry={stale && files.length > 0 ? () => void plan(client, files, year) : undefined} />
        </div>
      )}
      {stage === 'committing' && <div className="import-trouble"><WorkBar work={work} what="正在导入" /></div>}
      <div className="import-preview">
        <FilePanel summary={summary} chosen={sheet} choose={setSheet} replan={stage === 'preview' ? (given) => void plan(client, files, given) : null} />
        <section className="import-rows" aria-label="逐行核对">
          <SieveBar summary={summary} sheet={sheet} sieve={sieve} choose={setSieve} />
          {sieve === 'absent'
            ? <AbsentRows batch={summary.batch} />
            : <PlanRows key={`${summary.batch} ${sieve} ${sheet?.file} ${sheet?.sheet}`} batch={summary.batch} sieve={sieve} sheet={sheet} done={stage === 'done'} />}
        </section>
      </div>
    </>
  );
}

/** Begins with what needs looking at: everything where little came, the changes where most is the same. */
function firstSieve(summary: BatchSummary | null): Sieve {
  if (!summary) return 'all';
  const { changed, same } = summary.counts;
  return changed > 0 && same > rowCount(summary.counts) / 2 ? 'changed' : 'all';
}
