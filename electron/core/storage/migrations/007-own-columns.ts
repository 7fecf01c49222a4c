/** The columns that an office adds by itself: their declarations, and of each row their values as one JSON object by key. */
export const ownColumns = `
CREATE TABLE "ownColumn" (
  id TEXT PRIMARY KEY NOT NULL,
  "ownLabel" TEXT NOT NULL,
  "ownKind" TEXT,
  "ownGroup" TEXT,
  "ownUnit" TEXT,
  "ownSecret" TEXT,
  "ownAlso" TEXT,
  "ownChoices" TEXT,
  "ownSeveral" TEXT,
  "ownWanted" TEXT,
  "ownLeast" REAL,
  "ownMost" REAL,
  "ownState" TEXT,
  "ownPlace" INTEGER,
  own TEXT,
  revision INTEGER NOT NULL
) STRICT;

ALTER TABLE "household" ADD COLUMN own TEXT;
ALTER TABLE "householdYear" ADD COLUMN own TEXT;
ALTER TABLE "member" ADD COLUMN own TEXT;
ALTER TABLE "memberYear" ADD COLUMN own TEXT;
`;
