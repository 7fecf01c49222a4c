import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import type { FormLook } from '../../../shared/contract/templates.ts';
import { levelWords, levels } from '../../../shared/papers/gate.ts';
import { eaches, isForms, targetsOf, type Each, type FormSheet } from '../../../shared/templates/form.ts';
import { opensTarget, targetLabel } from '../../../shared/templates/form-words.ts';
import { subjects } from '../../../shared/sheets/subject.ts';
import { tableOf } from '../../../shared/sheets/table.ts';
import { useClient, useRegister, useYear } from '../../app/session.tsx';
import { download } from '../../ui/download.ts';
import { askLeave } from '../../ui/leave-gate.ts';
import { useNotices } from '../../ui/messages.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Reading } from '../../ui/Reading.tsx';
import { isCancelled } from '../../ui/refusal.ts';
import { WorkBar } from '../../ui/WorkBar.tsx';
import { type ChosenBlank, useFormDesk, useFormWork } from './form-desk.ts';
import { FormTable } from './FormTable.tsx';
import { WhoPicker } from './WhoPicker.tsx';

const eachWords: Readonly<Record<Each, string>> = { once: '一张表，所有人列在上面', household: '一户一份', person: '一人一份' };
const subjectOptions = [
  { value: '', label: '没有名单' },
  ...subjects.filter((subject) => subject !== 'ledger:document').map((subject) => ({ value: subject, label: subject === 'households' ? '户，一户一行' : subject === 'people' ? '人，一人一行' : tableOf(subject).title })),
];

/** A blank form with what was understood on it: who goes in, and the way out through the gate. */
export function FormDesk({ chosen }: { chosen: ChosenBlank }) {
  const client = useClient();
  const year = useYear();
  const { revision } = useRegister();
  const notices = useNotices();
  const work = useFormWork();
  const { word, sheet: looked, who, bundle, look, say, leave, setBundle } = useFormDesk();
  const form = useQuery({ queryKey: ['form', chosen.key, word], queryFn: () => client.templates.look({ blank: chosen.blank, word: sent(word) }), placeholderData: (before) => before });
  const count = useQuery({
    queryKey: ['formCount', chosen.key, word, who, year, revision],
    enabled: form.data !== undefined,
    queryFn: () => client.templates.count({ blank: chosen.blank, word: sent(word), who: who.who, year }),
    placeholderData: (before) => before,
  });
  if (form.isError || !form.data) return <section className="report-main"><FormHead name={chosen.name} leave={leave} /><div className="report-body"><Reading of={form} what="空表" /></div></section>;
  const { form: read, remembered, sheetsCan } = form.data;
  const sheet = read.sheets.find((each) => each.sheet === looked) ?? read.sheets.find(({ skip }) => !skip) ?? read.sheets[0];
  const targets = targetsOf(read).filter((target) => target !== '#ordinal');
  const several = read.each !== 'once' && (count.data?.fillings ?? 2) > 1;
  const save = async (): Promise<void> => {
    const leaving = await askLeave(chosen.name, 'reduced', read.each === 'household' ? levels : undefined);
    if (!leaving) return;
    try {
      const file = await work.run(client, (job) => client.templates.fillIn({ blank: chosen.blank, word: sent(word), who: who.who, year, ...leaving, bundle: sheetsCan ? bundle : 'files', job }));
      download(file, file.name);
      const leftOut = targets.filter((target) => !opensTarget(target, leaving.level)).map(targetLabel);
      notices.done(`已填好：${file.name}${leftOut.length > 0 ? `。按“${levelWords[leaving.level]}”没有填：${leftOut.join('、')}` : ''}`);
    } catch (error) {
      if (!isCancelled(error)) notices.refused(error, '填表');
    }
  };
  return (
    <section className="report-main" aria-label="填上级的空表">
      <FormHead name={remembered ? remembered.name : chosen.name} leave={leave}>
        <Button type="primary" disabled={work.running || targets.length === 0 || count.isError} onClick={() => void save()}>{goWords(read.each, count.data)}</Button>
      </FormHead>
      <div className="sheet-facts">
        <label><span>填谁</span><WhoPicker /></label>
        <label><span>怎么填</span><Select<Each> aria-label="怎么填" style={{ width: 208 }} value={read.each} onChange={(each) => say({ each })} options={eaches.map((each) => ({ value: each, label: eachWords[each] }))} /></label>
        {several && sheetsCan && <label><span>存成</span><Select aria-label="存成" style={{ width: 176 }} value={bundle} onChange={setBundle} options={[{ value: 'files', label: '一份一个文件（.zip）' }, { value: 'sheets', label: '一个文件，一份一张' }]} /></label>}
        {remembered && <span className="quiet">上次填过的表，照上次的填。</span>}
      </div>
      <WorkBar work={work} what="正在填表" />
      {count.isError && <div className="form-trouble"><Problem error={count.error} doing="数要填的人" /></div>}
      {sheet && <SheetPart sheet={sheet} form={form.data} look={look} />}
    </section>
  );
}

