import { Button } from 'antd';
import { filterWords } from '../grid/filter-words.ts';
import type { FilterModel } from '../grid/grid-context.ts';

interface Props {
  readonly search: string;
  readonly filters: FilterModel;
  readonly dropSearch: () => void;
  readonly setFilters: (filters: FilterModel) => void;
  readonly clear: () => void;
}

/** What narrows a table now, each to be dropped by a click. */
export function Chips({ search, filters, dropSearch, setFilters, clear }: Props) {
  const chosen = Object.entries(filters);
  return (
    <div className="records-chips" role="group" aria-label="筛选条件">
      {search !== '' && <Chip text={`找“${search}”`} drop={dropSearch} />}
      {chosen.map(([key, filter]) => (
        <Chip key={key} text={filterWords(filter)} drop={() => setFilters(Object.fromEntries(chosen.filter(([other]) => other !== key)))} />
      ))}
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
