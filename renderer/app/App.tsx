import { useEffect, useState } from 'react';
import type { Client } from '../client/connect.ts';

/** Placeholder: shows that the page reaches its core. */
export function App({ client }: { client: Client }) {
  const [line, setLine] = useState('正在打开……');
  useEffect(() => {
    client.app.info().then(
      (info) => setLine(`明册 ${info.version}`),
      () => setLine('没有连上程序'),
    );
  }, [client]);
  return <main>{line}</main>;
}
