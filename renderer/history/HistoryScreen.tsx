import { useState } from 'react';
import { navigate, usePlace } from '../app/session.tsx';
import { Screen } from '../ui/Screen.tsx';
import { CommandList } from './CommandList.tsx';
import './history.css';
import { SourceDecisions } from './SourceDecisions.tsx';
import { TrashList } from './TrashList.tsx';

/** Everything that was ever done to the register, newest first; and where departments told values differently. */
export function HistoryScreen() {
  const place = usePlace();
  const from = place.screen === 'history' ? place.command : undefined;
  const [part, setPart] = useState<'commands' | 'decisions' | 'trash'>(place.screen === 'history' && place.part === 'trash' ? 'trash' : 'commands');
  return (
    <Screen
      title="记录"
      note={part === 'trash' ? '删去的人、户和台账记录；恢复算一步，可以撤销' : part === 'commands' ? '每一次改动都在这里，谁、什么时候、改了什么；哪一步都能撤销，后来又改过的内容不会被冲掉' : '两个部门说法不同的内容，按“设置”里的部门先后定的'}
      actions={
        <div className="switch" role="group" aria-label="看什么记录">
          <button type="button" aria-pressed={part === 'commands'} onClick={() => setPart('commands')}>改动</button>
          <button type="button" aria-pressed={part === 'decisions'} onClick={() => setPart('decisions')}>部门说法不一</button>
          <button type="button" aria-pressed={part === 'trash'} onClick={() => setPart('trash')}>回收站</button>
        </div>
      }
    >
      {part === 'decisions' ? <SourceDecisions /> : part === 'trash' ? <TrashList /> : (
        <>
          {from !== undefined && <p className="history-from">从这一步往前看。<button type="button" className="link-button" onClick={() => navigate({ screen: 'history' })}>从最新的看起</button></p>}
          <CommandList key={from} from={from} />
        </>
      )}
    </Screen>
  );
}
