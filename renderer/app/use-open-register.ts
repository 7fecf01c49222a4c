import { useCallback } from 'react';
import type { RegisterInfo } from '../../shared/contract/registers.ts';
import { type NoticeAction, useNotices } from '../ui/messages.tsx';
import { refusalOf } from '../ui/refusal.ts';
import { useClient } from './session.tsx';
import { useShowRegister } from './use-show-register.ts';

/** Whether a register could not be opened because another program has it. */
export const isInUse = (error: unknown): boolean => refusalOf(error)?.code === 'REGISTER_IN_USE';

export const openACopy = '打开一份副本来看';

/** Opens a register and shows it; where another program has it, a copy to look at is offered. */
export function useOpenRegister(): (call: () => Promise<RegisterInfo | null>) => Promise<void> {
  const client = useClient();
  const show = useShowRegister();
  const notices = useNotices();
  return useCallback(
    async (call) => {
      const go = async (opening: () => Promise<RegisterInfo | null>, action: (error: unknown) => NoticeAction | undefined): Promise<void> => {
        try {
          const register = await opening();
          if (register !== null) show(register);
        } catch (error) {
          notices.refused(error, '打开登记册', action(error));
        }
      };
      const copy: NoticeAction = { label: openACopy, run: () => void go(() => client.registers.openCopy(), () => undefined) };
      await go(call, (error) => (isInUse(error) ? copy : undefined));
    },
    [client, notices, show],
  );
}
