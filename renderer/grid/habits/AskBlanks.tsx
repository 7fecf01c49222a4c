import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import type { Blanks } from './habit-state.ts';

interface Props {
  readonly cells: number;
  readonly answer: (blanks: Blanks | null, always: boolean) => void;
}

/** The pasted block has empty cells where the register holds something. */
export function AskBlanks({ cells, answer }: Props) {
  const [always, setAlways] = useState(false);
  return (
    <Modal
      open
      width={520}
      title={`粘贴的内容里有空格子，会清空 ${cells} 格`}
      onCancel={() => answer(null, false)}
      footer={(
        <>
          <Button onClick={() => answer(null, false)}>不粘贴</Button>
          <Button onClick={() => answer('clear', always)}>清空这 {cells} 格</Button>
          <Button type="primary" autoFocus onClick={() => answer('skip', always)}>空格子跳过</Button>
        </>
      )}
    >
      <p>“跳过”只写有内容的格，登记册里原有的值留着；“清空”和 Excel 一样。</p>
      <Checkbox checked={always} onChange={(event) => setAlways(event.target.checked)}>以后都这样，不再问（在“设置”里能改回来）</Checkbox>
    </Modal>
  );
}
