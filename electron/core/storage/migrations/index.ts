import type { Connection } from '../connection.ts';
import { firstRegister } from './001-first-register.ts';

export type Migration = (connection: Connection) => void;

/** Numbered steps from an empty file to today's register; number n brings the file to version n. Never edit a step that has shipped. */
export const migrations: readonly Migration[] = [(connection) => void connection.exec(firstRegister)];
