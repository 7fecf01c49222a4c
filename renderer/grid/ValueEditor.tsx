import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Stored } from '../../shared/fields/reading.ts';
import { kindOf, type Field } from '../../shared/register/field.ts';
import { DayCalendar, openByKey } from '../ui/DayCalendar.tsx';
import type { GridContext } from './grid-context.ts';
import { choicesOf, hints, today } from './typing.ts';

/** What the editor needs of whatever it stands in: a cell of the grid, or a value of the card. */
export interface ValueEditorProps {
  /** The key that called it. */
  readonly eventKey: string | null;
  readonly value: Stored;
  readonly onValueChange: (text: string) => void;
  readonly stopEditing: (drop?: boolean) => void;
  readonly field: Field;
  readonly column: { readonly getActualWidth: () => number };
  readonly node: { readonly id?: string | undefined };
  readonly context: Pick<GridContext, 'refused' | 'takeTyped'> & { readonly edit?: Omit<GridContext['edit'], 'entering'> };
}

/** What typing over a cell begins with: the key that was pressed, nothing after Delete, else the value itself. */
function beginning({ eventKey, value, field, node, context }: ValueEditorProps): { readonly text: string; readonly why: string | null; readonly stale?: boolean } {
  const refused = context.refused();
  if (refused && refused.rowId === node.id && refused.field === field.key) return { text: refused.text, why: refused.why, stale: refused.stands !== null };
  if (eventKey === 'Backspace' || eventKey === 'Delete') return { text: '', why: null };
  if (eventKey && [...eventKey].length === 1) return { text: eventKey, why: null };
  return { text: kindOf(field).edit(value ?? null), why: null };
}

/**
 * One editor for every kind: text with the reason below as soon as what stands there is not a value of the field, a list
 * to choose from for codes, a calendar for days. Enter, Tab and Esc are the grid's.
 */
