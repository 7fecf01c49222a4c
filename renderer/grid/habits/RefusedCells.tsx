import { Button, Modal } from 'antd';
import type { BlockCheck } from '../../../shared/contract/blocks.ts';
import { findField } from '../../../shared/register/vocabulary.ts';

interface Props {
  readonly what: string;
  readonly check: BlockCheck;
  readonly answer: (good: boolean) => void;
}

/** Cells of a block that cannot be written: each with its place, what was to stand there and why; then the clerk decides. */
export function RefusedCells({ what, check, answer }: Props) {
  const { refused, refusedCount, changes, beyond } = check;
  const said = [...(refusedCount > 0 ? [`${refusedCount} 格写不进去`] : []), ...(beyond > 0 ? [`${beyond} 格超出了表的最后一行或最右一列`] : [])].join('，');
  return (
    <Modal
      open
      width={860}
      title={`${what}：${said}`}
      onCancel={() => answer(false)}
      footer={(
        <>
          <Button autoFocus onClick={() => answer(false)}>都不写</Button>
          {changes > 0 && <Button type="primary" onClick={() => answer(true)}>只写好的 {changes} 格</Button>}
        </>
      )}
    >
      {changes === 0 && <p>没有能写的格，登记册没有动。</p>}
      {refused.length > 0 && (
        <div className="habit-table" tabIndex={0} role="region" aria-label="写不进去的格">
          <table>
            <thead>
              <tr><th scope="col">行</th><th scope="col">哪一格</th><th scope="col">要写的</th><th scope="col">为什么</th></tr>
            </thead>
            <tbody>
              {refused.map(({ id, row, field, where, text, why, remedy }) => (
                <tr key={`${id} ${field} ${row}`}>
                  <td className="amount">{row + 1}</td>
                  <td>{where || findField(field)?.label}</td>
                  <td className="habit-text">{text === '' ? <span className="quiet">空</span> : text}</td>
                  <td>{why}{remedy !== '' && <span className="quiet">。{remedy}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {refusedCount > refused.length && <p className="quiet">还有 {refusedCount - refused.length} 格没有列出。</p>}
    </Modal>
  );
}
