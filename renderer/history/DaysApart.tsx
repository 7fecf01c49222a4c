import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { fateSigns, fateWords, type DifferentCell, type DifferentHome, type DifferentRow } from '../../shared/changes/day-difference.ts';
import { Refusal } from '../../shared/contract/errors.ts';
import { dayWords } from '../../shared/fields/day-words.ts';
import { labelOf, shown } from '../../shared/register/show-value.ts';
import { findField } from '../../shared/register/vocabulary.ts';
import { maskedText } from '../../shared/register/masked.ts';
import { navigate, useClient, useLookedAtDay, useOnlyLooking, useRefreshRegister, useRegister, useSaving, useTakeBack } from '../app/session.tsx';
import { useMasked } from '../grid/masked-numbers.ts';
import { today } from '../grid/typing.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { download } from '../ui/download.ts';
import { askLeave } from '../ui/leave-gate.ts';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';

const useDaysWork = createWork();
/** Households that one question fetches. */
const page = 50;
const most = 500;
/** Values of a row that came or went, at a glance; the workbook has them all. */
const glance = 8;

/** What differs between a past day and now, or between two days: household by household, old and new. */
export function DaysApart({ from }: { readonly from: string | undefined }) {
  const client = useClient();
  const notices = useNotices();
  const { revision, workingYear } = useRegister();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const takeBack = useTakeBack();
  const writable = useOnlyLooking() === null;
  const lookedAt = useLookedAtDay((state) => state.day);
  const now = lookedAt ?? today();
  const [since, setSince] = useState(from ?? `${workingYear}-01-01`);
  const [until, setUntil] = useState('');
  const [limit, setLimit] = useState(page);
  const work = useDaysWork();
  const end = until === '' || until >= now ? now : until;
  const wrong = since === '' ? '请选一天' : since > end ? '前一天要早于后一天' : null;
  const asked = { since, ...(end === now ? {} : { asOf: end }) };
  const found = useQuery({ queryKey: ['daysApart', asked, limit, revision], enabled: wrong === null, queryFn: () => client.history.compareDays({ ...asked, limit }), placeholderData: keepPreviousData });
  const save = async (): Promise<void> => {
    const leaving = await askLeave(`${dayWords(since)}到${dayWords(end)}之间的不同`, 'reduced', ['reduced', 'full']);
    if (!leaving) return;
    try {
      const file = await work.run(client, (job) => client.history.exportDays({ ...asked, ...leaving, job }));
      download(file, file.name);
      notices.done(`已导出：${file.name}`);
    } catch (error) {
      notices.refused(error, '导出两天之间的不同');
    }
  };
  const putBack = async (row: DifferentRow): Promise<void> => {
    try {
      const { label, written, refused, left, revision: command } = await track(client.history.putBack({ since, entity: row.entity, id: row.id, revision }));
      void refresh();
      if (written > 0) notices.done(label, takeBack(command));
      const kept = [...refused.map(({ where, why }) => `${where}：${why}`), ...left.map((word) => `${word}：不在这一行里改`)];
      if (kept.length > 0) notices.refused(new Refusal('VALUE_REFUSED', `${kept.length} 项没有改回：${kept.join('；')}`, { remedy: left.length > 0 ? '换户、分户请到户卡片里办理' : '请到表格里看这几格' }));
    } catch (error) {
      notices.refused(error, `改回${row.what}`);
    }
  };
  const change = (set: (day: string) => void) => (day: string): void => {
    set(day);
    setLimit(page);
  };
  const told = wrong === null ? found.data : undefined;
  return (
    <section className="days-apart" aria-label="两天之间">
      <form className="days-choice" onSubmit={(event) => event.preventDefault()}>
        <label>从 <DayInput max={now} value={since} change={change(setSince)} /> 结束时</label>
        <label>到 <DayInput max={now} value={end} change={change(setUntil)} /> {end === today() ? '（今天）' : '结束时'}</label>
        {told && told.total > 0 && <Button size="small" disabled={work.running} onClick={() => void save()}>保存为 Excel</Button>}
        {wrong !== null && <span className="value-why" role="alert">▲ {wrong}</span>}
      </form>
      <WorkBar work={work} what="正在写 Excel" />
      {found.isError && wrong === null && <Problem error={found.error} doing="比较两天" retry={() => void found.refetch()} />}
      {found.isFetching && <p className="quiet" role="status">正在比较……</p>}
      {told && (
        <p role="status">
          {told.total === 0 ? '这两天之间登记册没有不同。' : `${told.households} 户有不同：新增 ${told.came} 条，没有了 ${told.went} 条，${told.changed} 条改了 ${told.cells} 格。`}
          {told.total > 0 && <span className="quiet">改过又改回来的不算；人、户、年度记录、台账记录各算一条。</span>}
        </p>
      )}
      {told?.homes.map((home) => <Home key={home.householdId} home={home} putBack={writable && end === now && !found.isPlaceholderData ? putBack : undefined} />)}
      {told && told.total > told.homes.length && (limit < most ? <Button onClick={() => setLimit(Math.min(most, limit + page * 3))}>再看后面的（共 {told.total} 户）</Button> : <p className="quiet">只列前 {most} 户，全部的在 Excel 里。</p>)}
    </section>
  );
}

