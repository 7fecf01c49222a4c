import type { CodeQuestion, LayoutChange } from '../../shared/changes/plan-types.ts';

/** A known form that came in a new version: what is different in its columns and in the wordings of its codes, and that the mapping moved over. */
export function LayoutChanged({ change: { layout, added, gone, renamed }, recoded }: { change: LayoutChange; recoded: readonly CodeQuestion[] }) {
  const parts = [
    ...(added.length > 0 ? [`多了${list(added)}`] : []),
    ...(gone.length > 0 ? [`少了${list(gone)}`] : []),
    ...(renamed.length > 0 ? [`改名：${renamed.map(({ from, to }) => `“${from}”→“${to}”`).join('，')}`] : []),
    ...(recoded.length > 0 ? [`写法换了：${[...Map.groupBy(recoded, ({ label }) => label)].map(([label, of]) => `“${label}”写作${list(of.map(({ written }) => written))}`).join('，')}`] : []),
  ];
  return (
    <div className="layout-changed" role="note">
      <p><strong><span aria-hidden className="mark-conflict">△</span> 比上次的“{layout.name}”{parts.length > 0 ? `：${parts.join('；')}` : '只换了列的先后'}。</strong></p>
      <p>其余各列照上次的认，已经带过来了；标着“从上次版式带过来”的看一眼就行。</p>
    </div>
  );
}

const list = (headers: readonly string[]): string => headers.map((header) => `“${header}”`).join('、');
