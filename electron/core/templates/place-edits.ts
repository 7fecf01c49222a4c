import type { FormPlace } from '../../../shared/templates/form.ts';
import { blanksIn, marksIn, written } from '../../../shared/templates/marks.ts';
import { nothing, type FormValue } from './form-value.ts';
import type { TextEdit } from './text-runs.ts';

export type ValueOf = (target: string) => FormValue;

/** What is written into a text that has marks or blanks: each in its turn, as the places say that they mean. A place that nobody said anything of stays. */
export function editsOf(text: string, places: readonly FormPlace[], valueOf: ValueOf): TextEdit[] {
  const kinds = { mark: marksIn(text), behind: blanksIn(text) } as const;
  return (['mark', 'behind'] as const).flatMap((kind) => {
    const ofKind = places.filter((place) => place.kind === kind);
    const seen = new Map<string, number>();
    return kinds[kind].flatMap(({ start, end, label }): TextEdit[] => {
      const times = (seen.get(label) ?? 0) + 1;
      seen.set(label, times);
      const place = ofKind.filter((each) => each.label === label)[times - 1];
      if (!place || place.target === null) return [];
      const { text: value } = valueOf(place.target);
      return [{ start, end, text: kind === 'mark' ? value : written(text.slice(start, end), value) }];
    });
  });
}

/** Whether a text is one mark and nothing else: then its value may be more than text. */
export const isOneMark = (text: string): boolean => {
  const [mark, another] = marksIn(text.trim());
  return mark !== undefined && another === undefined && mark.start === 0 && mark.end === text.trim().length;
};

export const valueIn =
  (values: ReadonlyMap<string, FormValue>): ValueOf =>
  (target) =>
    values.get(target) ?? nothing;
