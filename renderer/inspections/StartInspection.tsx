import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { occasionValues } from '../../shared/register/codes/inspection-codes.ts';
import { useClient } from '../app/session.tsx';
import { today } from '../grid/typing.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SideForm } from '../ui/SideForm.tsx';
import { useInspectionDeed, useTurnWindow } from './use-inspection.ts';

/** Who comes, on what occasion: from then on the window shows the inspection alone. */
export function StartInspection({ close }: { close: () => void }) {
  const client = useClient();
  const turn = useTurnWindow();
  const { doing, trouble, busy } = useInspectionDeed();
  const [occasion, setOccasion] = useState('');
  const [unit, setUnit] = useState('');
  const [people, setPeople] = useState('');
  const [day, setDay] = useState(today());
  const [note, setNote] = useState('');
  const start = async (): Promise<void> => {
    if (await doing(() => client.inspections.start({ occasion, unit, people, day, note }))) await turn();
  };
  return (
    <SideForm title="进入迎检模式" giveUp="不进了" submit={() => void start()} close={close}>
      <p className="quiet">进入后登记册只能看：改、粘贴、导入、撤销、删除都不行，只能看抽中和点名的户，号码遮住。看过什么都有记录。关掉程序再打开，还在迎检模式；检查完了，点“结束迎检”。</p>
      {trouble !== null && <Problem error={trouble} doing="进入迎检模式" />}
      <label>什么检查<Select autoFocus aria-label="什么检查" value={occasion === '' ? null : occasion} placeholder="请选" onChange={(next: string) => setOccasion(next)} options={occasionValues.map((value) => ({ value, label: value }))} /></label>
      <label>检查单位<Input value={unit} maxLength={60} placeholder="如：省考核三组" onChange={({ target }) => setUnit(target.value)} /></label>
      <label>检查人员<Input value={people} maxLength={200} placeholder="几个人，用顿号隔开" onChange={({ target }) => setPeople(target.value)} /></label>
      <label>检查日期<DayInput value={day} max={today()} change={setDay} /></label>
      <label>说明<Input value={note} maxLength={200} placeholder="可以不写" onChange={({ target }) => setNote(target.value)} /></label>
      <Button type="primary" htmlType="submit" disabled={busy || occasion === '' || unit.trim() === '' || day === ''}>进入迎检模式</Button>
    </SideForm>
  );
}
