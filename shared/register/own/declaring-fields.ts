import type { CodeList } from '../../fields/code.ts';
import { fieldsOf } from '../field.ts';
import { ownKinds, ownSecrets, ownStates } from './own-column.ts';

const words = (name: string, of: Readonly<Record<string, string>>): CodeList => ({ name, values: Object.values(of).map((value) => ({ value })) });
const own = fieldsOf('ownColumn', '自设列');

/** What the register keeps of an own column: history, undo and the file for a colleague show it in these words. No sheet and no grid has them. */
export const declaringFields = [
  own('ownLabel', '列名', 'text', { required: true }),
  own('ownKind', '种类', words('种类', ownKinds)),
  own('ownGroup', '分组', 'text'),
  own('ownUnit', '单位', 'text'),
  own('ownSecret', '谁能看', words('谁能看', ownSecrets)),
  own('ownAlso', '别的表头', 'text'),
  own('ownChoices', '选项', 'text'),
  own('ownSeveral', '可以多选', 'yesNo'),
  own('ownWanted', '空着要提醒', 'yesNo'),
  own('ownLeast', '不小于', 'measure'),
  own('ownMost', '不大于', 'measure'),
  own('ownState', '状态', words('状态', ownStates)),
  own('ownPlace', '次序', 'count'),
] as const;
