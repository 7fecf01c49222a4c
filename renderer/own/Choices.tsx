import { Button, Checkbox, Input } from 'antd';
import { newChoice, type TypedChoice, type TypedColumn } from './typed-column.ts';

interface Props {
  readonly labelledBy: string;
  readonly choices: readonly TypedChoice[];
  readonly several: boolean;
  readonly change: (part: Partial<TypedColumn>) => void;
}

/** The choices of a column, a line each, with other wordings under which files have them. */
export function Choices({ labelledBy, choices, several, change }: Props) {
  const put = (id: number, part: Partial<TypedChoice>): void => change({ choices: choices.map((choice) => (choice.id === id ? { ...choice, ...part } : choice)) });
  return (
    <div className="own-choices" role="group" aria-labelledby={labelledBy}>
      {choices.map(({ id, value, also, was }, at) => (
        <div key={id} className="own-choice">
          <Input aria-label={`第 ${at + 1} 个选项`} placeholder="选项" value={value} maxLength={40} onChange={({ target }) => put(id, { value: target.value })} />
          <Input aria-label={`第 ${at + 1} 个选项的别的写法`} placeholder="别的写法，用、隔开" value={also} onChange={({ target }) => put(id, { also: target.value })} />
          <Button size="small" aria-label={`去掉第 ${at + 1} 个选项`} onClick={() => change({ choices: choices.filter((choice) => choice.id !== id) })}>去掉</Button>
          {was !== undefined && was !== value.trim() && value.trim() !== '' && <span className="quiet own-renamed">填了“{was}”的行跟着改成“{value.trim()}”</span>}
        </div>
      ))}
      <div className="own-choice-foot">
        <Button size="small" onClick={() => change({ choices: [...choices, newChoice()] })}>再加一个选项</Button>
        <Checkbox checked={several} onChange={({ target }) => change({ several: target.checked })}>可以选几个</Checkbox>
      </div>
    </div>
  );
}
