import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Filter } from '../../shared/contract/tables.ts';
import type { Field } from '../../shared/register/field.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { FilterFoot } from './FilterFoot.tsx';
import { PeriodTicks } from './PeriodTicks.tsx';
import { ValueTicks } from './ValueTicks.tsx';
import { conditionOf, draftOf, ofDays, testsOf, type Test } from './condition-draft.ts';
import type { GridContext } from './grid-context.ts';

interface Props {
  readonly model: Filter | null;
  /** The filter is this from now on, and is closed. */
  readonly choose: (model: Filter | null) => void;
  readonly field: Field;
  readonly subject: Subject;
  readonly context: GridContext;
  /** How often it was opened. */
  readonly opened: number;
}

/** Too many different values to tick one by one: numbers that are names. */
const typedOnly = new Set<Field['kind']>(['identity', 'digits', 'phone', 'card']);

/** A filter by values with their counts, or by a condition; one a column. The core does the filtering. */
export function ColumnFilter({ model, choose, field, subject, context, opened }: Props) {
  const [draft, setDraft] = useState(() => draftOf(model, field));
  const [why, setWhy] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);

  useEffect(() => setDraft(draftOf(model, field)), [model, field]);

  useLayoutEffect(() => {
    setWhy(null);
    first.current?.focus();
  }, [opened]);

  const failed = useCallback(() => setWhy('读取这一列的值时出错，可以先用上面的条件筛选'), []);
  const apply = (made: Filter | null | 'nothing'): void => (made === 'nothing' ? setWhy('一个也没勾，就什么都看不到了') : choose(made));
  const applyCondition = (): void => {
    const condition = conditionOf(field, draft);
    if (typeof condition === 'string') setWhy(condition);
    else if (condition !== null || draft.text.trim() === '') choose(condition);
  };
  const said = why !== null && <p className="value-why" role="alert">▲ {why}</p>;
  const TicksPart = ofDays(field) ? PeriodTicks : ValueTicks;

  return (
    <form
      className="column-filter"
      aria-label={`筛选${field.label}`}
      onSubmit={(event) => {
        event.preventDefault();
        applyCondition();
      }}
    >
      <div className="filter-condition">
        <select aria-label="条件" value={draft.test} onChange={(event) => setDraft({ ...draft, test: event.target.value as Test })}>
          {testsOf(field).map(([test, word]) => <option key={test} value={test}>{word}</option>)}
        </select>
        {draft.test !== 'blank' && draft.test !== 'notBlank' && (
          <input ref={first} aria-label="条件的值" value={draft.text} onChange={(event) => setDraft({ ...draft, text: event.target.value })} />
        )}
        {draft.test === 'between' && <input aria-label="到" value={draft.until} onChange={(event) => setDraft({ ...draft, until: event.target.value })} />}
        <button type="submit">筛选</button>
      </div>
      {typedOnly.has(field.kind) ? (
        <>
          {said}
          <FilterFoot clear={() => choose(null)} />
        </>
      ) : (
        <TicksPart model={model} field={field} subject={subject} context={context} opened={opened} apply={apply} failed={failed}>{said}</TicksPart>
      )}
    </form>
  );
}