export function ValueEditor(props: ValueEditorProps) {
  const { field, stopEditing, column, context } = props;
  const stop = (): void => (context.edit ? context.edit.take() : stopEditing());
  /** The grid takes it at the end; Ctrl+Enter takes it for every selected cell. */
  const onValueChange = (value: string): void => {
    context.edit?.typed({ rowId: props.node.id ?? '', field, text: value });
    props.onValueChange(value);
  };
  const [start] = useState(() => beginning(props));
  const [text, setText] = useState(start.text);
  const [typed, setTyped] = useState(start.text !== kindOf(field).edit(props.value ?? null));
  const input = useRef<HTMLInputElement>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const list = useId();
  const choices = useMemo(() => choicesOf(field), [field]);
  const matching = useMemo(() => (typed && !field.codes?.several ? choices.filter((choice) => choice.includes(text.trim())) : choices), [choices, typed, text, field]);
  const [marked, setMarked] = useState(() => choices.indexOf(start.text));

  const change = (next: string): void => {
    setText(next);
    setTyped(true);
    onValueChange(next);
  };
  const typing = (next: string): void => {
    const found = choices.filter((choice) => choice.includes(next.trim()));
    change(next);
    setMarked(-1);
    // One choice left: that is what Enter takes; an exact word stays what it is.
    if (next.trim() !== '' && !field.codes?.several && found.length === 1 && !kindOf(field).read(next, { today: today(), typed: true }).ok) onValueChange(found[0] ?? next);
  };
  useLayoutEffect(() => {
    const element = input.current;
    if (!element) return;
    element.focus();
    const typedOver = props.eventKey !== null && [...props.eventKey].length === 1;
    // A text is mended at its end; instead of a word of a list, or of what was refused, another is written.
    if (typedOver || (choices.length === 0 && start.why === null)) element.setSelectionRange(start.text.length, start.text.length);
    else element.select();
    const missed = context.takeTyped();
    if (missed !== '') typing(start.text + missed);
    else if (start.text !== kindOf(field).edit(props.value ?? null)) onValueChange(start.text);
    // The editor lives for one edit; what it began with does not change. Keys that came before it stood here follow the first.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const reading = kindOf(field).read(text, { today: today(), typed: true });
  const wrong = !reading.ok ? reading.refused : reading.flag;
  const offered = choices.length > 0 && typed && matching.length === 1 && text.trim() !== '' ? matching[0] : undefined;
  const why = wrong && offered === undefined && typed ? `${wrong.message}。${wrong.remedy}` : text === start.text ? start.why : null;

  const mark = (index: number): void => {
    const choice = matching[index];
    if (choice === undefined) return;
    setMarked(index);
    if (!field.codes?.several) {
      setText(choice);
      setTyped(false);
      onValueChange(choice);
      setMarked(choices.indexOf(choice));
    }
  };
  const toggle = (choice: string): void => {
    const chosen = new Set(text.split('、').filter((part) => part !== ''));
    if (!chosen.delete(choice)) chosen.add(choice);
    change(choices.filter((each) => chosen.has(each)).join('、'));
  };
  const take = (choice: string): void => {
    if (field.codes?.several) return toggle(choice);
    onValueChange(choice);
    setTimeout(stop);
  };
  const chosen = new Set(text.split('、'));

  return (
    <div className="value-editor" style={{ width: Math.max(column.getActualWidth(), start.stale ? 320 : 0, choices.length > 0 ? 200 : field.kind === 'text' ? 240 : 150) }}>
      <div className="value-line">
        <input
          ref={input}
          aria-label={field.label}
          aria-invalid={why !== null}
          role={choices.length > 0 ? 'combobox' : undefined}
          aria-expanded={choices.length > 0 ? true : undefined}
          aria-controls={choices.length > 0 ? list : undefined}
          className={kindOf(field).align === 'right' ? 'value-right' : ''}
          value={text}
          placeholder={hints[field.kind]}
          onChange={(event) => typing(event.target.value)}
          onKeyDown={(event) => {
            if (openByKey(event, calendar.current) || choices.length === 0) return;
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              const step = event.key === 'ArrowDown' ? 1 : -1;
              mark(Math.max(0, Math.min(matching.length - 1, (marked < 0 && step < 0 ? matching.length : marked) + step)));
            } else if (event.key === ' ' && field.codes?.several && matching[marked] !== undefined) {
              event.preventDefault();
              toggle(matching[marked]);
            }
          }}
        />
        {field.kind === 'date' && (
          <DayCalendar
            ref={calendar}
            day={reading.ok && typeof reading.value === 'string' ? reading.value : ''}
            choose={(day) => {
              change(day);
              input.current?.focus();
            }}
          />
        )}
      </div>
      {why !== null && <p className="value-why" role="alert">▲ {why}</p>}
      {why !== null && start.stale && (
        <p className="value-both">
          <button type="button" tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={() => stop()}>用我填的</button>
          <button type="button" tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={() => context.edit?.drop()}>用现在的</button>
        </p>
      )}
      {choices.length > 0 && (
        <ul id={list} role="listbox" aria-label={`${field.label}可选的值`} aria-multiselectable={field.codes?.several ?? false}>
          {matching.map((choice, index) => (
            <li
              key={choice}
              role="option"
              aria-selected={chosen.has(choice)}
              className={index === marked || (marked < 0 && choice === offered) ? 'marked' : ''}
              ref={(element) => {
                if (index === marked) element?.scrollIntoView({ block: 'nearest' });
              }}
              onMouseDown={(event) => {
                event.preventDefault();
                take(choice);
              }}
            >
              {field.codes?.several ? `${chosen.has(choice) ? '☑' : '☐'} ${choice}` : choice}
            </li>
          ))}
          {matching.length === 0 && <li className="quiet" role="option" aria-selected={false}>没有这个词，Esc 放弃</li>}
        </ul>
      )}
    </div>
  );
}
