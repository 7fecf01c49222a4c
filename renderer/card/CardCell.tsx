import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Stored } from '../../shared/fields/reading.ts';
import { field as fieldOf } from '../../shared/register/vocabulary.ts';
import { kindOf } from '../../shared/register/field.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { tableOf } from '../../shared/sheets/table.ts';
import { lockOf } from '../../shared/sheets/table-lock.ts';
import { cellText } from '../grid/grid-columns.ts';
import { today } from '../grid/typing.ts';
import { ValueEditor } from '../grid/ValueEditor.tsx';
import { mayBeOpen } from '../ui/hand-on.ts';
import { useNotices } from '../ui/messages.tsx';
import { isComposing, takeWords } from '../ui/method-words.ts';
import { notWritten } from '../ui/not-written.ts';
import { sameValue, useDesk, type CardValue, type NotWritten } from './card-desk.ts';

interface Props {
  readonly subject: Subject;
  readonly id: string;
  readonly field: string;
  readonly values: Readonly<Record<string, Stored>>;
  readonly whose: string;
  /** Of a value that is kept by year; the card's own where nothing is said. */
  readonly year?: number;
}

interface Editing {
  /** The revision at which what stands there was before the eyes of who types: what another window writes meanwhile is not written over unseen. */
  readonly base: number;
  readonly key: string | null;
  readonly text: string | null;
  /** Why what was typed before was not written. */
  readonly refused: NotWritten | null;
}

/** The cell before or after this one on the card, for Tab out of an editor. */
function beside(element: HTMLElement | null, step: 1 | -1): HTMLElement | undefined {
  const all = [...(element?.closest('.side')?.querySelectorAll<HTMLElement>('.card-cell') ?? [])];
  return element === null ? undefined : all[all.indexOf(element) + step];
}

/** One value of the card. A click tells where it came from; double click, Enter, F2 or typing writes it with the grid's own editor. */
export function CardCell({ subject, id, field: key, values, whose, year }: Props) {
  const desk = useDesk();
  const field = fieldOf(key);
  const value = values[key] ?? null;
  const cell: CardValue = { subject, id, year: year ?? desk.year, field, value, whose };
  const lock = desk.frozen ?? lockOf(tableOf(subject), field);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [count, setCount] = useState(0);
  const place = useRef<HTMLSpanElement>(null);
  const editor = useRef<HTMLSpanElement>(null);
  const typed = useRef<string | null>(null);
  /** Of a word of an input method, what follows its first character. */
  const rest = useRef('');
  const gone = useRef(false);
  const notices = useNotices();
  // What was written stands here at once, until the register is read again.
  const [written, setWritten] = useState<{ readonly revision: number; readonly text: string } | null>(null);
  const text = written?.revision === desk.revision ? written.text : cellText(field, value, desk.masked);

  const begin = (eventKey: string | null, others = ''): void => {
    if (lock) return;
    typed.current = null;
    rest.current = others;
    setEditing({ base: desk.revision, key: eventKey, text: null, refused: null });
    setCount((before) => before + 1);
  };
  const end = (focus: HTMLElement | null | undefined): void => {
    // Moving the focus away is a blur, and a blur writes what was typed: what was given up is none.
    typed.current = null;
    setEditing(null);
    focus?.focus();
  };
  const commit = async (focus: HTMLElement | null | undefined): Promise<void> => {
    const next = typed.current;
    const base = editing?.base ?? desk.revision;
    end(focus);
    if (next === null) return;
    const refused = await desk.write(cell, next, base);
    if (refused === null) {
      const reading = kindOf(field).read(next, { today: today(), typed: true });
      return setWritten(reading.ok ? { revision: desk.revision, text: cellText(field, reading.value, desk.masked) } : null);
    }
    if (gone.current) return notices.refused(notWritten(whose, field.label, next, refused.why));
    rest.current = '';
    setEditing({ base: refused.stands?.revision ?? base, key: null, text: next, refused });
    setCount((before) => before + 1);
  };
  const leave = useRef<() => void>(() => undefined);
  useEffect(() => {
    leave.current = () => void commit(null);
  });
  // Whoever leaves with an editor open has typed what is in it: no blur tells of that.
  useLayoutEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      leave.current();
    };
  }, []);
  useEffect(() => {
    if (!editing) return;
    editor.current?.scrollIntoView({ block: 'nearest' });
    return mayBeOpen({ text: () => typed.current, take: () => leave.current() });
  }, [editing]);

  const onFocus = (): void => {
    desk.choose(cell);
    if (lock || !place.current) return;
    takeWords(place.current, {
      written: (word) => {
        const [first = ''] = word;
        begin(first, word.slice(first.length));
      },
    });
  };
  const onKey = (event: KeyboardEvent): void => {
    // The input method's, which has not done with it yet.
    if (isComposing(event.nativeEvent)) return event.stopPropagation();
    if (event.ctrlKey || event.metaKey || (event.altKey && event.key !== 'ArrowDown')) return;
    if (event.key === 'Enter' || event.key === 'F2' || event.altKey) begin(null);
    else if (event.key === 'Delete' || event.key === 'Backspace' || [...event.key].length === 1) begin(event.key);
    else return;
    event.preventDefault();
  };
  const onEditorKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !isComposing(event.nativeEvent)) void commit(place.current);
    else if (event.key === 'Escape') end(place.current);
    else if (event.key === 'Tab') void commit(beside(place.current, event.shiftKey ? -1 : 1) ?? place.current);
    else {
      // The card's own keys wait while somebody types.
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className="card-cell-place">
      <span
        ref={place}
        role="button"
        tabIndex={0}
        className={`card-cell${sameValue(desk.chosen, cell) ? ' card-chosen' : ''}${lock ? ' card-locked' : ''}${text === '' ? ' card-blank' : ''}`}
        aria-label={`${whose} ${field.label}：${text === '' ? '空' : text}`}
        title={lock ? `${lock.what}。${lock.remedy}` : undefined}
        onFocus={onFocus}
        onClick={() => desk.choose(cell)}
        onDoubleClick={() => begin(null)}
        onKeyDown={onKey}
      >
        {text === '' ? '—' : text}
      </span>
      {editing && (
        <span
          ref={editor}
          className="card-editor"
          onKeyDown={onEditorKey}
          onBlur={(event) => {
            if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
            void commit(null);
          }}
        >
          <ValueEditor
            key={count}
            field={field}
            value={value}
            eventKey={editing.key}
            node={{ id }}
            column={{ getActualWidth: () => Math.min(320, Math.max(140, place.current?.offsetWidth ?? 0)) }}
            context={{ refused: () => (editing.text === null || editing.refused === null ? null : { rowId: id, field: key, text: editing.text, ...editing.refused }), takeTyped: () => rest.current, edit: { typed: () => undefined, take: () => void commit(place.current), drop: () => end(place.current) } }}
            onValueChange={(next) => (typed.current = next === null || next === undefined ? kindOf(field).edit(null) : String(next))}
            stopEditing={() => void commit(place.current)}
          />
        </span>
      )}
    </span>
  );
}
