import { type CoreContext, implementer } from './routes/base.ts';
import { cardRoutes } from './routes/cards.ts';
import { accountRoutes } from './routes/accounts.ts';
import { blockRoutes } from './routes/blocks.ts';
import { checkRoutes } from './routes/checking.ts';
import { collectRoutes } from './routes/collecting.ts';
import { documentRoutes } from './routes/documents.ts';
import { dossierRoutes } from './routes/dossiers.ts';
import { historyRoutes } from './routes/history.ts';
import { identityRoutes } from './routes/identities.ts';
import { importRoutes } from './routes/importing.ts';
import { inspectionRoutes } from './routes/inspections.ts';
import { insertRoutes } from './routes/inserting.ts';
import { jobRoutes } from './routes/jobs.ts';
import { ownColumnRoutes } from './routes/own-columns.ts';
import { paperRoutes } from './routes/papers.ts';
import { printingRoutes } from './routes/printing.ts';
import { problemRoutes } from './routes/problems.ts';
import { cycleRoutes } from './routes/cycle.ts';
import { pinRoutes } from './routes/pins.ts';
import { planRoutes } from './routes/plan.ts';
import { registerRoutes } from './routes/registers.ts';
import { outgoingRoutes, reportRoutes } from './routes/reports.ts';
import { summaryRoutes } from './routes/summaries.ts';
import { sweepRoutes } from './routes/sweeps.ts';
import { tableRoutes } from './routes/tables.ts';
import { templateRoutes } from './routes/templates.ts';
import { trashRoutes } from './routes/trash.ts';
import { viewRoutes } from './routes/views.ts';
import { wallRoutes } from './routes/walls.ts';

/** The core's answers to the whole contract, a file of routes an area. */
export function createRouter(core: CoreContext) {
  const os = implementer(core);
  return os.router({
    app: {
      info: os.app.info.handler(() => ({
        version: core.host.version,
        host: core.host.kind,
        hasDialogs: core.host.hasDialogs,
        who: core.host.who,
      })),
    },
    registers: registerRoutes(os, core),
    tables: tableRoutes(os, core),
    templates: templateRoutes(os, core),
    cards: cardRoutes(os, core),
    blocks: blockRoutes(os, core),
    importing: importRoutes(os, core),
    papers: paperRoutes(os, core),
    plan: planRoutes(os, core),
    cycle: cycleRoutes(os, core),
    documents: documentRoutes(os, core),
    dossiers: dossierRoutes(os, core),
    pins: pinRoutes(os, core),
    reports: reportRoutes(os, core),
    outgoing: outgoingRoutes(os, core),
    checking: checkRoutes(os, core),
    collecting: collectRoutes(os, core),
    printing: printingRoutes(os, core),
    problems: problemRoutes(os, core),
    summaries: summaryRoutes(os, core),
    sweeps: sweepRoutes(os, core),
    accounts: accountRoutes(os, core),
    identities: identityRoutes(os, core),
    history: historyRoutes(os, core),
    inserting: insertRoutes(os, core),
    inspections: inspectionRoutes(os, core),
    ownColumns: ownColumnRoutes(os, core),
    jobs: jobRoutes(os, core),
    trash: trashRoutes(os, core),
    views: viewRoutes(os, core),
    walls: wallRoutes(os, core),
  });
}
