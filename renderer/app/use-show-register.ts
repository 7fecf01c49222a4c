import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { RegisterInfo } from '../../shared/contract/registers.ts';
import { forgetImport } from '../importing/import-desk.ts';
import { forgetMatch } from '../importing/match-desk.ts';
import { forgetWalls } from '../printing/wall-desk.ts';
import { forgetForms } from '../reports/forms/form-desk.ts';
import { forgetDrafts } from '../ui/drafts.ts';
import { type Place, startOver } from './place.ts';
import { registerKey, useLookedAtDay } from './session.tsx';

/** Puts another register (or none) on the screen; nothing of the one before stays. */
export function useShowRegister(): (register: RegisterInfo | null, place?: Place) => void {
  const queries = useQueryClient();
  return useCallback(
    (register, place) => {
      useLookedAtDay.getState().look(null);
      forgetImport();
      forgetMatch();
      forgetWalls();
      forgetForms();
      forgetDrafts();
      startOver(place);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== registerKey[0] });
      queries.setQueryData(registerKey, register);
    },
    [queries],
  );
}
