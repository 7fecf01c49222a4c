import { Button, Input, Tree } from 'antd';
import { type ComponentRef, useEffect, useMemo, useRef, useState } from 'react';
import type { Area } from '../../shared/contract/registers.ts';
import { addArea, type AreaNode, areaTree, levelBelow, removeArea, renameArea, sameName } from './area-edit.ts';
import { openSign } from './signs.tsx';

interface Naming {
  readonly doing: 'add' | 'rename';
  readonly name: string;
}

/** The area tree, to be fitted to the district as it is: streets and villages added, renamed, removed. */
export function AreaEditor(props: { areas: readonly Area[]; onChange: (areas: readonly Area[]) => void; height?: number }) {
  const { areas, onChange } = props;
  const tree = useMemo(() => areaTree(areas), [areas]);
  const [opened, setOpened] = useState<readonly string[]>(() => areas.filter(({ level }) => level !== 'town' && level !== 'village').map(({ code }) => code));
  const [chosen, setChosen] = useState<string | null>(null);
  const [naming, setNaming] = useState<Naming | null>(null);
  const [removed, setRemoved] = useState<{ gone: readonly Area[]; name: string } | null>(null);
  const treeView = useRef<ComponentRef<typeof Tree>>(null);
  const [added, setAdded] = useState<string | null>(null);
  useEffect(() => {
    if (added !== null) treeView.current?.scrollTo({ key: added });
  }, [added]);
  const area = areas.find(({ code }) => code === chosen);
  const next = area ? levelBelow(area) : null;
  const editable = area?.level === 'town' || area?.level === 'village';
  const villages = areas.filter(({ level }) => level === 'village').length;
  const parentOfName = naming?.doing === 'add' ? (area?.code ?? null) : (area?.parent ?? null);
  const name = naming?.name.trim() ?? '';
  const taken = naming !== null && name !== '' && sameName(areas, parentOfName, name, naming.doing === 'rename' ? area?.code : undefined);

  const finish = (): void => {
    if (!naming || !area || name === '' || taken) return;
    if (naming.doing === 'rename') onChange(renameArea(areas, area.code, name));
    else {
      const { areas: more, added: one } = addArea(areas, area, name);
      onChange(more);
      setOpened([...new Set([...opened, area.code])]);
      setChosen(one.code);
      setAdded(one.code);
    }
    setNaming(null);
  };

  return (
    <div className="area-editor">
      <div className="area-bar">
        {naming ? (
          <>
            <Input
              autoFocus
              aria-label={naming.doing === 'add' ? '新地名' : '改成'}
              value={naming.name}
              status={taken ? 'error' : ''}
              style={{ width: 220 }}
              placeholder={next === 'village' && naming.doing === 'add' ? '如：甲峪村' : '地名'}
              onChange={(event) => setNaming({ ...naming, name: event.target.value })}
              onPressEnter={(event) => { event.preventDefault(); finish(); }}
              onKeyDown={(event) => { if (event.key === 'Escape') setNaming(null); }}
            />
            <Button onClick={finish} disabled={name === '' || taken}>{naming.doing === 'add' ? '新增' : '改名'}</Button>
            <Button type="text" onClick={() => setNaming(null)}>不改了</Button>
            {taken && <span role="alert">同一处已有这个名字</span>}
          </>
        ) : (
          <>
            <Button disabled={next === null} onClick={() => setNaming({ doing: 'add', name: '' })}>{next === 'town' ? '新增街道、乡镇' : '新增村、社区'}</Button>
            <Button disabled={!editable} onClick={() => area && setNaming({ doing: 'rename', name: area.name })}>改名</Button>
            <Button
              disabled={!editable}
              onClick={() => {
                if (!area) return;
                const left = removeArea(areas, area.code);
                setRemoved({ gone: areas.filter((each) => !left.includes(each)), name: area.name });
                onChange(left);
                setChosen(area.parent);
              }}
            >
              删除
            </Button>
            {removed && (
              <Button type="link" onClick={() => { onChange([...areas, ...removed.gone]); setRemoved(null); }}>放回“{removed.name}”</Button>
            )}
          </>
        )}
      </div>
      <Tree<AreaNode>
        switcherIcon={openSign}
        ref={treeView}
        aria-label="地区"
        blockNode
        height={props.height ?? 240}
        treeData={tree}
        expandedKeys={[...opened]}
        onExpand={(keys) => setOpened(keys.map(String))}
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelect={(keys) => { setChosen(keys[0] === undefined ? null : String(keys[0])); setNaming(null); }}
      />
      <div className="area-note">
        共 {areas.filter(({ level }) => level === 'town').length} 个街道、乡镇，{villages} 个村、社区。{area ? '' : '点一处地名，再新增、改名或删除。'}
      </div>
    </div>
  );
}
