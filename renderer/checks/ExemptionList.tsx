import { Button } from 'antd';
import type { ExemptionRow } from '../../shared/contract/checking.ts';
import { navigate, useClient, useRefreshRegister, useSaving } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { EmptyPlace } from '../ui/Screen.tsx';

const states: Readonly<Record<ExemptionRow['state'], string>> = { holds: '有效', changed: '值变了，已重新打开', expired: '已过期', ended: '已终止', gone: '已查不出' };

/** What was excused, and what it is now; those that hold can be ended. */
export function ExemptionList({ exemptions }: { exemptions: readonly ExemptionRow[] }) {
  const client = useClient();
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  const refresh = useRefreshRegister();
  const end = async ({ id, whom }: ExemptionRow): Promise<void> => {
    try {
      await track(client.checking.endExemption({ id }));
      notices.done(`已终止对${whom}的豁免`);
      await refresh();
    } catch (error) {
      notices.refused(error, '终止豁免');
    }
  };
  if (exemptions.length === 0) return <EmptyPlace title="还没有豁免">看着不对、核实过是对的，在疑点后面点“豁免”，写明理由。以后导入不会再报；值一变或到期就重新打开。</EmptyPlace>;
  return (
    <table className="plain-table dense" aria-label="豁免清单">
      <thead><tr><th>规则</th><th>对象</th><th>疑点</th><th>理由和依据</th><th>谁、什么时候</th><th>现在</th><th aria-label="终止" /></tr></thead>
      <tbody>
        {exemptions.map((each) => (
          <tr key={each.id}>
            <td className="nowrap">{each.rule}</td>
            <td className="nowrap">{each.householdId === null ? each.whom : <button type="button" className="link-button" onClick={() => navigate({ screen: 'households', rowId: each.householdId ?? '' })}>{each.whom}</button>}</td>
            <td>{each.message}</td>
            <td>{each.reason}{each.evidence !== '' && <div className="quiet">{each.evidence}</div>}</td>
            <td className="nowrap">{each.by} {each.on}{each.until !== '' && <div className="quiet">到 {each.until}</div>}</td>
            <td><strong>{states[each.state]}</strong>{each.note !== '' && <div className="quiet">{each.note}</div>}</td>
            <td>{each.state !== 'ended' && <Button size="small" aria-label={`终止豁免 ${each.whom}`} onClick={() => void end(each)}>终止</Button>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
