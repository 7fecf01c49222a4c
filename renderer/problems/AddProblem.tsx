import { Button } from 'antd';
import { useState } from 'react';
import { Refusal } from '../../shared/contract/errors.ts';
import type { Found } from '../../shared/contract/tables.ts';
import { field } from '../../shared/register/vocabulary.ts';
import { useClient } from '../app/session.tsx';
import { Whom } from '../card/Whom.tsx';
import { TypedValue, whyNot } from '../grid/TypedValue.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SideForm } from '../ui/SideForm.tsx';
import { placeKeys, writtenKeys } from './problem-words.ts';
import { useProblemDeed } from './use-problem-deed.ts';

/** A problem that no rule found: of a household, or of a village, a project, the office itself. */
export function AddProblem({ usualDue, today, close }: { usualDue: string; today: string; close: () => void }) {
  const client = useClient();
  const { doing, trouble } = useProblemDeed();
  const [whom, setWhom] = useState<Found | null>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({ 'problem.foundOn': today, 'problem.due': usualDue, 'problem.source': '自查', 'problem.mode': '交办整改' });
  const fields = [...writtenKeys, ...(whom === null ? placeKeys : [])].map((key) => field(`problem.${key}`));
  const save = async (): Promise<void> => {
    const wrong = fields.find((each) => whyNot(each, values[each.key] ?? '') !== null);
    const done = await doing('新增问题', async () => {
      if (wrong) throw new Refusal('VALUE_REFUSED', `“${wrong.label}”还没填对`, { remedy: whyNot(wrong, values[wrong.key] ?? '') ?? '' });
      const asked = Object.fromEntries(fields.flatMap(({ key }) => (values[key] === undefined || values[key] === '' ? [] : [[key, values[key]]])));
      return client.problems.add({ ...(whom === null ? {} : { householdId: whom.householdId }), values: asked });
    });
    if (done) close();
  };
  return (
    <div className="problem-side">
      <SideForm title="新增问题" giveUp="不记了" submit={() => void save()} close={close} actions={<Button type="primary" htmlType="submit">列入整改</Button>}>
        {trouble !== null && <Problem error={trouble} doing="新增问题" />}
        <Whom about="household" optional chosen={whom} choose={setWhom} />
        {fields.map((each) => <TypedValue key={each.key} field={each} value={values[each.key] ?? ''} change={(text) => setValues((before) => ({ ...before, [each.key]: text }))} />)}
      </SideForm>
    </div>
  );
}
