import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { type IdentityCases, type IdentityFaultKind, identityFaultKinds } from '../../shared/contract/identities.ts';
import { useClient, usePlace, useRegister } from '../app/session.tsx';
import { Problem } from '../ui/Problem.tsx';
import { useIdentityDecisions } from './identity-decisions.ts';
import './identities.css';
import { IdentityRow } from './IdentityRow.tsx';
import { faultWords } from './identity-words.ts';

type Sieve = IdentityFaultKind | 'noted' | null;

const step = 20;
/** The core answers no more than this at once; what is decided makes room for the next. */
const most = 200;

/** 证件号码急诊: every damaged identity number with what it may be. The clerk decides; nothing is there when nothing is damaged. */
export function IdentityEmergencies() {
  const client = useClient();
  const { revision } = useRegister();
  const place = usePlace();
  const decisions = useIdentityDecisions();
  const section = useRef<HTMLElement>(null);
  const [sieve, setSieve] = useState<Sieve>(null);
  const [limit, setLimit] = useState(step);
  const cases = useQuery({
    queryKey: ['identities', sieve, limit, revision],
    queryFn: () => client.identities.list({ ...(sieve === null ? {} : { what: sieve }), limit }),
    placeholderData: (before) => before,
  });
  const { data } = cases;
  const wanted = place.screen === 'checks' && place.part === 'identities';
  const there = data !== undefined && data.open + data.counts.noted > 0;
  useEffect(() => {
    if (wanted && there) section.current?.focus();
  }, [wanted, there]);
  // Of a kind that is all dealt with, everything else is shown again.
  const empty = sieve !== null && data?.counts[sieve] === 0;
  useEffect(() => {
    if (empty) setSieve(null);
  }, [empty]);

  if (cases.isError) return <Problem error={cases.error} doing="读取证件号码急诊" retry={() => void cases.refetch()} />;
  if (!there) return null;
  const choose = (chosen: Sieve): void => {
    setSieve(chosen);
    setLimit(step);
  };
  /** The keyboard goes on where the case stood that is dealt with, unless the clerk is somewhere else already. */
  const goOn = (at: number): void => {
    if (document.activeElement !== document.body) return;
    const rows = section.current?.querySelectorAll<HTMLElement>('tr[data-case]') ?? [];
    const next = rows[Math.min(at, rows.length - 1)]?.querySelector<HTMLElement>('button:not(:disabled), input');
    (next ?? section.current)?.focus();
  };
  return (
    <section className="identities" aria-label="证件号码急诊" tabIndex={-1} ref={section}>
      <h2>证件号码急诊 {data.open} 个</h2>
      {data.rows.length > 0 && <p className="quiet">点一个可能的号码，或按证件填写，才会写入；粗体是和原来不同的位。程序不替您猜。</p>}
      <Sift data={data} sieve={sieve} choose={choose} />
      {data.rows.length > 0 && (
        <table className="plain-table identity-table">
          <thead><tr><th>姓名</th><th>户、村</th><th>写着的号码，哪里不对</th><th>可能的号码</th><th>证件上的号码</th></tr></thead>
          <tbody>
            {data.rows.map((each, at) => <IdentityRow key={each.case} of={each} decisions={decisions} done={() => goOn(at)} />)}
          </tbody>
        </table>
      )}
      {data.total > data.rows.length && (limit < most
        ? <Button onClick={() => setLimit(limit + step)}>再看 {Math.min(step, data.total - data.rows.length)} 个</Button>
        : <p className="quiet">只列前 {data.rows.length} 个，共 {data.total} 个；处理完这些，后面的会接上来。</p>)}
    </section>
  );
}

function Sift({ data, sieve, choose }: { data: IdentityCases; sieve: Sieve; choose: (sieve: Sieve) => void }) {
  const kinds = identityFaultKinds.filter((kind) => data.counts[kind] > 0);
  if (kinds.length < 2 && data.counts.noted === 0) return null;
  const button = (key: Sieve, word: string, count: number) => (
    <button key={key ?? 'all'} type="button" className="identity-sieve" aria-pressed={sieve === key} onClick={() => choose(key)}>{word} {count}</button>
  );
  return (
    <div className="identity-sift" role="group" aria-label="按哪里不对筛选">
      {button(null, '待处理', data.open)}
      {kinds.map((kind) => button(kind, faultWords[kind], data.counts[kind]))}
      {data.counts.noted > 0 && button('noted', '已注明', data.counts.noted)}
    </div>
  );
}
