import { Select } from 'antd';
import type { CodeQuestion } from '../../shared/changes/plan-types.ts';
import { findField } from '../../shared/register/vocabulary.ts';
import { byWords } from '../ui/by-words.ts';
import { clearable } from '../ui/signs.tsx';

interface Props {
  readonly question: CodeQuestion;
  /** What was answered: a value, null to leave the field blank, undefined for nothing yet. */
  readonly given: string | null | undefined;
  readonly answer: (value: string | null | undefined) => void;
}

/** Offered beside the wording; the list has all the others. */
const offered = 4;

export function CodeQuestionRow({ question, given, answer }: Props) {
  const { field, label, written, count, department, nearest } = question;
  const values = findField(field)?.codes?.values ?? [];
  const near = nearest.slice(0, offered);
  const other = typeof given === 'string' && near.every(({ value }) => value !== given) ? given : null;
  const press = (value: string | null): void => answer(given === value ? undefined : value);
  return (
    <tr>
      <td>{label}<div className="quiet">{department}</div></td>
      <td><q>{written}</q></td>
      <td className="amount">{count}</td>
      <td>
        <div className="near-codes" role="group" aria-label={`“${written}”是不是`}>
          {near.map(({ value, also }) => (
            <button key={value} type="button" className="near-code" aria-pressed={given === value} onClick={() => press(value)}>
              <strong>{value}</strong>
              {also.length > 0 && <span className="quiet">也写作 {also.slice(0, 4).join('、')}</span>}
            </button>
          ))}
        </div>
      </td>
      <td>
        <Select<string>
          aria-label={`“${written}”的其他值`}
          size="small"
          style={{ width: 148 }}
          placeholder="从全部里选"
          allowClear={clearable}
          popupMatchSelectWidth={240}
          value={other}
          showSearch={{ filterOption: byWords }}
          options={values.map(({ value, also = [] }) => ({ value, label: value, words: [value, ...also].join(' ') }))}
          onChange={(value: string | undefined) => answer(value)}
        />
      </td>
      <td><button type="button" className="tick" aria-pressed={given === null} aria-label={`“${written}”留空`} title="这样写的都当作没填" onClick={() => press(null)}>留空</button></td>
    </tr>
  );
}
