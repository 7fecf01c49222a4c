import { Button, Modal } from 'antd';
import type { BlockCheck } from '../../../shared/contract/blocks.ts';
import type { RefusedChoice } from './habit-state.ts';
import { findField } from '../../../shared/register/vocabulary.ts';

interface Props {
  readonly what: string;
  readonly check: BlockCheck;
  readonly answer: (choice: RefusedChoice) => void;
}

/** Cells of a block that cannot be written: each with its place, what was to stand there and why; then the clerk decides. */
export function RefusedCells({ what, check, answer }: Props) {
  const { refused, refusedCount, staleCount, changes, beyond } = check;
  const others = refusedCount - staleCount;
  const said = [...(others > 0 ? [`${others} 格写不进去`] : []), ...(staleCount > 0 ? [`${staleCount} 格刚被别处改过`] : []), ...(beyond > 0 ? [`${beyond} 格超出了表的最后一行或最右一列`] : [])].join('，');
  return (
    <Modal
      open
      width={860}
      title={`${what}：${said}`}
      onCancel={() => answer('nothing')}
      footer={(
        <>
          <Button autoFocus onClick={() => answer('nothing')}>都不写</Button>
          {staleCount > 0 && <Button onClick={() => answer('over')}>用我的，写 {changes + staleCount} 格</Button>}
          {changes > 0 && <Button type="primary" onClick={() => answer('good')}>{staleCount > 0 ? `别处改过的留着，写其余 ${changes} 格` : `只写好的 ${changes} 格`}</Button>}
        </>
      )}
    >
      {changes + staleCount === 0 && <p>没有能写的格，登记册没有动。</p>}
      {refused.length > 0 && (
        <div className="habit-table" tabIndex={0} role="region" aria-label="写不进去的格">
          <table>
            <thead>
              <tr><th scope="col">行</th><th scope="col">哪一格</th>{staleCount > 0 && <th scope="col">现在是</th>}<th scope="col">{staleCount > 0 ? '您要写的' : '要写的'}</th><th scope="col">为什么</th></tr>
            </thead>
            <tbody>
              {refused.map(({ id, row, field, where, text, why, remedy, stands }) => (
                <tr key={`${id} ${field} ${row}`}>
                  <td className="amount">{row + 1}</td>
                  <td>{where || findField(field)?.label}</td>
                  {staleCount > 0 && <td className="habit-text">{stands}</td>}
                  <td className="habit-text">{text === '' ? <span className="quiet">空</span> : text}</td>
                  <td>{stands === undefined ? <>{why}{remedy !== '' && <span className="quiet">。{remedy}</span>}</> : '刚被别处改过'}</td>
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
