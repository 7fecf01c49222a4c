import { useCallback } from 'react';
import { useClient } from '../app/session.tsx';
import { type Said, useImportDesk } from './import-desk.ts';
import { questionKey, usePending, withWords } from './sheet-words.ts';

/** Compares the same files again, with everything that was said meanwhile and `more`. */
export function useReplan(): (more?: Partial<Said>) => Promise<void> {
  const client = useClient();
  const replan = useImportDesk((state) => state.replan);
  return useCallback(
    async (more = {}) => {
      const { said } = useImportDesk.getState();
      const { words, answers } = usePending.getState();
      const given = Object.values(answers);
      const answered = new Set(given.map(questionKey));
      await replan(client, {
        words: withWords(said.words, Object.values(words)),
        answers: [...said.answers.filter((before) => !answered.has(questionKey(before))), ...given],
        ...more,
      });
    },
    [client, replan],
  );
}