type PutBack = (row: DifferentRow) => Promise<void>;

function Home({ home, putBack }: { readonly home: DifferentHome; readonly putBack: PutBack | undefined }) {
  const { householdId, householdNo, head, village, here, rows } = home;
  const name = householdId === '' ? '不属于哪一户的台账记录' : [village, head, householdNo === '' ? '没有户编号' : `户 ${householdNo}`].filter((part) => part !== '').join(' · ');
  return (
    <section className="days-home" aria-label={name}>
      <h3>
        {householdId !== '' && here ? <button type="button" className="link-button" onClick={() => navigate({ screen: 'households', rowId: householdId })}>{name}</button> : name}
        {!here && <span className="quiet"> 已不在登记册里</span>}
      </h3>
      <ul>{rows.map((row) => <Row key={`${row.entity} ${row.id}`} row={row} putBack={putBack} />)}</ul>
    </section>
  );
}

/** Masked where the screen masks numbers. */
function text({ field }: DifferentCell, value: DifferentCell['old'], masked: boolean): string {
  const told = shown(field, value);
  const known = findField(field);
  return masked && known && value !== null ? maskedText(known.kind, told) : told;
}

function Row({ row, putBack }: { readonly row: DifferentRow; readonly putBack: PutBack | undefined }) {
  const { what, fate, cells } = row;
  const masked = useMasked((state) => state.masked);
  const sign = <span className={`days-${fate}`}>{fateSigns[fate]} {fateWords[fate]}</span>;
  if (fate === 'changed') {
    return (
      <>
        {cells.map((cell, at) => (
          <li key={cell.field}>
            {sign} {what} · {labelOf(cell.field)}：<del>{text(cell, cell.old, masked)}</del> → {text(cell, cell.new, masked)}{' '}
            {at === 0 && putBack && <button type="button" className="link-button" aria-label={`${what}全部改回`} title={`${what}的 ${cells.length} 格都改回前一天的内容；可以撤销`} onClick={() => void putBack(row)}>{cells.length > 1 ? `${cells.length} 格都改回` : '改回'}</button>}
          </li>
        ))}
      </>
    );
  }
  const values = cells.slice(0, glance).map((cell) => `${labelOf(cell.field)} ${text(cell, fate === 'came' ? cell.new : cell.old, masked)}`);
  return <li>{sign} {what}{values.length > 0 && <span className="quiet">：{values.join('，')}{cells.length > glance ? `……共 ${cells.length} 项` : ''}</span>}</li>;
}
