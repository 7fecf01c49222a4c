import { Input } from 'antd';
import { useRef, useState } from 'react';
import type { CollectList } from '../../shared/contract/collecting.ts';
import { CollectForm } from './CollectForm.tsx';

interface Props {
  readonly list: CollectList;
  readonly year: number;
  readonly past: boolean;
}

/** Households that lack something at the left, in the order of the papers; the chosen one's lines at the right. After one the next comes up. */
export function CollectTyping({ list, year, past }: Props) {
  const [text, setText] = useState('');
  const [by, setBy] = useState('');
  const [on, setOn] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  // A household that has nothing open any more leaves the list: where one goes on is known from the order before.
  const order = useRef<readonly string[]>([]);
  const shown = list.sheets.filter(({ head, household, village, group }) => `${head}${household}${village}${group}`.includes(text.trim()));
  const sheet = list.sheets.find(({ householdId }) => householdId === chosen);
  const choose = (id: string | null): void => {
    order.current = shown.map(({ householdId }) => householdId);
    setChosen(id);
  };
  const next = (): void => {
    const at = order.current.indexOf(chosen ?? '');
    const open = new Set(list.sheets.map(({ householdId }) => householdId));
    setChosen(order.current.slice(at + 1).find((id) => open.has(id)) ?? null);
  };
  return (
    <div className="list-and-sheet">
      <nav className="place-list list-beside" aria-label="要补采的户">
        <Input aria-label="找户" placeholder="姓名、户编号、村组" value={text} onChange={({ target }) => setText(target.value)} />
        {shown.map((each) => (
          <button key={each.householdId} type="button" aria-current={each.householdId === chosen ? 'page' : undefined} onClick={() => choose(each.householdId)}>
            <span>{each.head || each.household}</span>
            <span className="quiet">{each.village}{each.group} {each.items.length + each.others.length} 项</span>
          </button>
        ))}
        {shown.length === 0 && <p className="quiet">没有找到</p>}
      </nav>
      <section className="sheet-beside" aria-label="一户的补采单">
        {sheet === undefined ? <p className="quiet">{chosen === null ? '从左边选一户，照纸上的序号录。回车到下一项，最后一项回车就存下，接着录下一户；Ctrl+回车随时存下。没有变的不填。' : '这一户都补齐了，请选下一户。'}</p> : (
          <CollectForm key={sheet.householdId} sheet={sheet} year={year} base={list.revision} past={past} by={by} setBy={setBy} on={on} setOn={setOn} saved={next} />
        )}
      </section>
    </div>
  );
}
