import { mostNewRows } from '../../shared/contract/inserting.ts';
import { Refusal } from '../../shared/contract/errors.ts';
import type { LedgerSubjectKey, RecordSubject } from '../../shared/sheets/subject.ts';
import { tableOf } from '../../shared/sheets/table.ts';
import type { BlockRest } from '../grid/grid-context.ts';
import { newColumns } from './new-columns.ts';
import { freshDraft, useDrafts, withRest, type NewDraft } from './new-draft.ts';

type Subject = RecordSubject | LedgerSubjectKey;

function draftWith(subject: Subject, rest: BlockRest, into: NewDraft['into']): NewDraft {
  const table = tableOf(subject);
  const usual = newColumns(table);
  const draft = withRest(useDrafts.getState().drafts[subject] ?? freshDraft(usual, into), table, rest, usual);
  if (draft) return draft;
  throw new Refusal('NOT_ALLOWED', `粘贴的内容比表里的行多 ${rest.texts.length} 行，一次最多新增 ${mostNewRows} 行`, { remedy: '更多的请存成 Excel，用“导入”；或者先写入上次填着的新行' });
}

/** What of a block goes past the last row of a table waits in the sheet of its new rows. */
export const restOfBlock = {
  /** Refused before anything of the block is written. */
  refuse: (subject: Subject, rest: BlockRest): void => void draftWith(subject, rest, null),
  take: (subject: Subject, rest: BlockRest, into: NewDraft['into'] = null): void => useDrafts.getState().set(subject, draftWith(subject, rest, into)),
};
