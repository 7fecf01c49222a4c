import { Button } from 'antd';
import type { RecentRegister } from '../../shared/contract/registers.ts';
import { timeText } from '../ui/times.ts';

export function RecentRegisters(props: { recent: readonly RecentRegister[]; disabled: boolean; open: (ref: string) => void }) {
  if (props.recent.length === 0) return null;
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title">最近用过的</h2>
      <ul className="recent-list">
        {props.recent.map((register) => (
          <li key={register.ref}>
            <Button type="text" className="choice" disabled={props.disabled} onClick={() => props.open(register.ref)}>
              <strong>{register.name}</strong>
              <span className="quiet recent-file" title={register.file}>{register.file}</span>
              <span className="quiet nowrap">{timeText(register.openedAt)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
