import { useEffect } from 'react';
import { useClient } from '../app/session.tsx';
import { useImportDesk } from './import-desk.ts';
import './importing.css';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportStart } from './ImportStart.tsx';
import { useOfferedFiles } from './offered-files.ts';

export function ImportScreen() {
  const client = useClient();
  const { stage, summary, plan } = useImportDesk();
  const offered = useOfferedFiles((state) => state.files);
  const take = useOfferedFiles((state) => state.take);
  const busy = stage === 'planning' || stage === 'committing';
  useEffect(() => {
    if (offered.length > 0 && !busy) void plan(client, take());
  }, [offered, busy, plan, client, take]);
  return summary === null ? <ImportStart /> : <ImportPreview />;
}
