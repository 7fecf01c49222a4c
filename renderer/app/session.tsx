import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { clientAt } from '../../shared/contract/client-at.ts';
import type { RegisterInfo } from '../../shared/contract/registers.ts';
import { dayWords } from '../../shared/fields/day-words.ts';
import { speak } from '../../shared/register/own/spoken.ts';
import type { Lock } from '../../shared/sheets/table-lock.ts';
import type { Client } from '../client/connect.ts';
import { type NoticeAction, useNotices } from '../ui/messages.tsx';
import { useLookedAtDay } from './looked-at-day.ts';
import { useSaving } from './saving.ts';

export { navigate, type Place, usePlace } from './place.ts';
export { useSaving } from './saving.ts';
export { useLookedAtDay } from './looked-at-day.ts';
export { useRefreshes } from './refreshes.ts';

const ClientContext = createContext<Client | null>(null);

export function ClientProvider({ client, children }: { client: Client; children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

/** The typed client of the core; while a past day is looked at, whatever is asked is asked of that day. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  const day = useLookedAtDay((state) => state.day);
  if (client === null) throw new Error('useClient outside of ClientProvider');
  return useMemo(() => (day === null ? client : clientAt(client, day)), [client, day]);
}

interface Session {
  readonly register: RegisterInfo;
  readonly year: number;
  readonly setYear: (year: number) => void;
}

const SessionContext = createContext<Session | null>(null);

/** Stands around the screens while a register is open. */
export function SessionProvider({ register, children }: { register: RegisterInfo; children: ReactNode }) {
  // Before anything below asks for a field: what this register adds to the vocabulary.
  speak(register.own);
  const [chosen, setYear] = useState<number | null>(null);
  const year = chosen ?? register.workingYear;
  const session = useMemo(() => ({ register, year, setYear }), [register, year]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('No register is open here');
  return session;
}

/** The open register; its `revision` grows with every write. */
export const useRegister = (): RegisterInfo => useSession().register;

/** The year whose records the screens show: the working year until another is chosen. */
export const useYear = (): number => useSession().year;
export const useSetYear = (): ((year: number) => void) => useSession().setYear;

const ofAPastDay = (day: string): Lock => ({ what: `您正在看 ${dayWords(day)} 的登记册，只能看`, remedy: '要改，请先回到今天' });
const ofACopy: Lock = { what: '您看的是一份副本，只能看', remedy: '要改，请到打开着它的那个窗口或那台电脑上改' };

/** Why nothing can be written now; null where it can. What writes is not offered meanwhile. */
export function useOnlyLooking(): Lock | null {
  const day = useLookedAtDay((state) => state.day);
  const { copiedAt } = useRegister();
  return useMemo(() => (day !== null ? ofAPastDay(day) : copiedAt !== null ? ofACopy : null), [day, copiedAt]);
}

/** The key under which the open register is read. */
export const registerKey = ['register'] as const;

/** After a write: reads the register's facts again, and whatever else is on screen. */
export function useRefreshRegister(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries(), [queries]);
}

/** 撤销 beside what is told: takes that very command back, whatever was done since. */
export function useTakeBack(): (command: number) => NoticeAction {
  const client = useClient();
  const refresh = useRefreshRegister();
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  return useCallback(
    (command) => {
      const takeBack = async (): Promise<void> => {
        try {
          await track(client.history.undo({ command }));
          await refresh();
        } catch (error) {
          notices.refused(error, '撤销');
        }
      };
      return { label: '撤销', run: () => void takeBack() };
    },
    [client, notices, refresh, track],
  );
}
