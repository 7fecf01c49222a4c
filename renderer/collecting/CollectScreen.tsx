import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useState } from 'react';
import type { Scope } from '../../shared/contract/walls.ts';
import { NothingYet } from '../app/NothingYet.tsx';
import { useClient, useOnlyLooking, useRegister, useYear } from '../app/session.tsx';
import { PagePreview } from '../ui/PagePreview.tsx';
import { Reading } from '../ui/Reading.tsx';
import { EmptyPlace, Screen } from '../ui/Screen.tsx';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';
import { CollectTyping } from './CollectTyping.tsx';
import './collecting.css';

const usePaperWork = createWork();

/** 补采单: what is missing or doubtful, a page a household to take along, and typed back in the same order. */
export function CollectScreen() {
  const client = useClient();
  const year = useYear();
  const past = useOnlyLooking() !== null;
  const { file, revision, households } = useRegister();
  const work = usePaperWork();
  const [village, setVillage] = useState('');
  const [view, setView] = useState<'typing' | 'paper'>('typing');
  const of: Scope = village === '' ? { scope: 'all' } : { scope: 'village', village };
  const villages = useQuery({ queryKey: ['villages', file, revision, year], queryFn: () => client.tables.villages({ year }) });
  const list = useQuery({ queryKey: ['collectList', file, revision, year, village], enabled: households > 0, queryFn: () => client.collecting.list({ year, of }), placeholderData: (before) => before });
  const items = (list.data?.sheets ?? []).reduce((sum, sheet) => sum + sheet.items.length + sheet.others.length, 0);
  if (households === 0) {
    return (
      <Screen title="补采单">
        <NothingYet title="还没有户">登记册里有了户，空着的和有疑问的就按户列在这里，印出来带下去问，回来照着录。</NothingYet>
      </Screen>
    );
  }
  return (
    <Screen title="补采单" note={list.data ? `${list.data.households} 户中 ${list.data.sheets.length} 户要补采，共 ${items} 项` : undefined}>
      <div className="check-filters">
        <Select aria-label="哪个村" style={{ width: 200 }} value={village} onChange={setVillage} options={[{ value: '', label: '全部户' }, ...(villages.data ?? []).map((each) => ({ value: each.village, label: each.village, key: `${each.town} ${each.village}` }))]} />
        <Segmented<'typing' | 'paper'> aria-label="做什么" value={view} onChange={setView} options={[{ value: 'typing', label: past ? '各户缺什么' : '照单录入' }, { value: 'paper', label: '打印补采单' }]} />
        <WorkBar work={work} what="正在排补采单" />
      </div>
      {list.isError || !list.data ? <Reading of={list} doing="列补采单" /> : list.data.sheets.length === 0 ? (
        <EmptyPlace title="没有要补采的">这个范围里该填的都填了，核对也没有发现疑点。</EmptyPlace>
      ) : view === 'typing' ? (
        <CollectTyping key={`${year} ${village}`} list={list.data} year={year} past={past} />
      ) : (
        <PagePreview
          client={client}
          kind="collecting"
          key={village}
          called="补采单"
          asked={['collectPaper', year, village, revision]}
          page={() => client.collecting.page({ year, of })}
          save={(as) => work.run(client, (job) => client.collecting.paper({ year, of, as, job }))}
          print={() => client.collecting.notePaper({ year, of })}
        >
          <span className="quiet">每户一页，照走访顺序排，只有空着的和有疑问的</span>
        </PagePreview>
      )}
    </Screen>
  );
}
