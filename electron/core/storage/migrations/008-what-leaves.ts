/**
 * Version 8: what leaves the office. `outgoing` is one line for everything that was exported, printed or copied; whose data was in
 * it stands beside it. `frozenReport` keeps a report as it was sent, with its data and its file. Neither is ever changed.
 */
export const whatLeaves = `
CREATE TABLE outgoing (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  purpose TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('public', 'house', 'reduced', 'full')),
  reason TEXT NOT NULL,
  columns TEXT NOT NULL,
  rowCount INTEGER NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  revision INTEGER NOT NULL
) STRICT;

CREATE TABLE outgoingWhose (
  outgoing INTEGER PRIMARY KEY REFERENCES outgoing (number),
  households TEXT NOT NULL,
  members TEXT NOT NULL
) STRICT;

CREATE TABLE frozenReport (
  number INTEGER PRIMARY KEY,
  report TEXT NOT NULL,
  period TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  revision INTEGER NOT NULL,
  level TEXT NOT NULL,
  note TEXT NOT NULL,
  made TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX frozen_by_report ON frozenReport (report, period);

CREATE TRIGGER outgoing_stays BEFORE UPDATE ON outgoing BEGIN SELECT RAISE(ABORT, 'what left is never changed'); END;
CREATE TRIGGER outgoing_is_kept BEFORE DELETE ON outgoing BEGIN SELECT RAISE(ABORT, 'what left is never removed'); END;
CREATE TRIGGER outgoing_whose_stays BEFORE UPDATE ON outgoingWhose BEGIN SELECT RAISE(ABORT, 'what left is never changed'); END;
CREATE TRIGGER outgoing_whose_is_kept BEFORE DELETE ON outgoingWhose BEGIN SELECT RAISE(ABORT, 'what left is never removed'); END;
CREATE TRIGGER frozen_stays BEFORE UPDATE ON frozenReport BEGIN SELECT RAISE(ABORT, 'a frozen report is never changed'); END;
CREATE TRIGGER frozen_is_kept BEFORE DELETE ON frozenReport BEGIN SELECT RAISE(ABORT, 'a frozen report is never removed'); END;
`;
