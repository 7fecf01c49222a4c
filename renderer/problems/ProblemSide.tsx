import { Button } from 'antd';
import { useState } from 'react';
import { Refusal } from '../../shared/contract/errors.ts';
import type { ProblemRow } from '../../shared/contract/problems.ts';
import { problemStateWords } from '../../shared/register/problem-state.ts';
import { kindOf } from '../../shared/register/field.ts';
import { field } from '../../shared/register/vocabulary.ts';
import { navigate, useClient, useOnlyLooking } from '../app/session.tsx';
import { TypedValue, whyNot } from '../grid/TypedValue.tsx';
import { download } from '../ui/download.ts';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SideForm } from '../ui/SideForm.tsx';
import { EndProblem } from './EndProblem.tsx';
import { placeKeys, said, whomOf, writtenKeys } from './problem-words.ts';
import { useProblemDeed } from './use-problem-deed.ts';

/** One problem: what is said of it, changed in place; its evidence; and how it goes on. */
export function ProblemSide({ row, close }: { row: ProblemRow; close: () => void }) {
  const client = useClient();
  const notices = useNotices();
  const past = useOnlyLooking() !== null;
  const { doing, trouble } = useProblemDeed();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const fields = [...writtenKeys, ...(row.householdId === null ? placeKeys : [])].map((key) => field(`problem.${key}`));
  const changed = Object.keys(typed).length > 0;
  const save = (): void => {
    const wrong = fields.find((each) => whyNot(each, typed[each.key] ?? '') !== null);
    void doing('改整改台账', async () => {
      if (wrong) throw new Refusal('VALUE_REFUSED', `“${wrong.label}”还没填对`, { remedy: whyNot(wrong, typed[wrong.key] ?? '') ?? '' });
      const done = await client.problems.change({ id: row.id, base: row.revision, values: typed });
      setTyped({});
      return done;
    });
  };
  const look = async (id: string): Promise<void> => {
    try {
      const file = await client.documents.read({ id });
      download(file, file.name);
    } catch (error) {
      notices.refused(error, '存出佐证');
    }
  };
  return (
    <div className="problem-side">
      <SideForm title={whomOf(row)} giveUp="收起" submit={save} close={close} actions={!past && changed && <Button type="primary" htmlType="submit">存下改动</Button>}>
        {trouble !== null && <Problem error={trouble} doing="写整改台账" />}
        <p>
          <strong className={`problem-state problem-${row.state}`}>{problemStateWords[row.state]}</strong>
          {row.overdue && <strong className="problem-overdue"> ▲ 逾期</strong>}
          {row.householdId !== null && <> <button type="button" className="link-button" onClick={() => navigate({ screen: 'households', rowId: row.householdId ?? '' })}>看这一户</button></>}
        </p>
        {said(row, 'reopenedOn') !== '' && <p className="quiet">{said(row, 'reopenedOn')} 重新打开：{said(row, 'reopenedWhy')}</p>}
        {said(row, 'proposedOn') !== '' && <p>◇ {said(row, 'proposedOn')} 建议销号：{said(row, 'proposedWhy')}</p>}
        {said(row, 'doneOn') !== '' && <p>{said(row, 'doneOn')} {said(row, 'doneBy')} 报完成{said(row, 'done') === '' ? '' : `：${said(row, 'done')}`}</p>}
        {row.evidence.length > 0 && <p>佐证：{row.evidence.map(({ id, name }) => <button key={id} type="button" className="link-button" onClick={() => void look(id)}>{name || '纸质件'}</button>)}</p>}
        {row.state === 'closed' && <p>✓ {said(row, 'closedOn')} {said(row, 'closedBy')} 复核销号{said(row, 'verdict') === '' ? '' : `：${said(row, 'verdict')}`}</p>}
        {!past && <EndProblem row={row} doing={doing} />}
        {fields.map((each) =>
          past ? (
            <p key={each.key}><span className="quiet">{each.label}</span> {kindOf(each).show(row.values[each.key] ?? null)}</p>
          ) : (
            <TypedValue key={each.key} field={each} value={typed[each.key] ?? kindOf(each).edit(row.values[each.key] ?? null)} change={(text) => setTyped((before) => ({ ...before, [each.key]: text }))} />
          ))}
      </SideForm>
    </div>
  );
}
