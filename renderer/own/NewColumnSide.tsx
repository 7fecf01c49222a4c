import { Button } from 'antd';
import type { Subject } from '../../shared/sheets/subject.ts';
import { ColumnForm } from './ColumnForm.tsx';
import { aboutsOf } from './typed-column.ts';

/** A new column, beside the table that gets it. */
export function NewColumnSide({ subject, close, done }: { subject: Subject; close: () => void; done: (key: string) => void }) {
  return (
    <aside className="side own-side" aria-label="新增一列">
      <header>
        <h2>新增一列</h2>
        <Button title="Esc" onClick={close}>关闭</Button>
      </header>
      <ColumnForm work={{ kind: 'new', abouts: aboutsOf(subject) }} close={close} done={done} />
    </aside>
  );
}
