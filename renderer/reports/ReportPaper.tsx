import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useEffect, useState } from 'react';
import { useClient, useRegister } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';

/** The very page that is printed, with the numbers of people masked as it leaves inside the offices. */
export function ReportPaper({ report, period, revision }: { report: string; period: string; revision: number }) {
  const client = useClient();
  const { file } = useRegister();
  const [withDefinitions, setWith] = useState(false);
  const page = useQuery({
    queryKey: ['reportPage', file, revision, report, period, withDefinitions],
    queryFn: () => client.reports.page({ report, period, withDefinitions, fontsUrl: new URL('/fonts/', document.baseURI).href }),
  });
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!page.data) return;
    const made = URL.createObjectURL(new Blob([page.data], { type: 'text/html' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [page.data]);
  if (page.isError || !page.data) return <Reading of={page} doing="排打印样" />;
  return (
    <div className="report-paper">
      <Checkbox checked={withDefinitions} onChange={(event) => setWith(event.target.checked)}>连同口径说明</Checkbox>
      {/* The page holds no script, and its policy lets none run. */}
      {address !== null && <iframe sandbox="allow-same-origin" title="打印样" src={address} />}
    </div>
  );
}
