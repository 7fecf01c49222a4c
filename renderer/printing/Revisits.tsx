import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Revisit } from '../../shared/contract/walls.ts';
import { wallSetWords, wallSets, type WallSet } from '../../shared/papers/wall-sets.ts';
import { useClient, useRegister, useYear } from '../app/session.tsx';
import { Problem } from '../ui/Problem.tsx';
import { useWallDesk } from './wall-desk.ts';

/** What hangs somewhere and is no longer what the register says: where to go, what changed, and the way to reprint just that. */
export function Revisits({ reprint }: { reprint: (set: WallSet, sheets: readonly string[]) => void }) {
  const client = useClient();
  const year = useYear();
  const { revision } = useRegister();
  const printings = useWallDesk((desk) => desk.printings);
  const found = useQuery({ queryKey: ['wallRevisit', year, revision, printings], queryFn: () => client.walls.revisit({ year }) });
  if (found.isError) return <Problem error={found.error} doing="比对墙上的和登记册" retry={() => void found.refetch()} />;
  if (!found.data || found.data.length === 0) return null;
  return (
    <section className="wall-revisits" aria-label="墙上要换的">
      <h2>墙上要换的 {found.data.length} 处</h2>
      {wallSets.map((set) => <OfSet key={set} set={set} places={found.data.filter((place) => place.set === set)} reprint={reprint} />)}
    </section>
  );
}

function OfSet({ set, places, reprint }: { set: WallSet; places: readonly Revisit[]; reprint: (set: WallSet, sheets: readonly string[]) => void }) {
  if (places.length === 0) return null;
  const changed = places.filter(({ state }) => state === 'changed');
  const sheets = [...new Set(changed.flatMap((place) => place.sheets.map(({ key }) => key)))];
  const count = changed.reduce((sum, place) => sum + place.sheets.length, 0);
  return (
    <>
      {count > 0 && <Button block onClick={() => reprint(set, sheets)}>补打这 {count} 张</Button>}
      <ul aria-label={`${wallSetWords[set]}要换的`}>
        {places.slice(0, 200).map((place) => (
          <li key={place.subject + place.state}>
            <details>
              <summary><strong>{place.called}</strong> <span className="quiet">{place.where}</span>{place.state === 'gone' && '　已不在册，请撤下'}</summary>
              {place.sheets.map((sheet) => (
                <p key={sheet.key + sheet.edition}>
                  {sheet.title} <span className="quiet">版次 {sheet.edition}，{sheet.since} 打印</span>
                  {sheet.changes.slice(0, 6).map(({ what, was, now }) => <span key={what} className="wall-change">{what}：<del>{was || '空'}</del> {now || '空'}</span>)}
                  {sheet.changes.length > 6 && <span className="wall-change">还有 {sheet.changes.length - 6} 处</span>}
                </p>
              ))}
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
