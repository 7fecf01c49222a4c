import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { navigate, useClient, usePlace, useRegister, useYear } from '../app/session.tsx';
import { Problem } from '../ui/Problem.tsx';
import { EmptyPlace, Screen } from '../ui/Screen.tsx';
import { WorkBar } from '../ui/WorkBar.tsx';
import { useWallDesk, useWallWork } from './wall-desk.ts';
import { WallPreview } from './WallPreview.tsx';
import { type Chosen, ScopeChoice } from './ScopeChoice.tsx';
import './walls.css';

/** The three sheets for the wall of each household. */
export function WallsScreen() {
  const client = useClient();
  const year = useYear();
  const place = usePlace();
  const { households, revision } = useRegister();
  const wanted = place.screen === 'walls' ? place.householdId : undefined;
  const [chosen, setChosen] = useState<Chosen | null>(wanted === undefined ? { of: { scope: 'all' }, called: '全部' } : null);
  const { pages, trouble, make } = useWallDesk();
  const work = useWallWork();
  const budget = useQuery({
    queryKey: ['wallBudget', year, revision, chosen?.of],
    enabled: chosen !== null && households > 0,
    queryFn: () => client.papers.wallBudget({ year, of: chosen?.of ?? { scope: 'all' } }),
  });

  if (households === 0) {
    return (
      <Screen title="上墙">
        <EmptyPlace title="还没有可上墙的户" actions={<Button type="primary" onClick={() => navigate({ screen: 'importing' })}>去导入</Button>}>
          每户三张：扶贫政策、家庭基本情况、家庭收支。登记册里有了户，就能按户、按村或全部打印。
        </EmptyPlace>
      </Screen>
    );
  }
  const { data } = budget;
  return (
    <div className="walls">
      <section className="wall-choice" aria-labelledby="walls-title">
        <h1 id="walls-title">上墙</h1>
        <p className="quiet">每户三张 A4：扶贫政策和本户能享受的金额、家庭基本情况和帮扶责任人、家庭收支。{year} 年的数据。</p>
        <ScopeChoice chosen={chosen} wanted={wanted} choose={setChosen} />
        <div className="wall-go">
          <Button
            type={pages ? 'default' : 'primary'}
            block
            disabled={chosen === null || !data || data.pages === 0 || work.running}
            onClick={() => chosen && void make(client, year, chosen.of, chosen.called)}
          >
            {chosen === null ? '先选一户' : data ? `排版 ${data.pages} 页（${data.households} 户）` : '正在数页数'}
          </Button>
          {budget.isError && <Problem error={budget.error} doing="数页数" retry={() => void budget.refetch()} />}
          <WorkBar work={work} what="正在排版" />
          {trouble !== null && <Problem error={trouble} doing="做上墙表" />}
        </div>
        <div className="wall-data">
          <h2>纸上有什么</h2>
          <p>村组、户主和家庭成员的姓名、性别、年龄、与户主关系、健康和就学务工情况，致贫原因，帮扶责任人和措施，收入和支出，各项政策金额。</p>
          <p><strong>从不上墙：证件号码、银行卡号、完整电话。</strong></p>
        </div>
      </section>
      <WallPreview pages={pages} working={work.running} />
    </div>
  );
}
