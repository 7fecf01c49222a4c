import { type CustomFilterProps, useGridFilter } from 'ag-grid-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Filter, TableRow } from '../../shared/contract/tables.ts';
import type { Stored } from '../../shared/fields/reading.ts';
import { kindOf, type Field } from '../../shared/register/field.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import type { GridContext } from './grid-context.ts';

interface Props extends CustomFilterProps<TableRow, GridContext, Filter> {
  readonly field: Field;
  readonly subject: Subject;
}

type Test = Exclude<Filter['test'], 'group'>;

const textTests: readonly (readonly [Test, string])[] = [['contains', '包含'], ['notContains', '不包含'], ['equals', '等于'], ['startsWith', '开头是'], ['endsWith', '结尾是'], ['blank', '空着'], ['notBlank', '不空']];
const sizeTests: readonly (readonly [Test, string])[] = [['less', '小于'], ['lessOrEqual', '不大于'], ['equals', '等于'], ['notEquals', '不等于'], ['greaterOrEqual', '不小于'], ['greater', '大于'], ['between', '介于'], ['blank', '空着'], ['notBlank', '不空']];

const sized = new Set<Field['kind']>(['money', 'count', 'measure', 'date', 'month', 'year']);
/** Too many different values to tick one by one: numbers that are names. */
const typedOnly = new Set<Field['kind']>(['identity', 'digits', 'phone', 'card']);

interface Draft {
  readonly test: Test;
  readonly text: string;
  readonly until: string;
}

function draftOf(model: Filter | null, field: Field): Draft {
  const edit = (value: Stored): string => kindOf(field).edit(value);
  const empty = { test: sized.has(field.kind) ? ('less' as const) : ('contains' as const), text: '', until: '' };
  if (!model || model.test === 'in' || model.test === 'group') return empty;
  if ('text' in model) return { test: model.test, text: model.text, until: '' };
  if (model.test === 'between') return { test: model.test, text: edit(model.from), until: edit(model.to) };
  if ('value' in model) return { test: model.test, text: edit(model.value), until: '' };
  return { ...empty, test: model.test };
}

/** A filter by values with their counts, or by a condition; one a column. The core does the filtering. */
export function ColumnFilter({ model, onModelChange, field, subject, context, api }: Props) {
  const [draft, setDraft] = useState(() => draftOf(model, field));
  const [ticked, setTicked] = useState<ReadonlySet<Stored> | null>(() => (model?.test === 'in' ? new Set(model.values) : null));
  const [values, setValues] = useState<readonly { readonly value: Stored; readonly count: number }[] | null>(null);
  const [search, setSearch] = useState('');
  const [why, setWhy] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const hide = useRef<(() => void) | undefined>(undefined);
  const kind = kindOf(field);

  useEffect(() => {
    setDraft(draftOf(model, field));
    setTicked(model?.test === 'in' ? new Set(model.values) : null);
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
    const all = values ?? [];
    const chosen = ticked ?? new Set(shownValues.map(({ value }) => value));
    const kept = search === '' ? chosen : new Set(shownValues.map(({ value }) => value).filter((value) => ticked === null || ticked.has(value)));
    if (kept.size === 0) return setWhy('一个也没勾，就什么都看不到了');
    close(kept.size === all.length ? null : { field: field.key, test: 'in', values: [...kept] });
  };
  const applyCondition = (): void => {
    const { test } = draft;
    if (test === 'blank' || test === 'notBlank') return close({ field: field.key, test });
    if (draft.text.trim() === '') return close(null);
    if (test === 'contains' || test === 'notContains' || test === 'startsWith' || test === 'endsWith') return close({ field: field.key, test, text: draft.text.trim() });
    if (test === 'in') return;
    const read = (text: string): Stored | undefined => {
      const reading = kind.read(text, { today: '9999-12-31' });
      return reading.ok && reading.value !== null ? reading.value : undefined;
    };
    const from = read(draft.text);
    if (from === undefined) return setWhy(`“${draft.text}”不是${field.label}的值`);
    if (test !== 'between') return close({ field: field.key, test, value: from });
    const to = read(draft.until);
    if (to === undefined) return setWhy(`“${draft.until}”不是${field.label}的值`);
    close({ field: field.key, test, from, to });
  };
  const isTicked = (value: Stored): boolean => ticked === null || ticked.has(value);
  const tick = (value: Stored, on: boolean): void => {
    const next = new Set(ticked ?? (values ?? []).map((each) => each.value));
    if (on) next.add(value);
    else next.delete(value);
    setTicked(next);
  };
  const allShown = shownValues.every(({ value }) => isTicked(value));

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
          {(sized.has(field.kind) ? sizeTests : textTests).map(([test, word]) => <option key={test} value={test}>{word}</option>)}
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
                onChange={(event) => {
                  const next = new Set(ticked ?? (values ?? []).map((each) => each.value));
                  for (const { value } of shownValues) if (event.target.checked) next.add(value); else next.delete(value);
                  setTicked(next);
                }}
              />
              <span>{search === '' ? '全选' : '全选找到的'}</span>
            </label>
            {shownValues.slice(0, 500).map(({ value, count }) => (
              <label key={String(value)}>
                <input type="checkbox" checked={isTicked(value)} onChange={(event) => tick(value, event.target.checked)} />
                <span className={value === null ? 'quiet' : ''}>{kind.show(value) || '空'}</span>
                <span className="quiet amount">{count}</span>
              </label>
            ))}
            {shownValues.length > 500 && <p className="quiet">还有 {shownValues.length - 500} 个值，请用上面的框找</p>}
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
