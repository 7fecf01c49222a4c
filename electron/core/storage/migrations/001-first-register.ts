/**
 * Version 1 of the register file. Frozen: a later field or table is a later migration, never a change here.
 *
 * One table an entity, one column a stored field of the vocabulary. `revision` is the number of the command that last
 * touched the row. `pinyin` (of a name) and `walkKey` (village order) follow from other columns and are kept by the
 * row store. A sheet's `head` is its rows down to the header, a plan row's `cells` the row as the file has it, kept where
 * something of it was not taken, so that it can be handed back to be mended. `extra` holds, as a JSON object, columns of files that the vocabulary does not know.
 */
export const firstRegister = `
CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;

CREATE TABLE area (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  short TEXT NOT NULL,
  level TEXT NOT NULL,
  parent TEXT,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE "household" (
  id TEXT PRIMARY KEY NOT NULL,
  "province" TEXT,
  "city" TEXT,
  "county" TEXT,
  "town" TEXT,
  "village" TEXT,
  "group" TEXT,
  "householdNo" TEXT,
  "householdPhone" TEXT,
  "villageOfficePhone" TEXT,
  "bankName" TEXT,
  "bankCard" TEXT,
  "standard" TEXT,
  "firstIdentified" TEXT,
  "liftYear" INTEGER,
  "militaryFamily" TEXT,
  walkKey TEXT,
  extra TEXT,
  revision INTEGER NOT NULL
) STRICT;

CREATE TABLE "householdYear" (
  id TEXT PRIMARY KEY NOT NULL,
  householdId TEXT NOT NULL REFERENCES household (id),
  year INTEGER NOT NULL,
  "householdSize" INTEGER,
  "yearSize" INTEGER,
  "liftState" TEXT,
  "householdKind" TEXT,
  "mainCause" TEXT,
  "secondCause" TEXT,
  "thirdCause" TEXT,
  "relapseCause" TEXT,
  "monitoredKind" TEXT,
  "riskCleared" TEXT,
  "riskIdentified" TEXT,
  "riskClearedOn" TEXT,
  "wageIncome" INTEGER,
  "businessIncome" INTEGER,
  "propertyIncome" INTEGER,
  "transferIncome" INTEGER,
  "familyPlanningMoney" INTEGER,
  "dibaoMoney" INTEGER,
  "tekunMoney" INTEGER,
  "pensionMoney" INTEGER,
  "ecologyMoney" INTEGER,
  "otherTransfer" INTEGER,
  "assetDividend" INTEGER,
  "otherProperty" INTEGER,
  "businessCost" INTEGER,
  "totalIncome" INTEGER,
  "netIncome" INTEGER,
  "perCapitaIncome" INTEGER,
  "farmland" REAL,
  "irrigatedLand" REAL,
  "waterSurface" REAL,
  "returnedForest" REAL,
  "orchard" REAL,
  "pasture" REAL,
  "forest" REAL,
  "cooperative" TEXT,
  "leadingFirm" TEXT,
  "entrepreneurLed" TEXT,
  "productionPower" TEXT,
  "livingPower" TEXT,
  "broadcast" TEXT,
  "roadDistance" REAL,
  "roadKind" TEXT,
  "houseArea" REAL,
  "dangerousHouse" TEXT,
  "houseLevel" TEXT,
  "toilet" TEXT,
  "fuel" TEXT,
  "waterDifficulty" TEXT,
  "safeWater" TEXT,
  "helpKind" TEXT,
  "helpMeasures" TEXT,
  revision INTEGER NOT NULL
) STRICT;

CREATE TABLE "member" (
  id TEXT PRIMARY KEY NOT NULL,
  householdId TEXT NOT NULL REFERENCES household (id),
  "memberNo" TEXT,
  "name" TEXT NOT NULL,
  "certificate" TEXT,
  "identityNo" TEXT,
  "sex" TEXT,
  "birthDate" TEXT,
  "ethnicGroup" TEXT,
  "relation" TEXT,
  "politics" TEXT,
  "memberPhone" TEXT,
  "memberIdentified" TEXT,
  "memberState" TEXT,
  "disabilityKind" TEXT,
  "disabilityYear" INTEGER,
  "joinReason" TEXT,
  "leaveReason" TEXT,
  pinyin TEXT,
  extra TEXT,
  revision INTEGER NOT NULL
) STRICT;

CREATE TABLE "memberYear" (
  id TEXT PRIMARY KEY NOT NULL,
  memberId TEXT NOT NULL REFERENCES member (id),
  year INTEGER NOT NULL,
  "education" TEXT,
  "schooling" TEXT,
  "dropoutReason" TEXT,
  "health" TEXT,
  "mandarin" TEXT,
  "labour" TEXT,
  "workArea" TEXT,
  "workPlace" TEXT,
  "workMonths" INTEGER,
  "workFirm" TEXT,
  "workAbroad" TEXT,
  "industry" TEXT,
  "jobChannel" TEXT,
  "publicPost" TEXT,
  "publicPostMonths" INTEGER,
  "dibao" TEXT,
  "tekun" TEXT,
  "residentMedical" TEXT,
  "employeeMedical" TEXT,
  "seriousIllness" TEXT,
  "commercialMedical" TEXT,
  "medicalAid" TEXT,
  "otherHealthAid" TEXT,
  "residentPension" TEXT,
  "employeePension" TEXT,
  "accidentInsurance" TEXT,
  revision INTEGER NOT NULL
) STRICT;

CREATE TABLE "helper" (
  id TEXT PRIMARY KEY NOT NULL,
  householdId TEXT NOT NULL REFERENCES household (id),
  "helperName" TEXT NOT NULL,
  "helperUnit" TEXT,
  "helperPost" TEXT,
  "helperPhone" TEXT,
  "helpFrom" TEXT,
  "helpUntil" TEXT,
  "stationed" TEXT,
  revision INTEGER NOT NULL
) STRICT;

CREATE INDEX household_by_no ON household (householdNo);
CREATE INDEX household_by_walk ON household (walkKey, householdNo);
CREATE UNIQUE INDEX householdYear_by_year ON householdYear (householdId, year);
CREATE INDEX member_by_household ON member (householdId, relation);
CREATE INDEX member_by_identity ON member (substr(identityNo, 1, 18));
CREATE INDEX member_by_no ON member (memberNo);
CREATE UNIQUE INDEX memberYear_by_year ON memberYear (memberId, year);
CREATE INDEX helper_by_household ON helper (householdId);

CREATE TABLE command (
  number INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  office TEXT NOT NULL,
  clock TEXT NOT NULL,
  batch INTEGER,
  reverses INTEGER REFERENCES command (number)
) STRICT;

CREATE TABLE change (
  seq INTEGER PRIMARY KEY NOT NULL,
  command INTEGER NOT NULL REFERENCES command (number),
  entity TEXT NOT NULL,
  rowId TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('create', 'set', 'delete')),
  field TEXT,
  old ANY,
  new ANY,
  sheet INTEGER,
  sheetRow INTEGER
) STRICT;

CREATE INDEX change_by_row ON change (rowId);
CREATE INDEX change_by_command ON change (command);

CREATE TRIGGER command_stays BEFORE UPDATE ON command BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER command_is_kept BEFORE DELETE ON command BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_stays BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_is_kept BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TABLE importBatch (
  number INTEGER PRIMARY KEY NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planning', 'planned', 'committed', 'undone', 'discarded')),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  baseRevision INTEGER NOT NULL,
  command INTEGER,
  summary TEXT NOT NULL
) STRICT;

CREATE TABLE importSheet (
  id INTEGER PRIMARY KEY NOT NULL,
  batch INTEGER NOT NULL REFERENCES importBatch (number),
  file TEXT NOT NULL,
  sheet TEXT NOT NULL,
  kind TEXT NOT NULL,
  columns TEXT NOT NULL,
  head TEXT NOT NULL
) STRICT;

CREATE TABLE planRow (
  batch INTEGER NOT NULL REFERENCES importBatch (number),
  position INTEGER NOT NULL,
  sheet INTEGER NOT NULL REFERENCES importSheet (id),
  sheetRow INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  remarked INTEGER NOT NULL,
  householdId TEXT,
  householdNo TEXT,
  name TEXT,
  village TEXT,
  steps TEXT NOT NULL,
  remarks TEXT NOT NULL,
  cells TEXT,
  PRIMARY KEY (batch, position)
) STRICT;

CREATE INDEX planRow_by_verdict ON planRow (batch, verdict, position);

CREATE TABLE planAbsent (
  batch INTEGER NOT NULL REFERENCES importBatch (number),
  position INTEGER NOT NULL,
  householdId TEXT NOT NULL,
  householdNo TEXT,
  name TEXT NOT NULL,
  village TEXT,
  PRIMARY KEY (batch, position)
) STRICT;
`;
