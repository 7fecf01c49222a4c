/**
 * Version 2: ledgers of every kind, and an import that is asked about, decided and remembered.
 *
 * `entry` holds the records of all ledgers (shared/register/ledgers): `data` is a JSON object by field key, `entryKey` by
 * what the record is known again (subject, year, the ledger's own keys) and is kept by the row store. A plan row's
 * `grouping` is its household's id or its own place, `fields` the keys of the values that it would change. What was answered once — layouts, code values, who is meant by
 * a line of a list, which department decides — is kept for the next file.
 */
export const importsOfEveryKind = `
CREATE TABLE entry (
  id TEXT PRIMARY KEY NOT NULL,
  ledger TEXT NOT NULL,
  householdId TEXT REFERENCES household (id),
  memberId TEXT REFERENCES member (id),
  year INTEGER,
  data TEXT NOT NULL,
  entryKey TEXT NOT NULL,
  extra TEXT,
  revision INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_by_key ON entry (ledger, entryKey);
CREATE INDEX entry_by_household ON entry (householdId, ledger);
CREATE INDEX entry_by_member ON entry (memberId, ledger);

ALTER TABLE householdYear ADD COLUMN "industryHelp" TEXT;
ALTER TABLE householdYear ADD COLUMN "publicPostIncome" INTEGER;
ALTER TABLE householdYear ADD COLUMN "otherWageIncome" INTEGER;
ALTER TABLE householdYear ADD COLUMN "industryAward" INTEGER;
ALTER TABLE householdYear ADD COLUMN "jobAward" INTEGER;
ALTER TABLE householdYear ADD COLUMN "costSubsidy" INTEGER;

ALTER TABLE importSheet ADD COLUMN department TEXT NOT NULL DEFAULT '扶贫办';
ALTER TABLE importSheet ADD COLUMN dataDate TEXT;
ALTER TABLE importSheet ADD COLUMN fingerprint TEXT;

ALTER TABLE planRow ADD COLUMN grouping TEXT;
ALTER TABLE planRow ADD COLUMN fields TEXT NOT NULL DEFAULT '';
ALTER TABLE planRow ADD COLUMN decided INTEGER NOT NULL DEFAULT 0;
ALTER TABLE planAbsent ADD COLUMN memberId TEXT;

CREATE TABLE planGroup (
  batch INTEGER NOT NULL REFERENCES importBatch (number),
  ordinal INTEGER NOT NULL,
  grouping TEXT NOT NULL,
  verdicts INTEGER NOT NULL,
  PRIMARY KEY (batch, ordinal)
) STRICT;
CREATE INDEX planRow_by_grouping ON planRow (batch, grouping, position);

CREATE TABLE planChoice (
  batch INTEGER NOT NULL REFERENCES importBatch (number),
  scope TEXT NOT NULL CHECK (scope IN ('row', 'household', 'column', 'cell', 'verdict')),
  target TEXT NOT NULL,
  choice TEXT NOT NULL CHECK (choice IN ('take', 'skip')),
  PRIMARY KEY (batch, scope, target)
) STRICT;

CREATE TABLE sheetLayout (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  department TEXT NOT NULL,
  fingerprint TEXT NOT NULL UNIQUE,
  columns TEXT NOT NULL,
  firstUsed TEXT NOT NULL,
  lastUsed TEXT NOT NULL,
  lastFile TEXT NOT NULL,
  uses INTEGER NOT NULL
) STRICT;

CREATE TABLE codeAnswer (
  department TEXT NOT NULL,
  field TEXT NOT NULL,
  written TEXT NOT NULL,
  value TEXT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  PRIMARY KEY (department, field, written)
) STRICT;

CREATE TABLE matchAnswer (
  list TEXT NOT NULL,
  theirs TEXT NOT NULL,
  memberId TEXT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  PRIMARY KEY (list, theirs)
) STRICT;

CREATE TABLE sourceDecision (
  seq INTEGER PRIMARY KEY NOT NULL,
  command INTEGER NOT NULL REFERENCES command (number),
  entity TEXT NOT NULL,
  rowId TEXT NOT NULL,
  field TEXT NOT NULL,
  winner TEXT NOT NULL,
  loser TEXT NOT NULL,
  stands ANY,
  dropped ANY,
  sheet INTEGER,
  sheetRow INTEGER
) STRICT;

CREATE TABLE undoReport (
  command INTEGER NOT NULL REFERENCES command (number),
  position INTEGER NOT NULL,
  fate TEXT NOT NULL CHECK (fate IN ('kept', 'failed')),
  what TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (command, position)
) STRICT;

CREATE TABLE identityNote (
  memberId TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL
) STRICT;

CREATE TABLE refusedRowDone (
  batch INTEGER NOT NULL REFERENCES importBatch (number),
  position INTEGER NOT NULL,
  again INTEGER REFERENCES importBatch (number),
  reason TEXT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  PRIMARY KEY (batch, position)
) STRICT;
`;
