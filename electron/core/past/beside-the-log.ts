/** What becomes of a table that is no entity of the log when the register is turned back to a command and to the end of a day. */
export type Fate = 'asToday' | { /** Run with the last command that counts. */ readonly after: string } | { /** Run with the first moment after the day. */ readonly since: string };

const ofLaterImports = (table: string): Fate => ({ after: `DELETE FROM main.${table} WHERE batch IN (SELECT number FROM importBatch WHERE command IS NULL OR command > ?)` });

/**
 * Every such table, in the order in which they are turned back. What bears the number of a command or the time is cut off there;
 * what was only ever overwritten is as it is today.
 */
export const besideTheLog: Readonly<Record<string, Fate>> = {
  meta: 'asToday',
  area: 'asToday',
  sheetLayout: 'asToday',
  formTemplate: 'asToday',
  codeAnswer: 'asToday',
  matchAnswer: 'asToday',
  documentContent: 'asToday',
  savedView: 'asToday',
  startView: 'asToday',
  // A list is frozen to be looked at from whatever day.
  frozenList: 'asToday',
  frozenRow: 'asToday',
  // What was sent and what left bears its own day and is never turned back: it did leave.
  frozenReport: 'asToday',
  outgoing: 'asToday',
  outgoingWhose: 'asToday',
  wallPrinting: 'asToday',
  wallEdition: 'asToday',
  wallHanging: 'asToday',
  wallNotPrinted: 'asToday',
  // An inspection was made on its own day, whatever day is looked at.
  inspection: 'asToday',
  inspectionEnd: 'asToday',
  inspectionDraw: 'asToday',
  inspectionHousehold: 'asToday',
  inspectionShown: 'asToday',
  inspectionResult: 'asToday',
  inspectionTakenBack: 'asToday',
  sourceDecision: { after: 'DELETE FROM sourceDecision WHERE command > ?' },
  undoReport: { after: 'DELETE FROM undoReport WHERE command > ?' },
  checkRun: { after: 'DELETE FROM checkRun WHERE revision > ?' },
  identityNote: { since: 'DELETE FROM identityNote WHERE at >= ?' },
  refusedRowDone: { since: 'DELETE FROM refusedRowDone WHERE at >= ?' },
  planRow: ofLaterImports('planRow'),
  planAbsent: ofLaterImports('planAbsent'),
  planGroup: ofLaterImports('planGroup'),
  planChoice: ofLaterImports('planChoice'),
  importSheet: ofLaterImports('importSheet'),
  importBatch: { after: 'DELETE FROM importBatch WHERE command IS NULL OR command > ?' },
};
