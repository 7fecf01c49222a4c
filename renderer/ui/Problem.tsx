import { Button } from 'antd';
import type { ReactNode } from 'react';
import { troubleOf } from './refusal.ts';

/** A refusal or defect, told where it happened. `doing` names what was being done; see troubleOf. */
export function Problem(props: { error: unknown; doing?: string; retry?: (() => void) | undefined; actions?: ReactNode }) {
  const { what, where, remedy } = troubleOf(props.error, props.doing);
  return (
    <div className="problem" role="alert">
      <span className="notice-mark" aria-hidden>!</span>
      <div className="notice-text">
        <strong>{what}</strong>
        {where !== undefined && <div className="quiet">{where}</div>}
        {remedy !== undefined && <div>{remedy}</div>}
        {props.retry && <Button size="small" className="notice-action" onClick={props.retry}>再试一次</Button>}
        {props.actions}
      </div>
    </div>
  );
}
