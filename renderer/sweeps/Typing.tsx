import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { SheetLine } from '../../shared/contract/sweeps.ts';
import { sheetStateWords, type SheetState } from '../../shared/sweeps/sheet-state.ts';
import { useClient, useRegister } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { CompareEntries } from './CompareEntries.tsx';
import { SheetForm } from './SheetForm.tsx';

interface Props {
  readonly asked: { readonly form: string; readonly round: string };
  readonly lines: readonly SheetLine[];
  readonly past: boolean;
  /** The household whose sheet is open at first. */
  readonly first: string | null;
}

const signs: Readonly<Record<SheetState, string>> = { none: '○', partial: '◔', first: '◐', differs: '≠', settled: '✓' };

/** Which entry a household waits for. */
const entryOf = (state: SheetState): 'first' | 'second' => (state === 'first' ? 'second' : 'first');

/** Households at the left, the chosen one's sheet at the right; after one is saved the next comes up. */
export function Typing({ asked, lines, past, first }: Props) {
  const client = useClient();
  const { file, revision } = useRegister();
  const [sieve, setSieve] = useState<SheetState | 'all'>('all');
  const [text, setText] = useState('');
  const [typist, setTypist] = useState('');
  const [chosen, setChosen] = useState<string | null>(first);
  const [again, setAgain] = useState(false);
  const shown = lines.filter(({ state, head, household, village }) => (sieve === 'all' || state === sieve) && `${head}${household}${village}`.includes(text.trim()));
  const line = lines.find(({ householdId }) => householdId === chosen);
  const entry = line === undefined || again ? 'first' : entryOf(line.state);
  const sheet = useQuery({
    queryKey: ['surveySheet', file, revision, asked, chosen, entry],
    enabled: line !== undefined,
    queryFn: () => client.sweeps.sheet({ ...asked, householdId: chosen ?? '', hide: entry === 'second' }),
  });
  const choose = (id: string | null): void => {
    setAgain(false);
    setChosen(id);
  };
  const next = (): void => {
    const at = shown.findIndex(({ householdId }) => householdId === chosen);
    choose(shown[at + 1]?.householdId ?? null);
  };
  return (
    <div className="list-and-sheet">
      <nav className="place-list list-beside" aria-label="各户">
        <Input aria-label="找户" placeholder="姓名、户编号、村" value={text} onChange={({ target }) => setText(target.value)} />
        <Select aria-label="看哪些户" value={sieve} onChange={setSieve} options={[{ value: 'all' as const, label: `全部 ${lines.length} 户` }, ...(Object.keys(signs) as SheetState[]).map((state) => ({ value: state, label: `${sheetStateWords[state]} ${lines.filter((each) => each.state === state).length}` }))]} />
        {shown.map((each) => (
          <button key={each.householdId} type="button" aria-current={each.householdId === chosen ? 'page' : undefined} onClick={() => choose(each.householdId)}>
            <span><span aria-hidden>{signs[each.state]}</span> {each.head || each.household}</span>
            <span className="quiet">{each.village} {sheetStateWords[each.state]}</span>
          </button>
        ))}
      </nav>
      <section className="sheet-beside" aria-label="一户的表">
        {line === undefined ? <p className="quiet">从左边选一户，照纸表录。数字键选答案，回车到下一项，Ctrl+回车存下接着录下一户。</p> : sheet.isError || !sheet.data ? <Reading of={sheet} what="这一户的表" /> : (
          <>
            {line.state === 'settled' && !again && !past && <p><Button size="small" onClick={() => setAgain(true)}>重新录第一遍</Button> <span className="quiet">已核定的要改，重新录两遍。</span></p>}
            {line.state === 'differs' && !again ? (
              <CompareEntries key={`${chosen} ${revision}`} asked={asked} householdId={line.householdId} sheet={sheet.data} past={past} again={() => setAgain(true)} />
            ) : (
              <SheetForm key={`${chosen} ${entry} ${again}`} asked={asked} householdId={line.householdId} sheet={sheet.data} entry={entry} frozen={past || (line.state === 'settled' && !again)} typist={typist} setTypist={setTypist} saved={next} />
            )}
          </>
        )}
      </section>
    </div>
  );
}