/** What was said, as it is sent: a copy of which nothing is shared with the screen. */
const sent = (word: ReturnType<typeof useFormDesk.getState>['word']) => ({
  ...(word.each ? { each: word.each } : {}),
  sheets: (word.sheets ?? []).map(({ headerRows, columns, places, ...sheet }) => ({ ...sheet, ...(headerRows ? { headerRows: [...headerRows] } : {}), columns: { ...columns }, places: { ...places } })),
});

function goWords(each: Each, count: { readonly fillings: number; readonly rows: number } | undefined): string {
  if (!count) return '填好并保存';
  return each === 'once' ? `填好 ${count.rows} 行并保存` : `填好 ${count.fillings} 份并保存`;
}

function FormHead({ name, leave, children }: { name: string; leave: () => void; children?: ReactNode }) {
  return (
    <header className="report-head">
      <h1>{name}</h1>
      <div className="report-actions">
        <Button onClick={leave}>换一张空表</Button>
        {children}
      </div>
    </header>
  );
}

/** One sheet of the form: what its rows are, and the blank itself. */
function SheetPart({ sheet, form, look }: { sheet: FormSheet; form: FormLook; look: (sheet: string) => void }) {
  const sayOf = useFormDesk((state) => state.sayOf);
  const { list, places, skip } = sheet;
  const shown = form.looks.find((each) => each.sheet === sheet.sheet);
  const unknown = (list?.columns ?? []).filter((column) => column.target === null && !isForms(column)).length + places.filter(({ target }) => target === null).length;
  return (
    <>
      <div className="sheet-facts">
        {form.form.sheets.length > 1 && <label><span>{form.kind === 'docx' ? '哪一块' : '工作表'}</span><Select aria-label="工作表" style={{ width: 160 }} value={sheet.sheet} onChange={look} options={form.form.sheets.map((each) => ({ value: each.sheet, label: `${each.sheet}${each.skip ? '（不填）' : ''}` }))} /></label>}
        <label><span>名单的每一行是</span><Select<string> aria-label="名单的每一行是" style={{ width: 176 }} disabled={skip} value={list?.subject ?? ''} showSearch={{ optionFilterProp: 'label' }} onChange={(subject) => sayOf({ sheet: sheet.sheet, subject: subjects.find((each) => each === subject) ?? null })} options={subjectOptions} /></label>
        <Checkbox checked={skip} onChange={({ target }) => sayOf({ sheet: sheet.sheet, skip: target.checked })}>{form.kind === 'docx' ? '这一块不填' : '这张表不填'}</Checkbox>
      </div>
      {shown && <FormTable look={shown} sheet={sheet} />}
      <p className="sheet-foot quiet" role="status">{footWords(sheet, unknown)}</p>
    </>
  );
}

function footWords({ list, places, skip }: FormSheet, unknown: number): string {
  if (skip) return '这张表原样不动。';
  const parts: string[] = [];
  if (list) {
    const { first, last, filled } = list.body;
    parts.push(`从第 ${first} 行填起，备好 ${Math.max(0, last - first + 1)} 行，不够的照样式添，下面的合计、签字往下移`);
    if (filled > 0) parts.push(`表里原有的 ${filled} 行会换掉`);
  } else if (places.length === 0) return '没有认出要填的地方。点一下表头那一行的行号；或者在空表里要填的格写上“{户主姓名}”这样的记号，再拖进来。';
  if (places.length > 0) parts.push(`${list ? '另有' : '有'} ${places.filter(({ target }) => target !== null).length} 处单独填`);
  if (unknown > 0) parts.push(`${unknown} 处空着，不对的点开改`);
  return `${parts.join('；')}。没填的地方一点不动。`;
}
