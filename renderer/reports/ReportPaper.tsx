import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useClient, useRegister } from '../app/session.tsx';
import { PdfPages } from '../ui/PdfPages.tsx';
import { PrintButton } from '../ui/PrintButton.tsx';
import { Reading } from '../ui/Reading.tsx';

/** The very PDF that is printed, with the numbers of people masked as it leaves inside the offices. */
export function ReportPaper({ report, title, period, revision }: { report: string; title: string; period: string; revision: number }) {
  const client = useClient();
  const { file } = useRegister();
  const [withDefinitions, setWith] = useState(false);
  const page = useQuery({
    queryKey: ['reportPage', file, revision, report, period, withDefinitions],
    queryFn: () => client.reports.page({ report, period, withDefinitions }),
    gcTime: 0,
  });
  return (
    <div className="report-paper">
      <div className="report-paper-choices">
        <Checkbox checked={withDefinitions} onChange={(event) => setWith(event.target.checked)}>连同口径说明</Checkbox>
        <PrintButton client={client} kind="report" called={title} disabled={!page.data} take={() => client.reports.take({ report, period, as: 'pdf', level: 'reduced', withDefinitions })} />
      </div>
      {page.isError || !page.data ? <Reading of={page} doing="排打印样" /> : <PdfPages file={page.data} called="打印样" />}
    </div>
  );
}
