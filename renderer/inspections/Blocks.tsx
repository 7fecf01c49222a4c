import type { Block, TableBlock } from '../../shared/papers/paper.ts';

function Table({ heading, columns, rows }: TableBlock) {
  return (
    <table className="plain-table dense inspection-table">
      {heading !== undefined && <caption>{heading}</caption>}
      <thead><tr>{columns.map(({ head, align }, at) => <th key={at} scope="col" style={{ textAlign: align }}>{head}</th>)}</tr></thead>
      <tbody>{rows.map((row, line) => <tr key={line}>{row.map((cell, at) => <td key={at} style={{ textAlign: columns[at]?.align ?? 'left' }}>{cell}</td>)}</tr>)}</tbody>
    </table>
  );
}

function Pairs({ heading, pairs }: { readonly heading?: string | undefined; readonly pairs: readonly { readonly label: string; readonly value: string }[] }) {
  return (
    <>
      {heading !== undefined && <h4>{heading}</h4>}
      <dl className="inspection-pairs">{pairs.map(({ label, value }, at) => <div key={at}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
    </>
  );
}

function OneBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'facts': return <Pairs heading={block.heading} pairs={block.pairs} />;
    case 'figures': return <Pairs pairs={block.figures.map(({ label, value, unit }) => ({ label, value: `${value}${unit}` }))} />;
    case 'chart': return <Pairs heading={block.heading} pairs={block.bars.map(({ label, said }) => ({ label, value: said }))} />;
    case 'table': return <Table {...block} />;
    case 'note': return <p className="quiet">{block.text}</p>;
    case 'pictures': return <div className="inspection-pictures">{block.pictures.map(({ source, words }, at) => <figure key={at}><img src={source} alt={words} /><figcaption>{words}</figcaption></figure>)}</div>;
    case 'side': return <>{block.columns.map((column, at) => <PaperBlocks key={at} blocks={column} />)}</>;
  }
}

/** What a paper would show, as a part of the page. */
export const PaperBlocks = ({ blocks }: { readonly blocks: readonly Block[] }) => <>{blocks.map((block, at) => <OneBlock key={at} block={block} />)}</>;
