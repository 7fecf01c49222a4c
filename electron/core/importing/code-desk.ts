import type { CodeQuestion } from '../../../shared/changes/plan-types.ts';
import { normalWording } from '../../../shared/fields/code.ts';
import { nearestCodes } from '../../../shared/fields/nearest-codes.ts';
import type { Field } from '../../../shared/register/field.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** A value for a wording that no dictionary has; null: leave the field blank for it. */
export interface CodeAnswer {
  readonly department: string;
  readonly field: string;
  readonly written: string;
  readonly value: string | null;
}

/** Code values of one import: those answered before are understood, the others are asked once. */
export interface CodeDesk {
  answer(field: string, written: string): { readonly value: string | null } | undefined;
  ask(field: Field, written: string): void;
}

const most = 200;

export function codeDesks(register: RegisterFile) {
  const answers = new Map<string, { value: string | null }>();
  for (const row of register.sql('SELECT department, field, written, value FROM codeAnswer').all() as CodeAnswer[]) {
    answers.set(`${row.department}|${row.field}|${row.written}`, { value: row.value });
  }
  const asked = new Map<string, { field: Field; department: string; written: string; count: number }>();
  return {
    /** For the sheets of one department. */
    of: (department: string): CodeDesk => ({
      answer: (field, written) => (answers.size === 0 ? undefined : answers.get(`${department}|${field}|${normalWording(written)}`)),
      ask(field, written) {
        const key = `${department}|${field.key}|${normalWording(written)}`;
        const found = asked.get(key);
        if (found) found.count++;
        else if (asked.size < most) asked.set(key, { field, department, written: written.trim(), count: 1 });
      },
    }),
    questions: (): CodeQuestion[] =>
      [...asked.values()]
        .toSorted((a, b) => b.count - a.count)
        .map(({ field, department, written, count }) => ({ department, field: field.key, label: field.label, written, count, nearest: field.codes ? nearestCodes(field.codes, written) : [] })),
  };
}

export function keepAnswers(register: RegisterFile, given: readonly CodeAnswer[], at: string, who: string): void {
  const put = register.sql(
    'INSERT INTO codeAnswer (department, field, written, value, at, who) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (department, field, written) DO UPDATE SET value = excluded.value, at = excluded.at, who = excluded.who',
  );
  register.together(() => {
    for (const { department, field, written, value } of given) put.run(department, field, normalWording(written), value, at, who);
  });
}
