import { type CustomFilterProps, useGridFilter } from 'ag-grid-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Filter, TableRow } from '../../shared/contract/tables.ts';
import type { Field } from '../../shared/register/field.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { FilterFoot } from './FilterFoot.tsx';
import { PeriodTicks } from './PeriodTicks.tsx';
import { ValueTicks } from './ValueTicks.tsx';
import { conditionOf, draftOf, ofDays, testsOf, type Test } from './condition-draft.ts';
import type { GridContext } from './grid-context.ts';

interface Props extends CustomFilterProps<TableRow, GridContext, Filter> {
  readonly field: Field;
  readonly subject: Subject;
}

/** Too many different values to tick one by one: numbers that are names. */
const typedOnly = new Set<Field['kind']>(['identity', 'digits', 'phone', 'card']);

/** A filter by values with their counts, or by a condition; one a column. The core does the filtering. */
export function ColumnFilter({ model, onModelChange, field, subject, context, api }: Props) {
  const [draft, setDraft] = useState(() => draftOf(model, field));
  const [opened, setOpened] = useState(0);
  const [why, setWhy] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const hide = useRef<(() => void) | undefined>(undefined);

  useEffect(() => setDraft(draftOf(model, field)), [model, field]);

  useGridFilter({
    // The core filters; no row that it sends is hidden here.
    doesFilterPass: () => true,
    afterGuiAttached: (params) => {
      hide.current = params?.hidePopup;
      setWhy(null);
      setOpened((times) => times + 1);
      first.current?.focus();
    },
    getModelAsString: () => '',
  });

  const failed = useCallback(() => setWhy('读取这一列的值时出错，可以先用上面的条件筛选'), []);
  const close = (next: Filter | null): void => {
    onModelChange(next);
    hide.current?.();
    api.ensureIndexVisible(0);
  };
  const apply = (made: Filter | null | 'nothing'): void => (made === 'nothing' ? setWhy('一个也没勾，就什么都看不到了') : close(made));
  const applyCondition = (): void => {
    const condition = conditionOf(field, draft);
    if (typeof condition === 'string') setWhy(condition);
    else if (condition !== null || draft.text.trim() === '') close(condition);
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
          <FilterFoot clear={() => close(null)} />
        </>
      ) : (
        <TicksPart model={model} field={field} subject={subject} context={context} opened={opened} apply={apply} failed={failed}>{said}</TicksPart>
      )}
    </form>
  );
}
