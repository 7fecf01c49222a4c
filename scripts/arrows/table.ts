/**
 * The arrows between the rooms, as data. A room is a path; the longest matching path wins. A room may import
 * itself and what its `imports` name, nothing else. A file that lies in no room is a breach: declare the room here.
 */
export interface Room {
  readonly path: string;
  readonly imports: readonly string[];
}

const room = (path: string, ...imports: string[]): Room => ({ path, imports });

/** Words of the ground that every room of shared stands on. */
const ground = ['shared/contract/errors.ts', 'shared/wording'];
const records = ['shared/fields', 'shared/register', 'shared/sheets/cells.ts', ...ground];
/** Feature rooms of the page and of the core: none of a kind imports another of its kind. */
const pageFeatures = ['households', 'people', 'importing', 'checks', 'problems', 'sweeps', 'collecting', 'accounts', 'ledgers', 'plan', 'reports', 'printing', 'history', 'backups', 'settings', 'inspections', 'registers', 'records', 'find'];
/** What every screen knows of the page around it: the client, the register that is open, the place, what is being saved. */
const pageFrame = ['renderer/app/session.tsx', 'renderer/app/place.ts', 'renderer/app/saving.ts', 'renderer/app/looked-at-day.ts', 'renderer/app/refreshes.ts', 'renderer/app/NothingYet.tsx'];
const pageGround = ['shared', 'renderer/client', 'renderer/ui', 'renderer/styles', 'renderer/grid', ...pageFrame];
/** A table with its habits, and the card beside it, on which the screens of records and of ledgers are built. */
const tableScreens = ['records', 'ledgers', 'problems'];
const coreGround = ['shared', 'electron/core/host.ts', 'electron/core/host-facts.ts', 'electron/core/jobs.ts', 'electron/core/storage'];
/** A room may be a folder, or one file while it is small. */
const coreRooms = (...names: string[]): string[] => names.flatMap((name) => [`electron/core/${name}`, `electron/core/${name}.ts`]);
const areas = coreRooms('households', 'people', 'tables', 'areas', 'ledgers', 'history');
/** What happens to people and papers of households, over the rows of tables. */
const deeds = coreRooms('events', 'documents', 'card', 'views');
/** New rows come with what happened: they are written as events are, and held against what was thrown away. */
const inserting = coreRooms('inserting');
/** The plan is measured over rows, frozen lists and what is declared of it; papers and reports may ask for its figures. */
const plan = coreRooms('plan');
const works = coreRooms('importing', 'backups', 'own');

