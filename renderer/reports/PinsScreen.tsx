import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { PinnedAnswer } from '../../shared/contract/pins.ts';
import { builtInViews } from '../../shared/views/built-in.ts';
import { navigate, useClient, useOnlyLooking, useRefreshRegister, useRegister, useSaving, useYear } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { PagePreview } from '../ui/PagePreview.tsx';
import { Reading } from '../ui/Reading.tsx';
import { createWork } from '../ui/work.ts';
import { useReportDesk } from './report-desk.ts';

const usePinWork = createWork();

/** What an office without pins may begin with. */
const suggested = builtInViews.filter(({ subject, key }) => (subject === 'households' ? ['under6000', 'disabled', 'dangerous', 'monitored'] : ['compulsory', 'secured', 'old']).includes(key));

/** 常问的数: questions that are asked on the telephone, each with its answer, what it counts, and where it comes from. */
export function PinsScreen() {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const year = useYear();
  const past = useOnlyLooking() !== null;
  const { file, revision } = useRegister();
  const work = usePinWork();
  const [paper, setPaper] = useState(false);
  const found = useQuery({ queryKey: ['pins', file, revision, year], queryFn: () => client.pins.list({ year }), placeholderData: (before) => before });
  const doing = async (what: string, call: () => Promise<unknown>): Promise<void> => {
    try {
      await track(call());
      await refresh();
    } catch (error) {
      notices.refused(error, what);
    }
  };
  if (found.isError || !found.data) return <section className="report-main" aria-label="常问的数"><div className="report-body"><Reading of={found} doing="算常问的数" /></div></section>;
  const answers = found.data;
  const names = new Set(answers.map(({ name }) => name));
  const offered = suggested.filter(({ label }) => !names.has(label));
  return (
    <section className="report-main" aria-label="常问的数">
      <header className="report-head">
        <h1>常问的数</h1>
        <div className="report-actions">{answers.length > 0 && <Button aria-pressed={paper} onClick={() => setPaper(!paper)}>{paper ? '回到列表' : '打印'}</Button>}</div>
      </header>
      {paper ? (
        <PagePreview
          client={client}
          kind="pins"
          called="常问的数"
          asked={['pinsPaper', file, revision, year]}
          page={() => client.pins.page({ year })}
          save={(as) => work.run(client, (job) => client.pins.paper({ year, as, job }))}
          print={() => client.pins.notePaper({ year })}
        />
      ) : (
        <div className="report-body pins">
          {answers.length === 0 && <p className="quiet">电话里常被问到的数，钉在这里，打开就有答案。在“户”“人”或台账里点“视图”，把筛出来的钉住；或者点报表上的一个数，选“钉住”。</p>}
          {answers.map((each) => <Answer key={each.id} each={each} unpin={past ? null : () => void doing('去掉常问的数', () => client.pins.unpin({ id: each.id, base: each.revision }))} />)}
          {!past && offered.length > 0 && (
            <p className="pins-offered">可以钉住：{offered.map(({ subject, key, label, about, filters }) => (
              <button key={`${subject} ${key}`} type="button" className="link-button" title={about} onClick={() => void doing('钉住', () => client.pins.pin({ name: label, means: about, of: { kind: 'rows', question: { subject, year, filters: [...filters] } } }))}>＋{label}</button>
            ))}</p>
          )}
        </div>
      )}
    </section>
  );
}

function Answer({ each: { name, answer, means, day, source, note, of }, unpin }: { each: PinnedAnswer; unpin: (() => void) | null }) {
  const { open, choose } = useReportDesk();
  const look = (): void => {
    if (of.kind === 'figure') {
      choose(of.report, of.period);
      open(of.report);
    } else {
      const { subject, filters, search } = of.question;
      if (subject === 'households' || subject === 'people') navigate({ screen: subject, question: { ...(filters ? { filters } : {}), ...(search === undefined ? {} : { search }) } });
      else navigate({ screen: 'ledgers', ledger: subject.slice('ledger:'.length) });
    }
  };
  return (
    <article className="pin" aria-label={name}>
      <h2>{name}</h2>
      <p className="pin-answer">{answer || '—'}</p>
      {means !== '' && <p>{means}</p>}
      {note !== '' && <p className="pin-note">▲ {note}</p>}
      <p className="quiet">截至 {day}，{source}</p>
      <p>
        <button type="button" className="link-button" onClick={look}>{of.kind === 'figure' ? '看这张报表' : '看是哪些'}</button>
        {unpin && <button type="button" className="link-button" aria-label={`去掉 ${name}`} onClick={unpin}>去掉</button>}
      </p>
    </article>
  );
}
