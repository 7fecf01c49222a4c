import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import type { LimitRow, RuleBookState } from '../../shared/contract/checking.ts';
import { useClient, useRefreshRegister, useRegister, useSaving, useYear } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { useNotices } from '../ui/messages.tsx';
import { Reading } from '../ui/Reading.tsx';
import { OwnRuleForm } from './OwnRuleForm.tsx';
import { linesOf } from '../../shared/checks/simple/rule-lines.ts';

/** The office's own rules, the thresholds by year, and which rules are asked. */
export function RuleBookView() {
  const client = useClient();
  const year = useYear();
  const { revision } = useRegister();
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  const refresh = useRefreshRegister();
  const taking = useRef<HTMLInputElement>(null);
  /** The key of the own rule in the form, '' for a new one. */
  const [written, setWritten] = useState<string | null>(null);
  const book = useQuery({ queryKey: ['rule-book', year, revision], queryFn: () => client.checking.rules({ year }) });
  const act = async (doing: string, work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await track(work());
      await refresh();
      return true;
    } catch (error) {
      notices.refused(error, doing);
      return false;
    }
  };
  const take = (file: File | undefined): void => {
    if (!file) return;
    void act('导入规则文件', async () => {
      const { name, version, taken } = await client.checking.importRules({ file });
      notices.done(taken.length === 0 ? `“${name}”${version} 里的规则都已经有了` : `收下“${name}”${version} 的 ${taken.length} 条规则`);
    });
  };
  if (book.isError || !book.data) return <Reading of={book} what="规则" />;
  const { own, limits, rules } = book.data;
  return (
    <div className="rule-book">
      <section aria-labelledby="own-rules">
        <h2 id="own-rules">自设规则 {own.length}</h2>
        <p className="quiet">按各列的条件写自己的规则，不用编程；可以导出成文件给别的单位。</p>
        {own.map(({ rule, fault }) => (
          <div key={rule.id} className="own-rule">
            <span>{rule.id}</span><strong>{rule.title}</strong><span className="quiet">{fault === '' ? rule.remedy : `不能查：${fault}`}</span>
            {linesOf(rule.when) && <Button size="small" aria-label={`改规则 ${rule.title}`} onClick={() => setWritten(rule.id)}>改</Button>}
            <Button size="small" aria-label={`删除规则 ${rule.title}`} onClick={() => void act('删除规则', () => client.checking.removeRule({ rule: rule.id }))}>删除</Button>
          </div>
        ))}
        {written === null ? (
          <div className="own-rule"><Button onClick={() => setWritten('')}>新增规则</Button></div>
        ) : (
          <OwnRuleForm key={written} rule={own.find(({ rule }) => rule.id === written)?.rule ?? null} save={(rule) => act('存规则', () => client.checking.saveRule({ rule }))} close={() => setWritten(null)} />
        )}
        <div className="own-rule">
          <Button onClick={() => taking.current?.click()}>导入规则文件</Button>
          <input ref={taking} type="file" accept=".json" hidden aria-label="规则文件" onChange={({ target }) => { take(target.files?.[0]); target.value = ''; }} />
          <Button disabled={own.length === 0} onClick={() => void client.checking.exportRules({ name: '本办', version: String(year) }).then((file) => download(file, file.name), (error: unknown) => notices.refused(error, '导出规则'))}>导出规则</Button>
        </div>
      </section>
      <section aria-labelledby="limits">
        <h2 id="limits">标准</h2>
        <table className="plain-table dense">
          <thead><tr><th>标准</th><th className="number">{year} 年</th><th>出处</th><th>改成</th></tr></thead>
          <tbody>{limits.map((limit) => <LimitLine key={limit.limit} limit={limit} year={year} set={(value, why) => act('改标准', () => client.checking.setLimit({ limit: limit.limit, from: year, value, why }))} />)}</tbody>
        </table>
      </section>
      <RuleSwitches rules={rules} turn={(rule, off, why) => act(off ? '停用规则' : '启用规则', () => client.checking.switchRule({ rule, off, why }))} />
    </div>
  );
}

function LimitLine({ limit: { label, value, unit, steps, source }, year, set }: { limit: LimitRow; year: number; set: (value: number | null, why: string) => Promise<boolean> }) {
  const [text, setText] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const own = steps.find(({ from, record }) => from === year && record !== null);
  const submit = async (): Promise<void> => {
    if (await set(Number(text), why)) setText(null);
  };
  return (
    <tr>
      <td>{label}</td>
      <td className="number nowrap">{value === null ? '没有' : `${value} ${unit}`}</td>
      <td className="quiet">{own ? own.why : source}</td>
      <td className="nowrap">
        {text === null ? (
          <>
            <Button size="small" aria-label={`改 ${label}`} onClick={() => setText(value === null ? '' : String(value))}>改</Button>
            {own && <Button size="small" aria-label={`恢复 ${label}`} onClick={() => void set(null, '')}>恢复</Button>}
          </>
        ) : (
          <form className="limit-form" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
            <Input size="small" autoFocus required inputMode="decimal" pattern="\d+(\.\d+)?" aria-label={`${label}，${unit}`} value={text} onChange={({ target }) => setText(target.value)} />
            <Input size="small" required aria-label="依据" placeholder="依据（文号）" value={why} onChange={({ target }) => setWhy(target.value)} />
            <Button size="small" htmlType="submit">从 {year} 年起</Button>
            <Button size="small" onClick={() => setText(null)}>不改</Button>
          </form>
        )}
      </td>
    </tr>
  );
}

function RuleSwitches({ rules, turn }: { rules: RuleBookState['rules']; turn: (rule: string, off: boolean, why: string) => Promise<boolean> }) {
  const [asked, setAsked] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  return (
    <section aria-labelledby="switches">
      <h2 id="switches">规则 {rules.length} 条，停用 {rules.filter(({ off }) => off !== null).length} 条</h2>
      <table className="plain-table dense">
        <thead><tr><th>规则</th><th>查什么</th><th>出处</th><th>用不用</th></tr></thead>
        <tbody>
          {rules.map(({ rule, title, source, off }) => (
            <tr key={rule}>
              <td className="nowrap">{rule}</td><td>{title}</td><td className="quiet">{source}</td>
              <td className="nowrap">
                {off !== null ? <>已停用：{off} <Button size="small" aria-label={`启用 ${rule}`} onClick={() => void turn(rule, false, '')}>启用</Button></> : asked === rule ? (
                  <form className="limit-form" onSubmit={(event) => { event.preventDefault(); void turn(rule, true, why).then((ok) => ok && setAsked(null)); }}>
                    <Input size="small" autoFocus required aria-label="停用理由" placeholder="为什么本地不查" value={why} onChange={({ target }) => setWhy(target.value)} />
                    <Button size="small" htmlType="submit">停用</Button>
                  </form>
                ) : <Button size="small" aria-label={`停用 ${rule}`} onClick={() => { setAsked(rule); setWhy(''); }}>停用</Button>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
