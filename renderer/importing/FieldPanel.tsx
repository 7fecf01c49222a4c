import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { useClient } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { type FieldChange, gathered } from './field-changes.ts';
import { usePreviewView } from './preview-view.ts';
import { planKeys, useChoose } from './use-choose.ts';
import { clearable } from '../ui/signs.tsx';

/** Which fields change in how many rows: to narrow the lists by one, and to leave a column out. */
export function FieldPanel({ summary }: { summary: BatchSummary }) {
  const client = useClient();
  const sheet = usePreviewView((state) => state.sheet);
  const [text, setText] = useState('');
  const found = useQuery({ queryKey: [planKeys.fields, summary.batch], queryFn: () => client.importing.fields({ batch: summary.batch }) });
  if (found.isPending || found.isError) return <Reading of={found} what="项目" />;
  const all = gathered(found.data, sheet);
  const fields = all.filter(({ label }) => label.includes(text.trim()));
  return (
    <div className="field-panel">
      {all.length > 8 && <Input size="small" type="search" allowClear={clearable} aria-label="找项目" placeholder="找项目" value={text} onChange={(event) => setText(event.target.value)} />}
      {all.length === 0 && <p className="quiet">没有要改的项目。新户、新人的某一列不想收，请点开那张表，把这一列选成“不收”。</p>}
      {all.length > 0 && fields.length === 0 && <p className="quiet">没有名字里带“{text.trim()}”的项目。</p>}
      <ul>{fields.map((field) => <FieldLine key={field.key} field={field} />)}</ul>
    </div>
  );
}

function FieldLine({ field }: { field: FieldChange }) {
  const choose = useChoose();
  const { field: chosen, showing, list, show } = usePreviewView();
  const pressed = chosen?.key === field.key && (showing === 'households' || showing === 'rows');
  return (
    <li className={field.skipped ? 'field-left' : ''}>
      <button type="button" className="field-name" aria-pressed={pressed} title={pressed ? '看全部' : '只看改这一项的'} onClick={() => show(pressed ? { field: null } : { showing: list, sieve: 'all', field: { key: field.key, label: field.label } })}>
        <span>{field.label}</span>
        <span className="amount nowrap">{field.rows} 行</span>
      </button>
      <button type="button" className="tick" aria-pressed={field.skipped} title={field.skipped ? '照收' : '这一列不收'} aria-label={`“${field.label}”这一列不收`} onClick={() => field.sheets.forEach((sheet) => choose('column', `${sheet}|${field.key}`, field.skipped ? null : 'skip'))}>不收</button>
    </li>
  );
}
