import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Measured } from '../../../shared/contract/blocks.ts';
import type { Table } from '../../../shared/sheets/table.ts';
import type { Client } from '../../client/connect.ts';
import type { Selected } from '../grid-context.ts';

interface Props {
  readonly client: Client;
  readonly selected: Selected | null;
  readonly revision: number;
  readonly table: Table;
}

/** Time that a selection stands still before it is added up. */
const rest = 120;

/** Count, sum, average of what is selected, as at the foot of a spreadsheet. */
export function SelectionFigures({ client, selected, revision, table }: Props) {
  const [resting, setResting] = useState<Selected | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setResting(selected && selected.cells > 1 ? selected : null), rest);
    return () => clearTimeout(timer);
  }, [selected]);
  const measured = useQuery({
    queryKey: ['measure', resting?.areas, resting?.asked(), revision],
    enabled: resting !== null,
    queryFn: () => (resting ? client.blocks.measure({ ...resting.asked(), areas: [...resting.areas] }) : null),
    placeholderData: (before) => before,
    retry: false,
  });
  if (!selected || selected.cells <= 1 || !resting || !measured.data) return <span className="habit-figures" />;
  return <span className="habit-figures">{figures(selected, measured.data, inMoney(table, resting))}</span>;
}

/** Whether all numbers of the selection are amounts of money, which have two decimals. */
function inMoney({ fields }: Table, { areas }: Selected): boolean {
  const chosen = new Set(areas.flatMap((area) => area.fields));
  return fields.every(({ key, kind }) => !chosen.has(key) || kind === 'money' || (kind !== 'count' && kind !== 'measure'));
}

function figures({ rows, cells }: Selected, { filled, numbers, sum, average, smallest, largest }: Measured, money: boolean): string {
  const number = (value: number): string =>
    value.toLocaleString('zh-CN', { minimumFractionDigits: money ? 2 : 0, maximumFractionDigits: 2 });
  const counted = `已选 ${rows} 行 ${cells} 格，有内容 ${filled}`;
  if (numbers === 0 || sum === null || average === null || smallest === null || largest === null) return counted;
  return `${counted}　合计 ${number(sum)}　平均 ${number(average)}　最小 ${number(smallest)}　最大 ${number(largest)}`;
}
