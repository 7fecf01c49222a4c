import type { PlanHousehold, PlanRow, Verdict } from '../../shared/changes/plan-types.ts';
import { isChoosable } from './chosen-rows.ts';
import { PlanRowView } from './PlanRowView.tsx';
import type { SheetKindWords } from './sheet-kinds-of.ts';
import { useChoose } from './use-choose.ts';
import { verdictWords } from './verdict-words.ts';

interface Props {
  readonly household: PlanHousehold;
  readonly kinds: SheetKindWords;
  readonly done: boolean;
  /** What is unfolded: rows by their position, the unchanged ones of a household by its grouping. */
  readonly opened: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
}

const told: readonly Verdict[] = ['new', 'changed', 'conflict', 'refused', 'same'];

/** A row in which nothing differs and nothing is to be said. */
const isQuiet = ({ verdict, changes, remarks }: PlanRow): boolean => verdict === 'same' && changes.length === 0 && remarks.length === 0;

/** One household: what happens to it in a line, and its rows. */
export function HouseholdBlock({ household, kinds, done, opened, toggle }: Props) {
  const { grouping, householdNo, name, village, counts, rows } = household;
  const quiet = rows.filter(isQuiet);
  const loud = rows.filter((row) => !isQuiet(row));
  const unfolded = opened.has(grouping);
  const title = [householdNo === null ? '' : `户 ${householdNo}`, name ?? ''].join(' ').trim() || '没有写明是哪一户';
  const fold = (
    <span role="cell">
      <button type="button" className="in-text" aria-expanded={unfolded} onClick={() => toggle(grouping)}>{unfolded ? '▾' : '▸'} 和登记册一致的 {quiet.length} 行</button>
      {!unfolded && <span className="plan-same">　{namesOf(quiet)}</span>}
    </span>
  );
  return (
    <div role="rowgroup" aria-label={title} className={`plan-household${loud.length === 0 ? ' plan-quiet' : ''}`}>
      <div className="household-line" role="row">
        <span role="rowheader" className="household-who" data-stop tabIndex={-1}>
          <strong>{name ?? '—'}</strong>
          <span className="plan-number">{householdNo ?? '没有户编号'}</span>
          <span className="quiet">{village}</span>
        </span>
        {loud.length === 0 ? fold : <span role="cell" className="household-counts">
          {told.map((verdict) => counts[verdict] > 0 && <span key={verdict} className={`nowrap mark-${verdict}`}>{verdictWords[verdict].sign}{verdictWords[verdict].word} {counts[verdict]}</span>)}
        </span>}
        {!done && loud.some(isChoosable) && <HouseholdChoice household={household} title={title} />}
      </div>
      {loud.map((row) => <PlanRowView key={row.position} row={row} list="households" kind={kinds(row)} done={done} open={opened.has(String(row.position))} toggle={() => toggle(String(row.position))} />)}
      {quiet.length > 0 && loud.length > 0 && <div role="row" className="plan-same-line">{fold}</div>}
      {unfolded && quiet.map((row) => <PlanRowView key={row.position} row={row} list="households" kind={kinds(row)} done={done} open toggle={() => undefined} />)}
    </div>
  );
}

const namesOf = (rows: readonly PlanRow[]): string => [...new Set(rows.flatMap(({ name }) => (name === null ? [] : [name])))].join('、');

/** Pressing a choice that holds takes it back. */
function HouseholdChoice({ household: { grouping, choice }, title }: { household: PlanHousehold; title: string }) {
  const choose = useChoose();
  const press = (wanted: 'take' | 'skip'): void => choose('household', grouping, choice === wanted ? null : wanted);
  return (
    <span role="cell" className="household-choice">
      <button type="button" className="tick" aria-pressed={choice === 'take'} aria-label={`${title}全收`} title="这一户都照表里的，冲突的也用表里的" onClick={() => press('take')}>全收</button>
      <button type="button" className="tick" aria-pressed={choice === 'skip'} aria-label={`${title}全不收`} title="这一户的行都不收" onClick={() => press('skip')}>全不收</button>
    </span>
  );
}