export const rooms: readonly Room[] = [
  room('shared/contract/errors.ts'),
  room('shared/wording', 'shared/contract/errors.ts'),
  room('shared/hosting', ...ground),
  room('shared/sheets/cells.ts'),
  room('shared/fields', 'shared/sheets/cells.ts', ...ground),
  room('shared/register', 'shared/fields', ...ground),
  room('shared/changes', ...records),
  room('shared/sheets', 'shared/changes', ...records),
  room('shared/checks', ...records),
  room('shared/sweeps', 'shared/checks', ...records),
  room('shared/plan', ...records),
  // What is sent out to be filled in, and the steps of a month.
  room('shared/cycle', 'shared/plan', 'shared/papers', 'shared/changes', ...records),
  room('shared/papers', ...records),
  // Views speak of questions, the contract of views.
  room('shared/views', 'shared'),
  room('shared/reports', 'shared/papers', 'shared/plan', 'shared/checks/limits.ts', ...records),
  room('shared/templates', 'shared/sheets', 'shared/papers', ...records),
  room('shared/clipboard'),
  room('shared/contract', 'shared'),

  room('electron/core/host.ts', 'shared'),
  room('electron/core/host-facts.ts', 'electron/core/host.ts', 'shared'),
  room('electron/core/jobs.ts', 'shared'),
  room('electron/core/storage', 'electron/core/host.ts', 'shared'),
  room('electron/core/printing', 'electron/core/host.ts', 'shared'),
  ...areas.map((path) => room(path, ...coreGround)),
  ...deeds.map((path) => room(path, ...coreGround, 'electron/core/tables')),
  // What was thrown away is what the log says was taken out and nobody took back.
  ...coreRooms('trash').map((path) => room(path, ...coreGround, ...areas)),
  ...inserting.map((path) => room(path, ...coreGround, ...areas, ...coreRooms('events', 'trash'))),
  ...plan.map((path) => room(path, ...coreGround, ...areas, ...deeds, 'resources/plans')),
  ...works.map((path) => room(path, ...coreGround, ...areas, ...deeds)),
  // A month's cycle: sent out and taken in by the importing, measured by the plan, told by problems and what was sent.
  room('electron/core/cycle', ...coreGround, ...areas, ...plan, ...works, 'electron/core/reporting', 'electron/core/problems', 'electron/core/checking'),
  room('electron/core/checking', ...coreGround, ...areas, ...deeds, 'resources/rules'),
  // Problems are proved by documents, whoever found them.
  room('electron/core/problems', ...coreGround, ...areas, ...deeds),
  // A report of problems tells where each stands, which the problems themselves know; every paper is drawn by the printing.
  room('electron/core/reporting', ...coreGround, ...areas, ...deeds, ...plan, 'electron/core/problems', 'electron/core/printing'),
  // An inspection shows the dossier and hands on to the problems; what is not in its log it does not show.
  room('electron/core/inspections', ...coreGround, ...areas, ...deeds, 'electron/core/problems', 'electron/core/reporting'),
  room('electron/core/sweeps', ...coreGround, ...areas, 'resources/forms'),
  room('electron/core/accounts', ...coreGround, ...areas),
  // Blank forms are recognised as sheets that come in are, and leave as everything does.
  ...coreRooms('templates').map((path) => room(path, ...coreGround, ...areas, 'electron/core/importing', 'electron/core/reporting')),
  // A refused row that got its number goes in by the importing's own way.
  ...coreRooms('identities').map((path) => room(path, ...coreGround, ...areas, 'electron/core/importing')),
  // The invented households live in the villages that a new register is offered.
  room('electron/core/samples', ...coreGround, ...areas, 'electron/core/registers/preset-areas.ts'),
  room('electron/core/registers', ...coreGround, ...areas, 'resources/areas'),
  // The router, open-core and open-register: the core's own ground floor, joined from all of its rooms.
  room('electron/core', 'shared', 'electron/core'),

  room('electron/main', 'shared'),
  room('electron/preload', 'shared'),
  room('electron/utility', 'shared', 'electron/core'),
  room('electron/web', 'shared', 'electron/core'),
  // `serve` starts the browser host.
  room('electron/cli', 'shared', 'electron/core', 'electron/web/start-web-host.ts'),

  room('renderer/client', 'shared'),
  room('renderer/styles'),
  room('renderer/ui', 'shared', 'renderer/styles', 'renderer/client'),
  room('renderer/grid', 'shared', 'renderer/styles', 'renderer/client', 'renderer/ui'),
  // New rows are typed under tables and on the card alike.
  room('renderer/inserting', ...pageGround),
  room('renderer/card', ...pageGround, 'renderer/inserting'),
  room('docs'),
  // The user guide is shown as it is written.
  room('renderer/guide', ...pageGround, 'docs'),
  room('renderer/own', ...pageGround),
  room('renderer/table', ...pageGround, 'renderer/card', 'renderer/own'),
  // What is found, in checks as in sweeps, is made a problem by the one form.
  ...pageFeatures.map((name) => room(`renderer/${name}`, ...pageGround, 'renderer/problems/OpenProblems.tsx', ...(tableScreens.includes(name) ? ['renderer/table', 'renderer/card', 'renderer/inserting'] : []), ...(name === 'settings' ? ['renderer/own'] : []))),
  ...pageFrame.map((path) => room(path, 'shared', 'renderer/client', 'renderer/ui', ...pageFrame)),
  room('renderer/app', 'shared', 'renderer'),
  room('renderer/main.tsx', 'renderer/app', 'renderer/client', 'renderer/styles'),
];

/** Who may import which packages. A package that no line names may be imported by any room that may use packages. */
export interface PackageRule {
  readonly packages: RegExp;
  readonly only: RegExp;
}

export const packageRules: readonly PackageRule[] = [
  { packages: /^electron(\/|$)/, only: /^electron\/(main|preload)\// },
  { packages: /^better-sqlite3/, only: /^electron\/core\/(storage|backups)\// },
  { packages: /^kysely(\/|$)/, only: /^electron\/core\// },
  {
    packages: /^(@e965\/xlsx|exceljs|saxes|yauzl|hucre|fflate|easy-template-x|docxtemplater)(\/|$)/,
    only: /^electron\/core\/(importing\/read-[^/]*|(reporting|samples)\/[^/]*-writer)\.ts$/,
  },
  { packages: /^(rrule|chinese-days)$/, only: /^electron\/core\/plan\// },
  { packages: /^node:/, only: /^electron\/(?!preload\/)/ },
  { packages: /^@orpc\/server(\/|$)/, only: /^electron\/(core|utility|web|cli)\// },
  {
    packages: /^(react|react-dom|antd|@ant-design|ag-grid-community|@ag-grid-community|zustand|@tanstack)(\/|$)/,
    only: /^renderer\//,
  },
  // shared is pure: the contract's schemas and nothing else from outside.
  { packages: /^(?!@orpc\/contract$|zod$)/, only: /^(electron|renderer)\// },
  // Tools of the workshop stay in the workshop.
  { packages: /^(vite|vitest|playwright-core|fast-check|oxlint|knip|electron-builder)(\/|$)/, only: /^$/ },
];
