/**
 * Version 12: inspections. While one has begun and not ended, nothing else of the register is written. What was drawn and how it can be
 * drawn again, what was shown of whom on which level, and what was found at the door stand here for good: every line is added, none is
 * changed, and what was written by mistake is taken back by a line of its own.
 */
export const inspections = `
CREATE TABLE inspection (
  number INTEGER PRIMARY KEY,
  occasion TEXT NOT NULL,
  unit TEXT NOT NULL,
  people TEXT NOT NULL,
  day TEXT NOT NULL,
  note TEXT NOT NULL,
  year INTEGER NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  revision INTEGER NOT NULL
) STRICT;

CREATE TABLE inspectionEnd (
  inspection INTEGER PRIMARY KEY REFERENCES inspection (number),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE inspectionDraw (
  number INTEGER PRIMARY KEY,
  inspection INTEGER NOT NULL REFERENCES inspection (number),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  frame TEXT NOT NULL,
  question TEXT NOT NULL,
  size INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  stratum TEXT NOT NULL,
  seed TEXT NOT NULL,
  wanted INTEGER NOT NULL,
  strata TEXT NOT NULL
) STRICT;

CREATE TABLE inspectionHousehold (
  number INTEGER PRIMARY KEY,
  inspection INTEGER NOT NULL REFERENCES inspection (number),
  position INTEGER NOT NULL,
  draw INTEGER REFERENCES inspectionDraw (number),
  stratum TEXT NOT NULL,
  householdId TEXT NOT NULL,
  replaces INTEGER UNIQUE REFERENCES inspectionHousehold (number),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  UNIQUE (inspection, householdId),
  UNIQUE (inspection, position)
) STRICT;

CREATE TABLE inspectionShown (
  number INTEGER PRIMARY KEY,
  inspection INTEGER NOT NULL REFERENCES inspection (number),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  households TEXT NOT NULL,
  what TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('screen', 'file', 'print')),
  level TEXT NOT NULL CHECK (level IN ('reduced', 'full')),
  fields TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX shown_by_inspection ON inspectionShown (inspection);

CREATE TABLE inspectionResult (
  number INTEGER PRIMARY KEY,
  inspection INTEGER NOT NULL REFERENCES inspection (number),
  household INTEGER NOT NULL REFERENCES inspectionHousehold (number),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('same', 'different', 'notMet')),
  topic TEXT NOT NULL,
  about TEXT NOT NULL,
  registered TEXT NOT NULL,
  said TEXT NOT NULL,
  remark TEXT NOT NULL,
  inspector TEXT NOT NULL
) STRICT;
CREATE INDEX result_by_inspection ON inspectionResult (inspection);

CREATE TABLE inspectionTakenBack (
  result INTEGER PRIMARY KEY REFERENCES inspectionResult (number),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

${['inspection', 'inspectionEnd', 'inspectionDraw', 'inspectionHousehold', 'inspectionShown', 'inspectionResult', 'inspectionTakenBack']
  .map((table) => `CREATE TRIGGER ${table}_stays BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'an inspection is never changed'); END;
CREATE TRIGGER ${table}_is_kept BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'an inspection is never removed'); END;`)
  .join('\n')}
`;
