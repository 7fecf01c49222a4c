import type { Field } from '../../../shared/register/field.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import { fieldsOfList, fieldsOfPlace, formSayings } from '../../../shared/templates/form-words.ts';
import type { TargetGroup } from '../../ui/TargetPicker.tsx';

/** What stands for "left blank" in a list of choices. */
export const leftBlank = '#blank';

const option = (field: Field) => ({ value: field.key, label: field.label, words: [field.label, ...field.also].join(' ') });

function grouped(fields: readonly Field[], ofList: boolean): TargetGroup[] {
  const sayings = formSayings.filter(({ key }) => ofList || key !== '#ordinal').map(({ key, label, also }) => ({ value: key, label, words: [label, ...also].join(' ') }));
  const groups = [...Map.groupBy(fields, ({ group }) => group)].map(([label, options]) => ({ label, options: options.map(option) }));
  return [{ label: '这一处', options: [{ value: leftBlank, label: '空着', words: '空着 不填' }, ...sayings] }, ...groups];
}

export const listOptions = (subject: Subject): TargetGroup[] => grouped(fieldsOfList(subject), true);
export const placeOptions = (): TargetGroup[] => grouped(fieldsOfPlace(), false);
