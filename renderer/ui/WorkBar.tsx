import { Button, Progress } from 'antd';
import { Later } from './Later.tsx';
import type { Work } from './work.ts';

/** What is being done, how many of how many, and 取消; `now` where whoever shows it has waited already. */
export function WorkBar({ work, what, now = false }: { work: Work; what: string; now?: boolean }) {
  if (!work.running) return null;
  const { progress } = work;
  const total = progress?.total ?? 0;
  const done = progress?.done ?? 0;
  const bar = (
    <div className="work-bar" role="status">
      <div>
        <div className="work-what">
          <span>{progress?.what || what}</span>
          {total > 0 && <span className="nowrap">{done} / {total}</span>}
        </div>
        <Progress
          percent={total > 0 ? Math.floor((done / total) * 100) : 0}
          showInfo={false}
          size="small"
          aria-label={what}
        />
      </div>
      <Button onClick={work.cancel}>取消</Button>
    </div>
  );
  return now ? bar : <Later after={500}>{bar}</Later>;
}
