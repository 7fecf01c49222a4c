import { Button } from 'antd';
import type { OwnColumnUse } from '../../shared/contract/own-columns.ts';
import { ownKinds, ownSecrets, ownStates } from '../../shared/register/own/own-column.ts';
import { aboutWords, typedOf } from '../own/typed-column.ts';

/** The office's own columns, one a line. */
export function OwnColumnList({ uses, change }: { uses: readonly OwnColumnUse[]; change: (use: OwnColumnUse) => void }) {
  return (
    <table className="plain-table">
      <thead><tr><th>列名</th><th>记在谁名下</th><th>填什么</th><th>谁能看</th><th className="amount">填了</th><th>用不用</th><th aria-label="改动" /></tr></thead>
      <tbody>
        {uses.map((use) => {
          const { column, values } = use;
          return (
            <tr key={column.key}>
              <td>{column.label}</td>
              <td>{aboutWords[typedOf(column).about]}</td>
              <td>{ownKinds[column.kind]}{column.kind === 'code' && <span className="own-samples">：{column.choices.map(({ value }) => value).join('、')}</span>}</td>
              <td>{ownSecrets[column.secret]}</td>
              <td className="amount">{values} 行</td>
              <td>{ownStates[column.state]}</td>
              <td><Button size="small" aria-label={`改“${column.label}”`} onClick={() => change(use)}>改……</Button></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
