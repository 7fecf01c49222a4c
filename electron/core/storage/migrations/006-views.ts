/**
 * Version 6: views of the tables that somebody saved (`owner` is '' where they are for everybody; `body` as shared/views/view.ts
 * has it), with which of them a table opens for whom, and lists of rows frozen as they stood on a day. What is taken out keeps
 * its row with `removedAt`, so that it can be brought back.
 */
export const views = `
CREATE TABLE savedView (
  id TEXT PRIMARY KEY NOT NULL,
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  owner TEXT NOT NULL,
  madeBy TEXT NOT NULL,
  madeAt TEXT NOT NULL,
  changedAt TEXT NOT NULL,
  body TEXT NOT NULL,
  removedAt TEXT
) STRICT;
CREATE TABLE startView (who TEXT NOT NULL, subject TEXT NOT NULL, view TEXT NOT NULL, PRIMARY KEY (who, subject)) STRICT;
CREATE TABLE frozenList (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  subject TEXT NOT NULL,
  year INTEGER NOT NULL,
  day TEXT NOT NULL,
  reason TEXT NOT NULL,
  question TEXT NOT NULL,
  households INTEGER NOT NULL,
  people INTEGER NOT NULL,
  madeBy TEXT NOT NULL,
  madeAt TEXT NOT NULL,
  removedAt TEXT
) STRICT;
CREATE TABLE frozenRow (
  list TEXT NOT NULL REFERENCES frozenList (id),
  rowId TEXT NOT NULL,
  householdId TEXT NOT NULL,
  title TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (list, rowId)
) STRICT, WITHOUT ROWID;
`;
