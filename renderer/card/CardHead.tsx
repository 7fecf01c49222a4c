import { Button } from 'antd';
import type { RefObject } from 'react';
import type { Around } from '../../shared/contract/cards.ts';
import { goneStates } from '../../shared/register/member-state.ts';
import { useCard } from './card-desk.ts';
import { showSection } from './Section.tsx';
import { YearSwitch } from './YearSwitch.tsx';

interface Props {
  readonly year: number;
  readonly setYear: (year: number) => void;
  readonly around: Around | undefined;
  readonly go: (step: 1 | -1) => void;
  readonly wide: boolean;
  readonly widen: () => void;
  readonly close: () => void;
  readonly card: RefObject<HTMLElement | null>;
}

/** Short words for the ways to the sections. */
const ways: readonly (readonly [string, string])[] = [
  ['成员', '成员'], ['状态', '状态'], ['收入', '收入和支出（元）'], ['条件', '生产生活条件'], ['帮扶', '帮扶'], ['材料', '材料'], ['核对', '核对'], ['排查', '排查普查'], ['台账', '台账'],
];

/** Whose card it is, the year, the next household, and the way to each section. */
export function CardHead({ year, setYear, around, go, wide, widen, close, card }: Props) {
  const { card: told } = useCard();
  const { values } = told.household;
  const text = (key: string): string => String(values[key] ?? '');
  const here = told.members.filter((member) => !goneStates.has(String(member.values['memberState'] ?? ''))).length;
  return (
    <header className="card-head">
      <div className="card-title">
        <h2>{text('headName') || '没有户主'}</h2>
        <span className="quiet">{[`${text('town')}${text('village')}${text('group')}`, `户 ${here} 人`, text('liftState')].filter((part) => part !== '').join(' · ')}</span>
        <span className="side-move">
          {around?.at !== null && around !== undefined && <span className="quiet nowrap" title="在左边表里的位置">{around.at} / {around.of}</span>}
          <Button type="text" size="small" aria-label="上一户" title="PageUp" disabled={!around?.previous} onClick={() => go(-1)}>↑</Button>
          <Button type="text" size="small" aria-label="下一户" title="PageDown" disabled={!around?.next} onClick={() => go(1)}>↓</Button>
          <Button type="text" size="small" aria-pressed={wide} onClick={widen}>{wide ? '半屏' : '整屏'}</Button>
          <Button type="text" size="small" aria-label="关闭户卡片" title="Esc" onClick={close}>×</Button>
        </span>
      </div>
      <div className="card-ways">
        <nav aria-label="卡片各部分">{ways.map(([word, name]) => <button key={name} type="button" className="link" onClick={() => showSection(card.current, name)}>{word}</button>)}</nav>
        <YearSwitch year={year} setYear={setYear} />
      </div>
    </header>
  );
}
