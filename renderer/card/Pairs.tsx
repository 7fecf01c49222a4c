import { useState } from 'react';
import type { Stored } from '../../shared/fields/reading.ts';
import { field as fieldOf } from '../../shared/register/vocabulary.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { BlankOnes } from './BlankOnes.tsx';
import { CardCell } from './CardCell.tsx';

interface Props {
  readonly subject: Subject;
  readonly id: string;
  readonly fields: readonly string[];
  readonly values: Readonly<Record<string, Stored>>;
  readonly whose: string;
}

/** Labels with their values, two beside one another; blank ones wait behind a button. */
export function Pairs({ subject, id, fields, values, whose }: Props) {
  const [all, setAll] = useState(false);
  const filled = fields.filter((key) => (values[key] ?? null) !== null);
  const blank = fields.length - filled.length;
  return (
    <>
      <dl className="card-pairs">
        {(all ? fields : filled).map((key) => (
          <div key={key}>
            <dt>{fieldOf(key).label}</dt>
            <dd>
              <CardCell subject={subject} id={id} field={key} values={values} whose={whose} />
              {(values[key] ?? null) !== null && fieldOf(key).unit !== undefined && <span className="quiet"> {fieldOf(key).unit}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <BlankOnes count={blank} all={all} setAll={setAll} />
    </>
  );
}
