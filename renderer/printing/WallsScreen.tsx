import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import type { WallInput } from '../../shared/contract/walls.ts';
import type { WallSet } from '../../shared/papers/wall-sets.ts';
import { NothingYet } from '../app/NothingYet.tsx';
import { useClient, usePlace, useRegister, useYear } from '../app/session.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Screen } from '../ui/Screen.tsx';
import { WorkBar } from '../ui/WorkBar.tsx';
import { BudgetWords, goWords } from './BudgetWords.tsx';
import { Revisits } from './Revisits.tsx';
import { type Chosen, ScopeChoice } from './ScopeChoice.tsx';
import { SetChoice } from './SetChoice.tsx';
import { useWallDesk, useWallWork } from './wall-desk.ts';
import { WallPreview } from './WallPreview.tsx';
import './walls.css';

const all: Chosen = { of: { scope: 'all' }, called: '全部' };

/** The sheets that hang: in houses, in villages, in offices. */
export function WallsScreen() {
  const client = useClient();
  const year = useYear();
  const place = usePlace();
  const { households, revision } = useRegister();
  const wanted = place.screen === 'walls' ? place.householdId : undefined;
  const [chosen, setChosen] = useState<Chosen | null>(wanted === undefined ? all : null);
  const [set, setSet] = useState<WallSet>('house');
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const [paper, setPaper] = useState<'a4' | 'a3'>('a4');
  const [onlyChanged, setOnlyChanged] = useState(false);
  const { pages, trouble, make, printings } = useWallDesk();
  const work = useWallWork();
  const kinds = useQuery({ queryKey: ['wallKinds'], staleTime: Infinity, queryFn: () => client.walls.kinds() });
  const ofSet = (kinds.data ?? []).filter((kind) => kind.set === set);
  const sheets = picked ?? ofSet.filter(({ usual }) => usual).map(({ key }) => key);
  const input: WallInput | null = chosen === null || sheets.length === 0 ? null : { year, of: chosen.of, set, sheets: [...sheets], paper, ...(onlyChanged ? { changedSince: 'printed' } : {}) };
  const budget = useQuery({
    queryKey: ['wallBudget', year, revision, printings, input],
    enabled: input !== null && households > 0,
    queryFn: () => client.walls.budget(input ?? { year, of: { scope: 'all' } }),
    placeholderData: (before) => before,
  });

  if (households === 0) {
    return (
      <Screen title="上墙">
        <NothingYet title="还没有可上墙的户">
          每户三张：扶贫政策、家庭基本情况、家庭收支。登记册里有了户，就能按户、按村或全部打印。
        </NothingYet>
      </Screen>
    );
  }
  const chooseSet = (next: WallSet): void => {
    setSet(next);
    setPicked(null);
    if (next !== 'house' && (chosen === null || chosen.of.scope === 'household')) setChosen(all);
  };
  return (
    <div className="walls">
      <section className="wall-choice" aria-labelledby="walls-title">
        <h1 id="walls-title">上墙</h1>
        <SetChoice set={set} chooseSet={chooseSet} kinds={ofSet} chosen={sheets} choose={setPicked} />
        <ScopeChoice key={set} chosen={chosen} wanted={set === 'house' ? wanted : undefined} ofHouses={set === 'house'} choose={setChosen} />
        <div className="wall-how">
          {set !== 'board' && <Radio.Group aria-label="纸" value={paper} onChange={(event) => setPaper(event.target.value as 'a4' | 'a3')} options={[{ value: 'a4', label: 'A4 竖' }, { value: 'a3', label: 'A3 横' }]} />}
          <Radio.Group aria-label="打印哪些" value={onlyChanged} onChange={(event) => setOnlyChanged(event.target.value === true)} options={[{ value: false, label: '全部打印' }, { value: true, label: '只补打变了的' }]} />
        </div>
        <div className="wall-go">
          <Button type={pages ? 'default' : 'primary'} block disabled={input === null || !budget.data || budget.data.pages === 0 || work.running} onClick={() => input && chosen && void make(client, input, chosen.called)}>
            {goWords(chosen !== null, sheets.length > 0, budget.data)}
          </Button>
          {budget.data && input && <BudgetWords budget={budget.data} onlyChanged={onlyChanged} />}
          {budget.isError && <Problem error={budget.error} doing="数页数" retry={() => void budget.refetch()} />}
          <WorkBar work={work} what="正在排版" />
          {trouble !== null && <Problem error={trouble} doing="做上墙表" />}
        </div>
        <Revisits
          reprint={(of, keys) => {
            setSet(of);
            setPicked(keys);
            setChosen(all);
            setOnlyChanged(true);
            void make(client, { year, of: { scope: 'all' }, set: of, sheets: [...keys], paper, changedSince: 'printed' }, '补打');
          }}
        />
        <p className="wall-data quiet">从不上墙：证件号码、银行卡号、完整电话。村里公示的不写健康、残疾、电话；作战图只有数字。</p>
      </section>
      <WallPreview pages={pages} working={work.running} />
    </div>
  );
}
