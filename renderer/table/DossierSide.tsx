import { Button, Radio, type RadioChangeEvent } from 'antd';
import { useState } from 'react';
import type { DossierScope } from '../../shared/contract/dossiers.ts';
import type { RowsQuery } from '../../shared/contract/tables.ts';
import { useClient, useYear } from '../app/session.tsx';
import type { Selected } from '../grid/grid-context.ts';
import { download } from '../ui/download.ts';
import { askLeave } from '../ui/leave-gate.ts';
import { Problem } from '../ui/Problem.tsx';
import { isCancelled } from '../ui/refusal.ts';
import { useNotices } from '../ui/messages.tsx';
import { SideForm } from '../ui/SideForm.tsx';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';
import { stretches } from './BulkEdit.tsx';

const useDossierWork = createWork();
const whiches = ['one', 'selected', 'all'] as const;
type Which = (typeof whiches)[number];

interface Props {
  /** What the table shows now. */
  readonly question: RowsQuery;
  readonly selected: Selected | null;
  /** The household under the cursor. */
  readonly focused: string;
  readonly close: () => void;
}

/** Dossiers of the household under the cursor, of the selected rows, or of all that the table shows. */
export function DossierSide({ question, selected, focused, close }: Props) {
  const client = useClient();
  const year = useYear();
  const notices = useNotices();
  const work = useDossierWork();
  const rows = stretches(selected?.areas ?? []);
  const count = rows.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const [wanted, setWanted] = useState<Which | null>(null);
  const which = wanted ?? (count > 1 ? 'selected' : 'one');
  const [each, setEach] = useState(false);
  const [pictures, setPictures] = useState(true);
  const [trouble, setTrouble] = useState<unknown>(null);
  const take = async (): Promise<void> => {
    setTrouble(null);
    const of: DossierScope = which === 'one' ? { households: [focused] } : which === 'selected' && selected ? { question: selected.asked().question, at: { revision: selected.asked().revision, rows } } : { question };
    const leaving = await askLeave('一户一档', 'reduced', ['reduced', 'full']);
    if (leaving?.level !== 'reduced' && leaving?.level !== 'full') return;
    const { level, reason } = leaving;
    try {
      const file = await work.run(client, (job) => client.dossiers.file({ year, of, level, reason, pictures, as: each && which !== 'one' ? 'zip' : 'pdf', job }));
      download(file, file.name);
      notices.done(`已出 ${file.name}`);
    } catch (error) {
      setTrouble(isCancelled(error) ? null : error);
    }
  };
  return (
    <SideForm title="出一户一档" giveUp="关闭" submit={() => void take()} close={close}>
      <p className="quiet">每户一份：封面、目录、家庭和成员、历年收入、住房饮水、帮扶、各部门台账、变动、材料和照片、缺什么、疑点和整改。</p>
      <Radio.Group
        aria-label="出哪些户"
        value={which}
        onChange={(event: RadioChangeEvent) => setWanted(whiches.find((each) => each === event.target.value) ?? 'one')}
        options={[{ value: 'one', label: '光标所在的这一户', disabled: focused === '' }, { value: 'selected', label: `选中的 ${count} 行的户`, disabled: count === 0 }, { value: 'all', label: '表里现在筛出的全部户' }]}
      />
      <Radio.Group aria-label="几个文件" value={each} disabled={which === 'one'} onChange={({ target }) => setEach(target.value === true)} options={[{ value: false, label: '合成一个 PDF，前面有总目录' }, { value: true, label: '每户一个 PDF，装进一个压缩文件' }]} />
      <Radio.Group aria-label="照片" value={pictures} onChange={({ target }) => setPictures(target.value === true)} options={[{ value: true, label: '带照片' }, { value: false, label: '不带照片' }]} />
      <p className="quiet">号码遮住时，证件、存折等照片不印，因为照片上的号码遮不住。</p>
      <WorkBar work={work} what="正在出一户一档" now />
      {trouble !== null && <Problem error={trouble} doing="出一户一档" />}
      <Button type="primary" htmlType="submit" disabled={work.running}>出一户一档</Button>
    </SideForm>
  );
}
