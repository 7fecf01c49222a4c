import { Button } from 'antd';
import type { InspectionFinding } from '../../shared/contract/inspections.ts';
import { inspectionResultWords } from '../../shared/register/codes/inspection-codes.ts';

const problemWords = { none: '', open: '已列入整改', closed: '已销号' } as const;
const signs = { same: '✓', different: '✕', notMet: '—' } as const;

export function ResultMark({ result }: { readonly result: InspectionFinding['result'] | null }) {
  if (result === null) return <span className="quiet">没有记</span>;
  return <span className={`inspection-result inspection-${result}`}><span aria-hidden>{signs[result]} </span>{inspectionResultWords[result]}</span>;
}

interface Props {
  readonly findings: readonly InspectionFinding[];
  /** Beside each line: whom it is about. */
  readonly whose?: (household: number) => string;
  readonly takeBack?: (finding: InspectionFinding) => void;
  /** Of lines that can be chosen: which are, and how one is chosen or left out. */
  readonly choosing?: { readonly open: readonly number[]; readonly left: ReadonlySet<number>; readonly choose: (finding: number, chosen: boolean) => void };
}

/** What was found at the doors, what was taken back struck through. */
export function Findings({ findings, whose, takeBack, choosing }: Props) {
  return (
    <table className="plain-table dense">
      <thead><tr>{choosing && <th scope="col">整改</th>}{whose && <th scope="col">户主</th>}<th scope="col">结果</th><th scope="col">哪一项</th><th scope="col">登记的</th><th scope="col">实际的</th><th scope="col">说明</th><th scope="col">检查人</th>{takeBack && <th scope="col">撤回</th>}</tr></thead>
      <tbody>
        {findings.map((each) => (
          <tr key={each.number} className={each.takenBack === null ? undefined : 'inspection-gone'}>
            {choosing && (
              <td>
                {choosing.open.includes(each.number)
                  ? <input type="checkbox" aria-label={`列入整改：${whose?.(each.household) ?? ''} ${each.about}`} checked={!choosing.left.has(each.number)} onChange={({ target }) => choosing.choose(each.number, target.checked)} />
                  : problemWords[each.problem]}
              </td>
            )}
            {whose && <td>{whose(each.household)}</td>}
            <td><ResultMark result={each.result} /></td>
            <td>{each.about}</td>
            <td>{each.registered}</td>
            <td>{each.said}</td>
            <td>{[each.remark, each.takenBack === null ? '' : `已撤回：${each.takenBack}`].filter((part) => part !== '').join('；')}</td>
            <td>{each.inspector}</td>
            {takeBack && <td>{each.takenBack === null && <Button size="small" aria-label={`撤回：${each.about || inspectionResultWords[each.result]}`} onClick={() => takeBack(each)}>撤回……</Button>}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
