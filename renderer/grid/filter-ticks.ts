import type { KeyboardEvent, ReactNode } from 'react';
import type { Filter } from '../../shared/contract/tables.ts';
import type { Field } from '../../shared/register/field.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import type { GridContext } from './grid-context.ts';

/** What a list of ticks in a column's filter knows of it. */
export interface TicksProps {
  readonly model: Filter | null;
  readonly field: Field;
  readonly subject: Subject;
  readonly context: GridContext;
  /** Another number each time that the filter is opened. */
  readonly opened: number;
  /** Takes the condition that the ticks make; null takes it away, 'nothing' is refused. */
  readonly apply: (made: Filter | null | 'nothing') => void;
  readonly failed: () => void;
  /** Stands above the buttons. */
  readonly children: ReactNode;
}

/** ↑ and ↓ walk from tick to tick. */
export function walkTicks(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const ticks = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const at = ticks.findIndex((tick) => tick === event.target);
  const next = at === -1 ? undefined : ticks[at + (event.key === 'ArrowDown' ? 1 : -1)];
  event.preventDefault();
  next?.focus();
}

export const emptyWord = '（空白）';
