import { hashKey, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useState } from 'react';
import { type Client, whenLost } from '../client/connect.ts';
import '../styles/base.css';
import '../styles/parts.css';
import '../styles/notices.css';
import '../styles/sheet.css';
import '../styles/beside.css';
import { theme } from '../styles/theme.ts';
import { LeaveGate } from '../ui/LeaveGate.tsx';
import { applyAppearance } from '../ui/appearance.ts';
import { NoticeBoard } from '../ui/messages.tsx';
import { clearSign, findSign, openSign } from '../ui/signs.tsx';
import './app.css';
import { FaultBoundary } from './FaultBoundary.tsx';
import { lookedAtDay } from './looked-at-day.ts';
import { LostConnection } from './LostConnection.tsx';
import { Opening } from './Opening.tsx';
import { ClientProvider } from './session.tsx';

// Before anything is drawn.
applyAppearance();

/** The core is on the same machine: what fails once fails again, what another window writes is followed (use-follow-writes.ts). What is read of a past day has keys of its own. */
const queries = new QueryClient({ defaultOptions: { queries: { queryKeyHashFn: (key) => hashKey([lookedAtDay(), ...key]), retry: false, refetchOnWindowFocus: false, staleTime: 0, networkMode: 'always' }, mutations: { networkMode: 'always' } } });

export function App({ client }: { client: Client }) {
  const [lost, setLost] = useState(false);
  useEffect(() => whenLost(() => setLost(true)), []);
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }} componentSize="middle" select={{ suffixIcon: openSign, clearIcon: clearSign }} inputSearch={{ searchIcon: findSign }}>
      <FaultBoundary>
        <QueryClientProvider client={queries}>
          <ClientProvider client={client}>
            {lost ? <LostConnection /> : <Opening />}
            <LeaveGate />
            <NoticeBoard />
          </ClientProvider>
        </QueryClientProvider>
      </FaultBoundary>
    </ConfigProvider>
  );
}
