import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Area } from '../../shared/contract/registers.ts';
import { useClient, useRefreshRegister, useSaving } from '../app/session.tsx';
import { AreaEditor } from '../ui/AreaEditor.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Reading } from '../ui/Reading.tsx';

/** The streets and villages that the office works with. */
export function AreaSettings() {
  const client = useClient();
  const refresh = useRefreshRegister();
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  const stored = useQuery({ queryKey: ['areas'], queryFn: () => client.registers.areas() });
  const [changed, setChanged] = useState<readonly Area[] | null>(null);

  const save = async (): Promise<void> => {
    if (!changed) return;
    try {
      await track(client.registers.saveAreas({ areas: [...changed] }));
      await refresh();
      setChanged(null);
      notices.done('地区已存');
    } catch (error) {
      notices.refused(error, '存地区');
    }
  };

  return (
    <section aria-labelledby="areas-title">
      <h2 id="areas-title">地区</h2>
      {(stored.isPending || stored.isError) && <Reading of={stored} what="地区" />}
      {stored.data && <AreaEditor areas={changed ?? stored.data} onChange={setChanged} height={252} />}
      <div className="area-save">
        <Button disabled={changed === null} onClick={() => void save()}>存地区</Button>
        {changed !== null && <Button type="text" onClick={() => setChanged(null)}>放弃改动</Button>}
      </div>
    </section>
  );
}
