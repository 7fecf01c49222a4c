import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { paints, signs, type Format, type Paint } from '../../../shared/views/view.ts';
import { conditionOf, draftOf, testsOf, type Draft, type Test } from '../../grid/condition-draft.ts';
import { filterWords } from '../../grid/filter-words.ts';
import { KeyPopover } from '../../ui/KeyPopover.tsx';
import type { Views } from './use-views.ts';
import './views.css';

const paintWords: Readonly<Record<Paint, string>> = { red: '红底', amber: '黄底', green: '绿底', blue: '蓝底', grey: '灰底' };

/** Conditional formats of the table: which cells bear which sign and ground. They go with the view. */
export function FormatMenu({ views }: { views: Views }) {
  const { formats, setFormats } = views;
  const [open, setOpen] = useState(false);
  return (
    <KeyPopover
      open={open}
      onOpenChange={setOpen}
      content={(
        <div className="format-panel" role="dialog" aria-label="格式">
          {formats.length === 0 && <p className="quiet">按条件给格子加底色和记号，跟着视图一起保存。</p>}
          <ul className="format-list" aria-label="已有的格式">
            {formats.map((format, at) => (
              <li key={JSON.stringify(format)}>
                <Sample format={format} />
                <span>{filterWords(format.when)}{format.wholeRow && <span className="quiet">，整行</span>}</span>
                <Button size="small" disabled={at === 0} aria-label={`${filterWords(format.when)} 往前`} title="前面的先算" onClick={() => setFormats([...formats.slice(0, at - 1), format, ...formats.slice(at - 1, at), ...formats.slice(at + 1)])}>↑</Button>
                <Button size="small" aria-label={`去掉格式 ${filterWords(format.when)}`} onClick={() => setFormats(formats.filter((_, other) => other !== at))}>去掉</Button>
              </li>
            ))}
          </ul>
          <NewFormat views={views} add={(format) => setFormats([...formats, format])} />
        </div>
      )}
    >
      <Button type="text" aria-haspopup="dialog">格式{formats.length > 0 && ` ${formats.length}`} ▾</Button>
    </KeyPopover>
  );
}

const Sample = ({ format: { paint, sign } }: { format: Pick<Format, 'paint' | 'sign'> }) => <span className={`format-sample paint-${paint}`}>{sign}</span>;

function NewFormat({ views, add }: { views: Views; add: (format: Format) => void }) {
  const { fields } = views.table;
  const shown = new Set((views.body().columns ?? []).filter((column) => column.shown).map(({ field }) => field));
  const offered = fields.filter(({ key }) => shown.has(key));
  const [key, setKey] = useState(offered[0]?.key ?? '');
  const field = fields.find((each) => each.key === key) ?? offered[0];
  const [draft, setDraft] = useState<Draft | null>(null);
  const [paint, setPaint] = useState<Paint>('amber');
  const [sign, setSign] = useState<Format['sign']>('△');
  const [wholeRow, setWholeRow] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  if (!field) return null;
  const now = draft ?? draftOf(null, field);
  return (
    <form
      className="format-new"
      aria-label="新的格式"
      onSubmit={(event) => {
        event.preventDefault();
        const when = conditionOf(field, now);
        if (when === null) return setWhy('还没有填条件的值');
        if (typeof when === 'string') return setWhy(when);
        setWhy(null);
        setDraft({ ...now, text: '', until: '' });
        add({ when, paint, sign, wholeRow });
      }}
    >
      <select className="plain-select" aria-label="哪一列" value={field.key} onChange={(event) => { setKey(event.target.value); setDraft(null); }}>
        {offered.map((each) => <option key={each.key} value={each.key}>{each.label}</option>)}
      </select>
      <select className="plain-select" aria-label="条件" value={now.test} onChange={(event) => { const test = testsOf(field).find(([each]) => each === event.target.value)?.[0]; if (test) setDraft({ ...now, test }); }}>
        {testsOf(field).map(([test, word]) => <option key={test} value={test}>{word}</option>)}
      </select>
      {!withoutValue.has(now.test) && <input className="plain-input" aria-label="条件的值" value={now.text} onChange={(event) => setDraft({ ...now, text: event.target.value })} />}
      {now.test === 'between' && <input className="plain-input" aria-label="到" value={now.until} onChange={(event) => setDraft({ ...now, until: event.target.value })} />}
      <select className="plain-select" aria-label="底色" value={paint} onChange={(event) => setPaint(paints.find((each) => each === event.target.value) ?? paint)}>
        {paints.map((each) => <option key={each} value={each}>{paintWords[each]}</option>)}
      </select>
      <select className="plain-select" aria-label="记号" value={sign} onChange={(event) => setSign(signs.find((each) => each === event.target.value) ?? sign)}>
        {signs.map((each) => <option key={each} value={each}>{each}</option>)}
      </select>
      <Checkbox checked={wholeRow} onChange={(event) => setWholeRow(event.target.checked)}>整行</Checkbox>
      <Sample format={{ paint, sign }} />
      <Button size="small" type="primary" htmlType="submit">新增</Button>
      {why !== null && <p className="value-why" role="alert">▲ {why}</p>}
    </form>
  );
}

const withoutValue = new Set<Test>(['blank', 'notBlank']);
