import { useState } from 'react';
import type { IdentityCase } from '../../shared/contract/identities.ts';
import { useClient, useRefreshRegister, useSaving } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { type Trouble, troubleOf } from '../ui/refusal.ts';

export interface IdentityDecisions {
  /** A decision is on its way. */
  readonly busy: boolean;
  /** Each answers null when it was done, else why not: it is told where it was asked for. */
  readonly decide: (of: IdentityCase, number: string) => Promise<Trouble | null>;
  readonly note: (of: IdentityCase, reason: string) => Promise<Trouble | null>;
  readonly unnote: (of: IdentityCase) => Promise<Trouble | null>;
}

/** Writes what the clerk decides about damaged numbers, tells it, and offers to take it back. */
export function useIdentityDecisions(): IdentityDecisions {
  const client = useClient();
  const refresh = useRefreshRegister();
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  const [busy, setBusy] = useState(false);

  const carryOut = async (doing: string, work: () => Promise<void>): Promise<Trouble | null> => {
    setBusy(true);
    let trouble: Trouble | null = null;
    try {
      await track(work());
    } catch (error) {
      trouble = troubleOf(error, doing);
    }
    // The next number need not wait until everything on screen is read again.
    setBusy(false);
    await refresh();
    return trouble;
  };

  const takeBack = (command: number): void =>
    void carryOut('撤销', async () => {
      try {
        const { kept } = await client.history.undo({ command });
        notices.done(kept.length === 0 ? '已撤销' : `已撤销；有 ${kept.length} 项后来又改过，没有动`);
      } catch (error) {
        notices.refused(error, '撤销');
      }
    });

  return {
    busy,
    decide: (of, number) =>
      carryOut('写入证件号码', async () => {
        const { told, command } = await client.identities.decide({ case: of.case, number, base: of.base });
        notices.done(told, { label: '撤销', run: () => takeBack(command) });
      }),
    note: (of, reason) =>
      carryOut('注明原因', async () => {
        await client.identities.note({ case: of.case, reason });
        notices.done(`${of.name}：已注明`);
      }),
    unnote: (of) => carryOut('重新处理', async () => void (await client.identities.unnote({ case: of.case }))),
  };
}
