/** The heads of a list's columns: those of a row, and in the place of its values those of each value (ChangeLine.tsx). */
export function PlanHeadings({ list, done }: { list: 'households' | 'rows'; done: boolean }) {
  const row = list === 'households' ? ['', '表、行', '姓名', '结果'] : ['', '表、行', '户编号、村', '姓名', '结果'];
  return (
    <div className={`plan-head of-${list}`} role="row">
      {row.map((word) => <Head key={word} word={word} called="收不收" />)}
      <div className="plan-values plan-line" role="presentation">
        {['项目', '表里', '登记册里', done ? '现在' : '导入后', done ? '' : '取舍'].map((word) => <Head key={word} word={word} called="说明" />)}
      </div>
    </div>
  );
}

/** A head without a word is called by what stands below it. */
const Head = ({ word, called }: { readonly word: string; readonly called: string }) => <span role="columnheader" aria-label={word === '' ? called : undefined}>{word}</span>;
