import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { type Precedence, usualPrecedence } from '../../shared/register/departments.ts';
import { findField, vocabulary } from '../../shared/register/vocabulary.ts';
import { useClient, useSaving } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Reading } from '../ui/Reading.tsx';
import { PrecedenceRow } from './PrecedenceRow.tsx';

const key = ['precedence'] as const;

/** Which department decides a field that two of them tell differently. */
export function PrecedenceSettings() {
  const client = useClient();
  const queries = useQueryClient();
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  const stored = useQuery({ queryKey: key, queryFn: () => client.importing.precedence() });
  const save = async (field: string, departments: readonly string[] | null): Promise<void> => {
    try {
      queries.setQueryData<Precedence>(key, await track(client.importing.setPrecedence({ field, departments: departments === null ? null : [...departments] })));
    } catch (error) {
      notices.refused(error, '存部门先后');
    }
  };
  const own = Object.entries(stored.data ?? {}).filter(([field, departments]) => departments.length > 0 || field in usualPrecedence);
  const listed = new Set(own.map(([field]) => field));
  const others = vocabulary().filter(({ entity, derived, key: field }) => entity !== 'entry' && entity !== 'helper' && derived === undefined && !listed.has(field));
  return (
    <section aria-labelledby="precedence-title">
      <h2 id="precedence-title">说法不一时，以谁为准</h2>
      <p className="quiet">两个部门的表对同一项说法不同，排在前面的部门为准；没有排的部门在后面。没有列在这里的项目，以后导入的为准。手工改过的，哪个部门都不盖。</p>
      {(stored.isPending || stored.isError) && <Reading of={stored} what="部门先后" />}
      {stored.data && (
        <>
          <table className="plain-table precedence-table">
            <thead><tr><th>项目</th><th>部门先后</th><th aria-label="改回" /></tr></thead>
            <tbody>
              {own.map(([field, departments]) => (
                <PrecedenceRow key={field} label={findField(field)?.label ?? field} departments={departments} usual={usualPrecedence[field]} save={(next) => void save(field, next)} />
              ))}
            </tbody>
          </table>
          <Select<string>
            aria-label="再加一个项目"
            className="precedence-add"
            placeholder="再加一个项目……"
            style={{ width: 240 }}
            value={null}
            showSearch={{ optionFilterProp: 'label' }}
            options={others.map((field) => ({ value: field.key, label: field.label }))}
            onChange={(field: string) => void save(field, ['扶贫办'])}
          />
        </>
      )}
    </section>
  );
}
