/** The heads of a list's columns; the last five are those of each value (ChangeLine.tsx). */
export function PlanHeadings({ list, done }: { list: 'households' | 'rows'; done: boolean }) {
  const row = list === 'households' ? ['', '表、行', '姓名', '结果'] : ['', '表、行', '户编号、村', '姓名', '结果'];
  return (
    <div className={`plan-head of-${list}`} role="row">
      {[...row, '项目', '表里', '登记册里', done ? '现在' : '导入后', done ? '' : '取舍'].map((word, at) => (
        <span key={word === '' ? `blank ${at}` : word} role="columnheader" aria-label={word === '' ? (at === 0 ? '收不收' : '说明') : undefined}>{word}</span>
      ))}
    </div>
  );
}
