import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { RowsQuery } from '../../../shared/contract/tables.ts';
import type { Table } from '../../../shared/sheets/table.ts';
import { useClient, useRegister } from '../../app/session.tsx';
import { isLong } from './long-register.ts';

/** How many of the rows in the table the rules find something of, and the way to the next of them; of a long table the way alone. */
export function FindingsButton({ table, question, next }: { table: Table; question: RowsQuery; next: () => void }) {
  const client = useClient();
  const register = useRegister();
  const { revision } = register;
  const long = isLong(register);
  const asked = { ...question, filters: [...(question.filters ?? []), { field: '' as const, test: 'group' as const, group: 'findings' as const }] };
  const counts = useQuery({ queryKey: ['marked', asked, revision], enabled: !long, queryFn: ({ signal }) => client.views.counts({ questions: [{ key: 'marked', question: asked }] }, { signal }), placeholderData: (before) => before });
  const found = counts.data?.['marked'];
  if (long) return <Button type="text" size="small" className="records-findings" title="下一处 F8，上一处 Shift+F8" onClick={next}>△ 下一处疑点 ›</Button>;
  if (found === undefined) return null;
  if (found === 0) return <span className="quiet records-findings">没有疑点</span>;
  return (
    <Button type="text" size="small" className="records-findings" title="下一处 F8，上一处 Shift+F8" onClick={next}>△ 有疑点 {found} {table.one} ›</Button>
  );
}
