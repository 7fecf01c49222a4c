import { Button } from 'antd';
import { departments as all } from '../../shared/register/departments.ts';

interface Props {
  readonly label: string;
  readonly departments: readonly string[];
  /** The order that holds where the office says nothing. */
  readonly usual: readonly string[] | undefined;
  /** Null: back to the usual order. */
  readonly save: (departments: readonly string[] | null) => void;
}

/** The departments of one field in their order; every change is kept at once. */
export function PrecedenceRow({ label, departments, usual, save }: Props) {
  const without = (name: string): readonly string[] => departments.filter((each) => each !== name);
  const forward = (at: number): readonly string[] => departments.map((each, place) => (place === at - 1 ? (departments[at] ?? each) : place === at ? (departments[at - 1] ?? each) : each));
  const changed = usual === undefined || usual.join() !== departments.join();
  return (
    <tr>
      <td>{label}</td>
      <td>
        <ol className="precedence" aria-label={`${label}：部门先后`}>
          {departments.map((name, at) => (
            <li key={name} className="tag">
              <span>{at + 1} {name}</span>
              {at > 0 && <button type="button" aria-label={`${label}：${name}往前`} title="往前" onClick={() => save(forward(at))}>↑</button>}
              <button type="button" aria-label={`${label}：不排${name}`} title="不排" onClick={() => save(departments.length > 1 || usual !== undefined ? without(name) : null)}>×</button>
            </li>
          ))}
          <li>
            <select className="plain-select" aria-label={`${label}：加部门`} value="" onChange={({ target }) => save([...departments, target.value])}>
              <option value="">加部门</option>
              {all.filter((name) => !departments.includes(name)).map((name) => <option key={name} value={name}>{name}</option>)}
            </select>
          </li>
        </ol>
      </td>
      <td className="nowrap">
        {changed && <><span className="quiet">{usual === undefined ? '' : `平常：${usual.join('、')} `}</span><Button size="small" onClick={() => save(null)}>{usual === undefined ? '不排了' : '照平常'}</Button></>}
      </td>
    </tr>
  );
}
