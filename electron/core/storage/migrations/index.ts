import type { Connection } from '../connection.ts';
import { firstRegister } from './001-first-register.ts';
import { importsOfEveryKind } from './002-imports-of-every-kind.ts';
import { ledgersInTables } from './003-ledgers-in-tables.ts';
import { checks } from './004-checks.ts';
import { documents } from './005-documents.ts';
import { views } from './006-views.ts';
import { ownColumns } from './007-own-columns.ts';
import { whatLeaves } from './008-what-leaves.ts';
import { trash } from './009-trash.ts';
import { whatHangs } from './010-what-hangs.ts';
import { formTemplates } from './011-form-templates.ts';
import { inspections } from './012-inspections.ts';
import { notPrinted } from './013-not-printed.ts';
import { papersOfRecords } from './014-papers-of-records.ts';

export type Migration = (connection: Connection) => void;

const script = (sql: string): Migration => (connection) => void connection.exec(sql);

/** Numbered steps from an empty file to today's register; number n brings the file to version n. Never edit a step that has shipped. */
export const migrations: readonly Migration[] = [
  script(firstRegister),
  script(importsOfEveryKind),
  script(ledgersInTables),
  script(checks),
  script(documents),
  script(views),
  script(ownColumns),
  script(whatLeaves),
  script(trash),
  script(whatHangs),
  script(formTemplates),
  script(inspections),
  script(notPrinted),
  script(papersOfRecords),
];
