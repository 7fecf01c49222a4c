/**
 * Version 10: what hangs on which wall. A printing is something that left (`outgoing`); each of its sheets is one edition of what it shows, kept
 * once by its code. The newest row of a place and kind of sheet is what hangs there. Nothing is ever changed: paper does not come
 * down by an undo.
 */
export const whatHangs = `
CREATE TABLE wallEdition (
  code TEXT PRIMARY KEY,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE wallPrinting (
  number INTEGER PRIMARY KEY REFERENCES outgoing (number),
  year INTEGER NOT NULL,
  code TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE wallHanging (
  printing INTEGER NOT NULL REFERENCES wallPrinting (number),
  sheet TEXT NOT NULL,
  subject TEXT NOT NULL,
  edition TEXT NOT NULL REFERENCES wallEdition (code),
  PRIMARY KEY (sheet, subject, printing)
) STRICT, WITHOUT ROWID;
CREATE INDEX hanging_by_edition ON wallHanging (edition);

CREATE TRIGGER wall_edition_stays BEFORE UPDATE ON wallEdition BEGIN SELECT RAISE(ABORT, 'an edition is never changed'); END;
CREATE TRIGGER wall_edition_is_kept BEFORE DELETE ON wallEdition BEGIN SELECT RAISE(ABORT, 'an edition is never removed'); END;
CREATE TRIGGER wall_printing_stays BEFORE UPDATE ON wallPrinting BEGIN SELECT RAISE(ABORT, 'a printing is never changed'); END;
CREATE TRIGGER wall_printing_is_kept BEFORE DELETE ON wallPrinting BEGIN SELECT RAISE(ABORT, 'a printing is never removed'); END;
CREATE TRIGGER wall_hanging_stays BEFORE UPDATE ON wallHanging BEGIN SELECT RAISE(ABORT, 'what hung is never changed'); END;
CREATE TRIGGER wall_hanging_is_kept BEFORE DELETE ON wallHanging BEGIN SELECT RAISE(ABORT, 'what hung is never removed'); END;
`;
