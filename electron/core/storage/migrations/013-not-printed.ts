/** Printings that never came out of the printer: nothing hangs by them. Said once, and kept like what was printed. */
export const notPrinted = `
CREATE TABLE wallNotPrinted (
  printing INTEGER PRIMARY KEY REFERENCES wallPrinting (number),
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER wall_not_printed_stays BEFORE UPDATE ON wallNotPrinted BEGIN SELECT RAISE(ABORT, 'what was said of a printing is never changed'); END;
CREATE TRIGGER wall_not_printed_is_kept BEFORE DELETE ON wallNotPrinted BEGIN SELECT RAISE(ABORT, 'what was said of a printing is never removed'); END;
`;
