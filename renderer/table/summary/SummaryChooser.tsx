import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { kindOf, type Field } from '../../../shared/register/field.ts';
import type { Table } from '../../../shared/sheets/table.ts';
import { canGroup, figureLabel, figuresOf, usualStep, waysOf, type Grouping, type SummaryAsked } from '../../../shared/views/summary.ts';
import { today } from '../../grid/typing.ts';
import { groupingOf } from './summary-choice.ts';

const ways: Readonly<Record<Grouping['by'], string>> = { value: '每个值一组', year: '按年', month: '按月', steps: '每多少一档' };
const mostDown = 3;
const mostFigures = 8;

interface Props {
  readonly table: Table;
  readonly asked: SummaryAsked;
  readonly change: (asked: SummaryAsked) => void;
}

/** By what the rows are grouped, what stands across, which figures are told. */
export function SummaryChooser({ table, asked, change }: Props) {
  const { down, across, figures } = asked;
  const groupable = table.fields.filter(canGroup);
  const taken = new Set([...down, ...(across ? [across] : [])].map(({ field }) => field));
  const columns = (own?: string) => groupable.filter(({ key }) => key === own || !taken.has(key)).map(({ key, label, group }) => ({ value: key, label, title: group }));
  const keyed = new Map(figuresOf(table).map((figure) => [JSON.stringify(figure), figure]));
  const setDown = (at: number, grouping: Grouping): void => change({ ...asked, down: down.map((each, place) => (place === at ? grouping : each)) });
  return (
    <div className="summary-chooser">
      {down.map((grouping, at) => (
        <GroupingLine
          key={`${at} ${down.length}`}
          label={at === 0 ? '先按' : '再按'}
          called={`第 ${at + 1} 层分组`}
          table={table}
          grouping={grouping}
          options={columns(grouping.field)}
          change={(next) => setDown(at, next)}
          drop={down.length > 1 ? () => change({ ...asked, down: down.filter((_, place) => place !== at) }) : null}
        />
      ))}
      <div className="summary-more">
        <Select
          aria-label="再按一列分组"
          placeholder="＋ 再按一列分组"
          showSearch={{ optionFilterProp: 'label' }}
          disabled={down.length >= mostDown}
          value={null}
          options={columns()}
          onChange={(key: string | null) => key !== null && change({ ...asked, down: [...down, groupingOf(table, key)] })}
        />
        {!across && (
          <Select aria-label="横着分栏" placeholder="＋ 横着分栏" showSearch={{ optionFilterProp: 'label' }} value={null} options={columns()} onChange={(key: string | null) => key !== null && change({ ...asked, across: groupingOf(table, key) })} />
        )}
      </div>
      {across && <GroupingLine label="横着按" called="横着分栏" table={table} grouping={across} options={columns(across.field)} change={(next) => change({ ...asked, across: next })} drop={() => change({ ...asked, across: null })} />}
      <label className="summary-figures">
        <span>算</span>
        <Select
          mode="multiple"
          aria-label="算什么"
          maxCount={mostFigures}
          showSearch={{ optionFilterProp: 'label' }}
          value={figures.map((figure) => JSON.stringify(figure))}
          options={[...keyed].map(([value, figure]) => ({ value, label: figureLabel(table, figure) }))}
          onChange={(chosen: string[]) => {
            const next = chosen.flatMap((key) => keyed.get(key) ?? []);
            if (next.length > 0) change({ ...asked, figures: next });
          }}
        />
      </label>
    </div>
  );
}

interface LineProps {
  readonly label: string;
  readonly called: string;
  readonly table: Table;
  readonly grouping: Grouping;
  readonly options: { readonly value: string; readonly label: string; readonly title: string }[];
  readonly change: (grouping: Grouping) => void;
  /** Null: it is the only one. */
  readonly drop: (() => void) | null;
}

function GroupingLine({ label, called, table, grouping, options, change, drop }: LineProps) {
  const field = table.fields.find(({ key }) => key === grouping.field);
  const offered = field ? waysOf(field) : (['value'] as const);
  return (
    <div className="summary-line">
      <span>{label}</span>
      <Select aria-label={called} showSearch={{ optionFilterProp: 'label' }} className="summary-column" value={grouping.field} options={options} onChange={(key: string) => change(groupingOf(table, key))} />
      {offered.length > 1 && field && (
        <Select aria-label={`${called}怎么分`} value={grouping.by} options={offered.map((value) => ({ value, label: ways[value] }))} onChange={(by: Grouping['by']) => change({ field: grouping.field, by, ...(by === 'steps' ? { step: usualStep(field) } : {}) })} />
      )}
      {grouping.by === 'steps' && field && <Step key={`${field.key} ${grouping.step ?? ''}`} field={field} called={called} step={grouping.step ?? usualStep(field)} change={(step) => change({ ...grouping, step })} />}
      {drop && <Button type="text" aria-label={`去掉${called}`} onClick={drop}>×</Button>}
    </div>
  );
}

/** How much a step takes in, as the column itself is written. */
function Step({ field, called, step, change }: { readonly field: Field; readonly called: string; readonly step: number; readonly change: (step: number) => void }) {
  const kind = kindOf(field);
  const [text, setText] = useState(kind.edit(step));
  const reading = kind.read(text, { today: today() });
  const value = reading.ok ? Number(reading.value ?? 0) : 0;
  const take = (): void => {
    if (value > 0 && value !== step) change(value);
  };
  return (
    <span className="summary-step">
      <Input aria-label={`${called}每档多少`} aria-invalid={value <= 0} value={text} suffix={field.kind === 'money' ? '元' : field.unit} onChange={({ target }) => setText(target.value)} onBlur={take} onPressEnter={take} />
      {value <= 0 && <span className="value-why" role="alert">▲ 请填大于 0 的数</span>}
    </span>
  );
}
