import { accounts } from './accounts.ts';
import { app } from './app.ts';
import { blocks } from './blocks.ts';
import { cards } from './cards.ts';
import { checking } from './checking.ts';
import { collecting } from './collecting.ts';
import { documents } from './documents.ts';
import { dossiers } from './dossiers.ts';
import { history } from './history.ts';
import { identities } from './identities.ts';
import { importing } from './importing.ts';
import { inspections } from './inspections.ts';
import { inserting } from './inserting.ts';
import { jobs } from './jobs.ts';
import { outgoing } from './outgoing.ts';
import { ownColumns } from './own-columns.ts';
import { papers } from './papers.ts';
import { pins } from './pins.ts';
import { printing } from './printing.ts';
import { problems } from './problems.ts';
import { cycle } from './cycle.ts';
import { plan } from './plan.ts';
import { registers } from './registers.ts';
import { reports } from './reports.ts';
import { summaries } from './summaries.ts';
import { sweeps } from './sweeps.ts';
import { tables } from './tables.ts';
import { templates } from './templates.ts';
import { trash } from './trash.ts';
import { views } from './views.ts';
import { walls } from './walls.ts';

/** The one contract between core and page; a file an area. */
export const contract = {
  app,
  registers,
  tables,
  templates,
  blocks,
  cards,
  importing,
  papers,
  pins,
  printing,
  reports,
  outgoing,
  documents,
  dossiers,
  checking,
  collecting,
  problems,
  summaries,
  sweeps,
  accounts,
  identities,
  history,
  inserting,
  inspections,
  ownColumns,
  jobs,
  trash,
  views,
  walls,
  plan,
  cycle,
};

export type Contract = typeof contract;
