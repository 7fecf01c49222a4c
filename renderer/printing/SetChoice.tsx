import { Checkbox, Radio } from 'antd';
import type { WallKind } from '../../shared/contract/walls.ts';
import { wallSets, wallSetWords, type WallSet } from '../../shared/papers/wall-sets.ts';

/** Where it hangs, and which kinds of sheets. */
export function SetChoice({ set, chooseSet, kinds, chosen, choose }: { set: WallSet; chooseSet: (set: WallSet) => void; kinds: readonly WallKind[]; chosen: readonly string[]; choose: (keys: readonly string[]) => void }) {
  return (
    <>
      <Radio.Group aria-label="贴在哪里" optionType="button" value={set} onChange={(event) => chooseSet(event.target.value as WallSet)} options={wallSets.map((value) => ({ value, label: wallSetWords[value] }))} />
      <div role="group" aria-label="哪几种" className="wall-kinds">
        {kinds.map(({ key, title, about }) => (
          <Checkbox key={key} checked={chosen.includes(key)} onChange={({ target }) => choose(kinds.flatMap((kind) => ((kind.key === key ? target.checked : chosen.includes(kind.key)) ? [kind.key] : [])))}>
            {title}
            <span className="quiet">{about}</span>
          </Checkbox>
        ))}
      </div>
    </>
  );
}
