import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { usePreviewView } from './preview-view.ts';
import { useCommit } from './use-commit.ts';

/** How many reasons stand on the button itself. */
const named = 2;

/** An import that is out of the ordinary: the reasons, and a second word that names them. */
export function BrakeConfirm({ summary, busy }: { summary: BatchSummary; busy: boolean }) {
  const commit = useCommit();
  const back = usePreviewView((state) => state.back);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { brake } = summary;
  const short = `${brake.slice(0, named).map((reason) => reason.short).join('，')}${brake.length > named ? ` 等 ${brake.length} 点` : ''}`;
  return (
    <section className="import-part" aria-labelledby="brake-title">
      <div className="import-text">
        <h2 id="brake-title" ref={title} tabIndex={-1}>这次导入改动不寻常，请再看一眼</h2>
        <ul className="brake-reasons">
          {brake.map(({ what }) => <li key={what}><span aria-hidden className="mark-conflict">△</span> {what}。</li>)}
        </ul>
        <p className="quiet">现在还什么都没有写。导入以后随时可以整批撤销，后来又改过的内容不会被冲掉。</p>
        <div className="brake-actions">
          <Button type="primary" className="long-button" disabled={busy} onClick={() => void commit(true)}>知道{short}，仍然导入</Button>
          <Button disabled={busy} onClick={back}>回去再看</Button>
        </div>
      </div>
    </section>
  );
}
