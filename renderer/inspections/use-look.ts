import { useCallback, useRef, useState } from 'react';
import type { InspectionDossier } from '../../shared/contract/inspections.ts';
import { useClient } from '../app/session.tsx';
import { useInspectionNews } from './use-inspection.ts';

export interface Look {
  /** The household that is shown or being read; null while none is. */
  readonly household: number | null;
  readonly dossier: InspectionDossier | null;
  readonly trouble: unknown;
  readonly open: (household: number) => void;
}

/** The dossier on the screen. Every opening asks the core anew, for each is a line in the log; nothing is shown from memory. */
export function useLook(): Look {
  const client = useClient();
  const news = useInspectionNews();
  const [shown, setShown] = useState<Omit<Look, 'open'>>({ household: null, dossier: null, trouble: null });
  const wanted = useRef(0);
  const open = useCallback(
    (household: number): void => {
      const turn = ++wanted.current;
      setShown({ household, dossier: null, trouble: null });
      client.inspections.look({ household }).then(
        (dossier) => {
          if (turn === wanted.current) setShown({ household, dossier, trouble: null });
          void news();
        },
        (trouble: unknown) => {
          if (turn === wanted.current) setShown({ household, dossier: null, trouble });
        },
      );
    },
    [client, news],
  );
  return { ...shown, open };
}
