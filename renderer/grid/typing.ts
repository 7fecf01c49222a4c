import type { Field } from '../../shared/register/field.ts';

/** The day of this computer, for values that cannot lie in the future. */
export const today = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
};

/** Choices of a code list or of 是/否; none for free kinds. */
export function choicesOf(field: Field): readonly string[] {
  if (field.kind === 'yesNo') return ['是', '否'];
  return field.codes?.values.map(({ value }) => value) ?? [];
}

/** How a value may be written, while nothing stands there yet. */
export const hints: Partial<Record<Field['kind'], string>> = { date: '如 2020-03-15 或 20200315', month: '如 2020-03 或 202003', year: '如 2020', money: '元，最多两位小数' };
