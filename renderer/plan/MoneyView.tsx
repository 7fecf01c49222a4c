import { useQuery } from '@tanstack/react-query';
import { navigate, useClient, useRegister } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { ExportButton } from './ExportButton.tsx';

const yuan = (fen: number): string => (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 });

/** The year's money from each sum that came in to the households, and how long projects and funds have been posted. */
export function MoneyView({ when }: { when: { readonly year: number; readonly day?: string } }) {
  const client = useClient();
  const { revision, file } = useRegister();
  const found = useQuery({ queryKey: ['money', file, revision, when], queryFn: () => client.plan.money(when), placeholderData: (before) => before });
  if (found.isError || !found.data) return <Reading of={found} what="资金" />;
  const { funds, came, sent, paid, sentFromNowhere, paidFromNowhere, postings } = found.data;
  return (
    <>
      <p className="quiet">每一笔从到账、下拨到发到户。下拨写明“出自到账文号”、发放写明“出自下拨文号”才连得上；没有写的单列在下面，不摊到别的笔上。单位：元。{(funds.length > 0 || postings.length > 0 || sent > 0 || paid > 0) && <ExportButton what="资金流向" take={(leaving, job) => client.plan.exportMoney({ ...when, ...leaving, job })} />}</p>
      {funds.length === 0 ? <p>还没有到账的资金。<button type="button" className="link-button" onClick={() => navigate({ screen: 'ledgers', ledger: 'fundIn' })}>去记“资金到账”</button></p> : (
        <table className="plain-table dense plan-table plan-money">
          <thead><tr><th>文号</th><th>资金</th><th>来源</th><th className="amount">到账</th><th className="amount">已下拨</th><th className="amount">结余</th><th className="amount">已发到户</th><th className="amount">有回单</th><th className="amount">待发</th></tr></thead>
          <tbody>
            {funds.map((fund) => (
              <tr key={fund.paper}>
                <td>{fund.paper || '（没有文号）'}</td>
                <td>{fund.kind}{fund.projects.length > 0 && <span className="quiet"> {fund.projects.join('、')}</span>}</td>
                <td>{fund.source}</td>
                <td className="amount">{yuan(fund.came)}</td>
                <td className="amount">{yuan(fund.sent)}</td>
                <td className={`amount ${fund.left < 0 ? 'state-overdue' : ''}`}>{fund.left < 0 ? '✕ 超 ' : ''}{yuan(Math.abs(fund.left))}</td>
                <td className="amount">{yuan(fund.paid)}</td>
                <td className="amount">{yuan(fund.receipted)}</td>
                <td className={`amount ${fund.waiting < 0 ? 'state-overdue' : ''}`}>{fund.waiting < 0 ? '✕ 超 ' : ''}{yuan(Math.abs(fund.waiting))}</td>
              </tr>
            ))}
            <tr className="plan-group"><th scope="row" colSpan={3}>合计（全部台账）</th><td className="amount">{yuan(came)}</td><td className="amount">{yuan(sent)}</td><td /><td className="amount">{yuan(paid)}</td><td /><td /></tr>
          </tbody>
        </table>
      )}
      {sentFromNowhere > 0 && <p>△ 下拨里有 {yuan(sentFromNowhere)} 元没有写出自哪一笔到账。</p>}
      {paidFromNowhere > 0 && <p>△ 发放里有 {yuan(paidFromNowhere)} 元没有写出自哪一次下拨。</p>}
      <h2>公告公示</h2>
      {postings.length === 0 ? <p className="quiet">还没有公告公示记录。</p> : (
        <table className="plain-table dense plan-table">
          <thead><tr><th>内容</th><th>项目或资金</th><th>地点</th><th>从</th><th className="amount">已公示（天）</th><th>够 10 天</th></tr></thead>
          <tbody>{postings.map(({ subject, of, place, from, days, enough }) => <tr key={`${subject}${place}${from}`}><td>{subject}</td><td>{of}</td><td>{place}</td><td className="nowrap">{from}</td><td className="amount">{days}</td><td className={enough ? 'state-met' : 'state-risk'}>{enough ? '✓ 够' : '△ 不够'}</td></tr>)}</tbody>
        </table>
      )}
    </>
  );
}
