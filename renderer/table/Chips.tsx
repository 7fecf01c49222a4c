import { Button } from 'antd';
import type { Filter } from '../../shared/contract/tables.ts';
import { filterWords } from '../grid/filter-words.ts';
import type { FilterModel } from '../grid/grid-context.ts';

interface Props {
  readonly search: string;
  readonly filters: FilterModel;
  /** Conditions that stand in no column's funnel. */
  readonly conditions: readonly Filter[];
  /** Names of frozen lists, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly dropCondition: (at: number) => void;
  readonly dropSearch: () => void;
  readonly setFilters: (filters: FilterModel) => void;
  readonly clear: () => void;
}

/** What narrows a table now, each to be dropped by a click. */
export function Chips({ search, filters, conditions, names, dropCondition, dropSearch, setFilters, clear }: Props) {
  const chosen = Object.entries(filters);
  return (
    <div className="records-chips" role="group" aria-label="筛选条件">
      {search !== '' && <Chip text={`找“${search}”`} drop={dropSearch} />}
      {chosen.map(([key, filter]) => (
        <Chip key={key} text={filterWords(filter)} drop={() => setFilters(Object.fromEntries(chosen.filter(([other]) => other !== key)))} />
      ))}
      {conditions.map((condition, at) => <Chip key={JSON.stringify(condition)} text={filterWords(condition, names)} drop={() => dropCondition(at)} />)}
      <Button size="small" type="link" onClick={clear}>全部清除</Button>
    </div>
  );
}

function Chip({ text, drop }: { text: string; drop: () => void }) {
  return (
    <span className="chip">
      {text}
      <button type="button" aria-label={`去掉条件 ${text}`} onClick={drop}>×</button>
    </span>
  );
}
