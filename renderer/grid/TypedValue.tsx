import { Input, Select } from 'antd';
import { useRef } from 'react';
import { kindOf, type Field } from '../../shared/register/field.ts';
import { choicesOf, hints, today } from './typing.ts';
import { DayCalendar, openByKey } from '../ui/DayCalendar.tsx';
import { clearable } from '../ui/signs.tsx';

/** Why what is typed is no value of the field; null where it is one, or nothing. */
export function whyNot(field: Field, text: string): string | null {
  if (text.trim() === '') return null;
  const reading = kindOf(field).read(text, { today: today(), typed: true });
  const wrong = reading.ok ? reading.flag : reading.refused;
  return wrong ? `${wrong.message}。${wrong.remedy}` : null;
}

/** One field of a record that is being written: a text, or a list to choose from; the reason below as soon as it is no value. */
export function TypedValue({ field, value, change }: { field: Field; value: string; change: (text: string) => void }) {
  const choices = choicesOf(field);
  const why = whyNot(field, value);
  return (
    <label>
      <span>{field.label}{field.unit ? `（${field.unit}）` : ''} {field.required && <em>必填</em>}</span>
      {choices.length === 0 ? (
        <TypedText field={field} value={value} change={change} wrong={why !== null} />
      ) : field.codes?.several ? (
        <Select mode="multiple" aria-label={field.label} value={value === '' ? [] : value.split('、')} options={choices.map((each) => ({ value: each }))} onChange={(chosen: string[]) => change(choices.filter((each) => chosen.includes(each)).join('、'))} />
      ) : (
        <Select aria-label={field.label} allowClear={clearable} showSearch value={value === '' ? null : value} options={choices.map((each) => ({ value: each }))} onChange={(chosen: string | undefined) => change(chosen ?? '')} />
      )}
      {why !== null && <span className="value-why" role="alert">▲ {why}</span>}
    </label>
  );
}

/** A text; of a day the calendar stands in it. */
function TypedText({ field, value, change, wrong }: { field: Field; value: string; change: (text: string) => void; wrong: boolean }) {
  const calendar = useRef<HTMLInputElement>(null);
  const reading = field.kind === 'date' && !wrong ? kindOf(field).read(value, { today: today(), typed: true }) : null;
  const day = reading?.ok && typeof reading.value === 'string' ? reading.value : '';
  return <Input aria-label={field.label} aria-invalid={wrong} value={value} placeholder={hints[field.kind]} onChange={(event) => change(event.target.value)} onKeyDown={(event) => void openByKey(event, calendar.current)} suffix={field.kind === 'date' && <DayCalendar ref={calendar} day={day} choose={change} />} />;
}
