import { app } from './app.ts';

/** The one contract between core and page; a file an area. */
export const contract = { app };

export type Contract = typeof contract;
