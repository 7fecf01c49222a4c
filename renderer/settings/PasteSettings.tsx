import { useId, useState } from 'react';
import { blanksMemory } from '../grid/habits/blanks-memory.ts';

const choices = [[null, '每次问'], ['skip', '跳过'], ['clear', '清空']] as const;

/** What was answered once for all pastes, and the way back. */
export function PasteSettings() {
  const id = useId();
  const [blanks, setBlanks] = useState(() => blanksMemory.read());
  const choose = (next: typeof blanks): void => {
    blanksMemory.keep(next);
    setBlanks(next);
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>粘贴</h2>
      <div className="form-rows">
        <span id={`${id}-blanks`}>空格子</span>
        <span className="switch settings-switch" role="group" aria-labelledby={`${id}-blanks`}>
          {choices.map(([value, label]) => <button key={label} type="button" aria-pressed={value === blanks} onClick={() => choose(value)}>{label}</button>)}
        </span>
      </div>
      <p className="quiet settings-note">粘贴的内容里有空格子，下面的格里有值：跳过就留着，清空和 Excel 一样。只管这台电脑。</p>
    </section>
  );
}
