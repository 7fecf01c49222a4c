import { Button } from 'antd';
import { useState } from 'react';
import type { TableRow } from '../../shared/contract/tables.ts';
import { ageOn } from '../../shared/register/age.ts';
import { goneStates } from '../../shared/register/member-state.ts';
import { storedFields } from '../../shared/register/vocabulary.ts';
import { navigate } from '../app/session.tsx';
import { CardCell } from './CardCell.tsx';
import { useCard } from './card-desk.ts';
import { NewMembers } from './NewMembers.tsx';
import { Pairs } from './Pairs.tsx';
import { Section } from './Section.tsx';

const columns = ['relation', 'sex', 'health', 'labour', 'schooling', 'workArea'] as const;
const heads: Readonly<Record<(typeof columns)[number], string>> = { relation: '关系', sex: '性别', health: '健康', labour: '劳动', schooling: '在校', workArea: '务工' };
const shownAbove = new Set<string>(['name', ...columns]);
const others = (): readonly string[] => [...storedFields('member'), ...storedFields('memberYear')].map(({ key }) => key).filter((key) => !shownAbove.has(key));

const nameOf = (member: TableRow): string => String(member.values['name'] ?? '');
const isGone = ({ values }: TableRow): boolean => goneStates.has(String(values['memberState'] ?? ''));

/** Everybody of the household; the rest of what is known of somebody opens below the row. */
export function MembersSection() {
  const { card, frozen } = useCard();
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const here = card.members.filter((member) => !isGone(member)).length;
  return (
    <Section name="成员" note={`${here} 人${here < card.members.length ? `，另有 ${card.members.length - here} 人已不在户` : ''} · 年龄截至 ${card.day}`} actions={!adding && !frozen && <Button size="small" onClick={() => setAdding(true)}>新增成员</Button>}>
      {adding && !frozen && <NewMembers close={() => setAdding(false)} />}
      <table className="card-table">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col" className="amount">年龄</th>
            {columns.map((key) => <th key={key} scope="col">{heads[key]}</th>)}
            <th aria-label="更多" />
          </tr>
        </thead>
        <tbody>{card.members.map((member) => <MemberRows key={member.id} member={member} open={open === member.id} toggle={() => setOpen(open === member.id ? null : member.id)} />)}</tbody>
      </table>
    </Section>
  );
}

function MemberRows({ member, open, toggle }: { readonly member: TableRow; readonly open: boolean; readonly toggle: () => void }) {
  const { card } = useCard();
  const { id, values } = member;
  const name = nameOf(member);
  const cell = (field: string) => <CardCell subject="people" id={id} field={field} values={values} whose={name} />;
  return (
    <>
      <tr className={isGone(member) ? 'card-gone' : ''}>
        <th scope="row">{cell('name')}{isGone(member) && <span className="quiet nowrap"> {String(values['memberState'])}</span>}</th>
        <td className="amount">{ageOn(values, card.day) ?? '—'}</td>
        {columns.map((key) => <td key={key}>{cell(key)}</td>)}
        <td><button type="button" className="link nowrap" aria-expanded={open} aria-label={`${open ? '收起' : '更多'}：${name}的其他内容`} onClick={toggle}>{open ? '收起' : '更多'}</button></td>
      </tr>
      {open && (
        <tr>
          <td colSpan={columns.length + 3} className="card-inset">
            <Pairs subject="people" id={id} fields={others()} values={values} whose={name} />
            <button type="button" className="link card-more" onClick={() => navigate({ screen: 'people', rowId: id })}>在“人”里看 {name}</button>
          </td>
        </tr>
      )}
    </>
  );
}
