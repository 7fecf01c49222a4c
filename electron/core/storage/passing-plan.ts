import type { Connection } from './connection.ts';

/**
 * A plan lives in the memory of the connection until it is executed: it is written once and never to the disk, and goes
 * when the register is closed. What stays readable after the commit — refused, kept and remarked rows — is moved to the
 * register's own tables. `planRow`, `planAbsent` and `planGroup` are read as both together.
 */
export const passingPlan = `
CREATE TEMP TABLE passingRow (
  batch INTEGER NOT NULL, position INTEGER NOT NULL, sheet INTEGER NOT NULL, sheetRow INTEGER NOT NULL, verdict TEXT NOT NULL, remarked INTEGER NOT NULL,
  householdId TEXT, householdNo TEXT, name TEXT, village TEXT, steps TEXT NOT NULL, remarks TEXT NOT NULL, cells TEXT, grouping TEXT, fields TEXT NOT NULL, decided INTEGER NOT NULL,
  PRIMARY KEY (batch, position)
) STRICT;
CREATE TEMP TABLE passingAbsent (batch INTEGER NOT NULL, position INTEGER NOT NULL, householdId TEXT NOT NULL, householdNo TEXT, name TEXT NOT NULL, village TEXT, memberId TEXT, PRIMARY KEY (batch, position)) STRICT;
CREATE TEMP TABLE passingGroup (batch INTEGER NOT NULL, ordinal INTEGER NOT NULL, grouping TEXT NOT NULL, verdicts INTEGER NOT NULL, PRIMARY KEY (batch, ordinal)) STRICT;
CREATE TEMP TABLE planEvent (batch INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, accepted INTEGER NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (batch, number)) STRICT;
CREATE TEMP TABLE planTop (batch INTEGER NOT NULL, file TEXT NOT NULL, sheet TEXT NOT NULL, rows TEXT NOT NULL, columns TEXT NOT NULL, PRIMARY KEY (batch, file, sheet)) STRICT;
CREATE TEMP VIEW planRow AS
  SELECT batch, position, sheet, sheetRow, verdict, remarked, householdId, householdNo, name, village, steps, remarks, cells, grouping, fields, decided FROM main.planRow
  UNION ALL SELECT batch, position, sheet, sheetRow, verdict, remarked, householdId, householdNo, name, village, steps, remarks, cells, grouping, fields, decided FROM passingRow;
CREATE TEMP VIEW planAbsent AS
  SELECT batch, position, householdId, householdNo, name, village, memberId FROM main.planAbsent UNION ALL SELECT batch, position, householdId, householdNo, name, village, memberId FROM passingAbsent;
`;

/** Indexes of the plan's rows, made when all rows are there: that costs less than keeping them row by row. */
export const passingIndexes = {
  drop: ['passingRow_by_grouping', 'passingRow_by_verdict', 'passingRow_by_fields', 'passingRow_by_fields_in_group'].map((name) => `DROP INDEX IF EXISTS temp.${name}`),
  create: [
    'CREATE INDEX IF NOT EXISTS temp.passingRow_by_grouping ON passingRow (batch, grouping, position)',
    'CREATE INDEX IF NOT EXISTS temp.passingRow_by_verdict ON passingRow (batch, verdict, position)',
    "CREATE INDEX IF NOT EXISTS temp.passingRow_by_fields ON passingRow (batch, position) WHERE fields <> ''",
    // Holds all that a sieve of households by field asks of a row, so that the rows themselves are read for the page alone.
    "CREATE INDEX IF NOT EXISTS temp.passingRow_by_fields_in_group ON passingRow (batch, grouping, position, fields, sheet, remarked, decided) WHERE fields <> ''",
  ],
} as const;

/** Makes the connection ready for plans; called once for each register that is opened. */
export const makeReadyForPlans = (connection: Connection): void => void connection.exec(passingPlan);
