import type { Printer } from './print-order.ts';

/** What Electron's main process and the core's process say to each other; the page's RPC runs on its own ports. */

/** The first message that the core's process gets; it opens the core with these. */
export interface StartMessage {
  readonly kind: 'start';
  /** Folder of the documents of the person at the machine; the system may have moved it. */
  readonly documentsFolder: string;
  readonly fontsUrl: string;
  readonly fontsFolder: string;
  /** Where SumatraPDF lies, which prints on Windows. */
  readonly printProgram: string;
  /** A register that was double-clicked or named on the command line. */
  readonly initialRegister: string | null;
}

/** Comes with one port; the router is served on it until it closes. */
export interface PageMessage {
  readonly kind: 'page';
}

export interface OpenRegisterMessage {
  readonly kind: 'open-register';
  readonly path: string;
}

export interface AnswerMessage {
  readonly kind: 'answer';
  readonly id: number;
  readonly answer: Answer;
}

/** The core closes the register and then ends its process. */
export interface StopMessage {
  readonly kind: 'stop';
}

export type MainToCore = StartMessage | PageMessage | OpenRegisterMessage | AnswerMessage | StopMessage;

export type Question =
  | { readonly ask: 'print'; readonly html: string }
  | { readonly ask: 'printers' }
  | { readonly ask: 'choose-new-register'; readonly suggestedPath: string }
  | { readonly ask: 'choose-register'; readonly folder: string };

export type Answer =
  | { readonly pdf: Uint8Array }
  | { readonly printers: readonly Printer[] }
  | { readonly path: string | null }
  | { readonly failed: string };

export type CoreToMain =
  | { readonly kind: 'question'; readonly id: number; readonly question: Question }
  | { readonly kind: 'abort'; readonly id: number }
  /** A register that main named could not be opened. */
  | { readonly kind: 'refused'; readonly sentence: string };

/** Between the page and the preload script; the port travels with the answer. */
export const portWanted = 'mingce:port-wanted';
export const portOffered = 'mingce:port-offered';

export const pageOrigin = 'app://mingce';
export const paperHost = 'mingce-paper';
