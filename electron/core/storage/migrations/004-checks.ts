/**
 * Version 4: who shares a phone or a card is found without reading every household; runs of the checks are kept, so that the
 * next one can tell what is new. `result` is a JSON object of counts and of the findings' ids (core/checking/run-store.ts).
 */
export const checks = `
CREATE INDEX household_by_phone ON household (householdPhone) WHERE householdPhone IS NOT NULL;
CREATE INDEX household_by_card ON household (bankCard) WHERE bankCard IS NOT NULL;
CREATE INDEX member_by_phone ON member (memberPhone) WHERE memberPhone IS NOT NULL;

CREATE TABLE checkRun (
  number INTEGER PRIMARY KEY NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  year INTEGER NOT NULL,
  day TEXT NOT NULL,
  revision INTEGER NOT NULL,
  result TEXT NOT NULL
) STRICT;
`;
