import { type CustomFilterProps, useGridFilter } from 'ag-grid-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { mostValues, type Filter, type TableRow } from '../../shared/contract/tables.ts';
import type { Stored } from '../../shared/fields/reading.ts';
import { kindOf, type Field } from '../../shared/register/field.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { conditionOfTicks, isTicked, tick, tickAll, ticksOf } from '../../shared/views/value-ticks.ts';
import { conditionOf, draftOf, testsOf, type Test } from './condition-draft.ts';
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
  const [ticks, setTicks] = useState(() => ticksOf(model));
  const [values, setValues] = useState<readonly { readonly value: Stored; readonly count: number }[] | null>(null);
  const [search, setSearch] = useState('');
  const [why, setWhy] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const hide = useRef<(() => void) | undefined>(undefined);
  const kind = kindOf(field);

  useEffect(() => {
    setDraft(draftOf(model, field));
    setTicks(ticksOf(model));
  }, [model, field]);

  const load = useCallback(async (): Promise<void> => {
    if (typedOnly.has(field.kind)) return;
    try {
      setValues(await context.client.tables.distinct({ ...context.query(), subject, field: field.key }));
    } catch {
      setWhy('读取这一列的值时出错，可以先用上面的条件筛选');
    }
  }, [context, field, subject]);

  useGridFilter({
    // The core filters; no row that it sends is hidden here.
    doesFilterPass: () => true,
    afterGuiAttached: (params) => {
      hide.current = params?.hidePopup;
      setSearch('');
      setWhy(null);
      void load();
      first.current?.focus();
    },
    getModelAsString: () => '',
  });

  const shownValues = useMemo(() => (values ?? []).filter(({ value }) => search === '' || (kind.show(value) || '空').includes(search)), [values, search, kind]);
  const close = (next: Filter | null): void => {
    onModelChange(next);
    hide.current?.();
    api.ensureIndexVisible(0);
  };
  const applyValues = (): void => {
    const made = conditionOfTicks(field.key, ticks, (values ?? []).map(({ value }) => value), search === '' ? null : shownValues.map(({ value }) => value));
    if (made === 'nothing') return setWhy('一个也没勾，就什么都看不到了');
    close(made);
  };
  const applyCondition = (): void => {
    const condition = conditionOf(field, draft);
    if (typeof condition === 'string') setWhy(condition);
    else if (condition !== null || draft.text.trim() === '') close(condition);
  };
  const cut = (values?.length ?? 0) >= mostValues;
  const allShown = shownValues.every(({ value }) => isTicked(ticks, value));

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
      {!typedOnly.has(field.kind) && (
        <>
          <input className="filter-search" aria-label="找值" placeholder="找值" value={search} onChange={(event) => setSearch(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); applyValues(); } }} />
          <div className="filter-values">
            <label>
              <input
                type="checkbox"
                checked={allShown}
                onChange={(event) => setTicks(search === '' ? tickAll(event.target.checked) : tick(ticks, shownValues.map(({ value }) => value), event.target.checked))}
              />
              <span>{search === '' ? '全选' : '全选找到的'}</span>
            </label>
            {shownValues.slice(0, 500).map(({ value, count }) => (
              <label key={String(value)}>
                <input type="checkbox" checked={isTicked(ticks, value)} onChange={(event) => setTicks(tick(ticks, [value], event.target.checked))} />
                <span className={value === null ? 'quiet' : ''}>{kind.show(value) || '空'}</span>
                <span className="quiet amount">{count}</span>
              </label>
            ))}
            {shownValues.length > 500 && <p className="quiet">还有 {shownValues.length - 500} 个值，请用上面的框找</p>}
            {cut && <p className="quiet">这一列的值太多，只列出最多的 {mostValues} 个；没列出的，请用上面的条件筛选</p>}
          </div>
        </>
      )}
      {why !== null && <p className="value-why" role="alert">▲ {why}</p>}
      <div className="filter-foot">
        <button type="button" onClick={() => close(null)}>清除</button>
        {!typedOnly.has(field.kind) && <button type="button" className="primary" onClick={applyValues}>只看勾选的</button>}
      </div>
    </form>
  );
}
