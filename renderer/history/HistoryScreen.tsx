import { useState } from 'react';
import { navigate, usePlace } from '../app/session.tsx';
import { Screen } from '../ui/Screen.tsx';
import { CommandList } from './CommandList.tsx';
import './history.css';
import { OutgoingList } from './OutgoingList.tsx';
import { DaysApart } from './DaysApart.tsx';
import { SourceDecisions } from './SourceDecisions.tsx';
import { TrashList } from './TrashList.tsx';

const parts = {
  commands: { word: '改动', note: '每一次改动都在这里，谁、什么时候、改了什么；哪一步都能撤销，后来又改过的内容不会被冲掉' },
  days: { word: '两天之间', note: '登记册在两天之间有什么不同，逐户列出；例如 3 月 31 日到今天' },
  decisions: { word: '部门说法不一', note: '两个部门说法不同的内容，按“设置”里的部门先后定的' },
  trash: { word: '回收站', note: '删除的人、户和台账记录；恢复算一步，可以撤销' },
  outgoing: { word: '出门记录', note: '导出、打印、报表和复制的完整号码：谁、什么时候、为什么、涉及哪些人；不能改，不能删' },
} as const;
type Part = keyof typeof parts;
const keys = ['commands', 'days', 'decisions', 'trash', 'outgoing'] as const;

/** Everything that was ever done to the register, newest first; where departments told values differently, what was thrown away, and what left. */
export function HistoryScreen() {
  const place = usePlace();
  const from = place.screen === 'history' ? place.command : undefined;
  const [part, setPart] = useState<Part>(place.screen === 'history' ? (place.part ?? 'commands') : 'commands');
  return (
    <Screen
      title="记录"
      note={parts[part].note}
      actions={
        <div className="switch" role="group" aria-label="看什么记录">
          {keys.map((key) => <button key={key} type="button" aria-pressed={part === key} onClick={() => setPart(key)}>{parts[key].word}</button>)}
        </div>
      }
    >
      {part === 'days' && <DaysApart from={place.screen === 'history' ? place.since : undefined} />}
      {part === 'decisions' && <SourceDecisions />}
      {part === 'trash' && <TrashList />}
      {part === 'outgoing' && <OutgoingList />}
      {part === 'commands' && (
        <>
          {from !== undefined && <p className="history-from">从这一步往前看。<button type="button" className="link-button" onClick={() => navigate({ screen: 'history' })}>从最新的看起</button></p>}
          <CommandList key={from} from={from} />
        </>
      )}
    </Screen>
  );
}
