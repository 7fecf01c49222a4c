import type { Printer, PrintOrder } from '../../shared/hosting/print-order.ts';

/** The printers of the machine. */
export interface Printers {
  list(): Promise<readonly Printer[]>;
  /** Sends a PDF and waits until the queue has it. Throws Refusal NO_PRINTER, and CANCELLED when the signal fires. */
  send(pdf: Uint8Array, order: PrintOrder, signal?: AbortSignal): Promise<void>;
}

/**
 * What the core asks of the program around it. Three hosts answer: desktop, browser (loopback), command line.
 * Everything else in the core is the same everywhere.
 */
export interface Host {
  readonly kind: 'desktop' | 'browser' | 'command';
  readonly version: string;
  /** The name that stands in the change log as the author of what is done by hand. */
  readonly who: string;
  /** Folder where registers are kept unless the user chooses another. */
  readonly registersFolder: string;
  /** Folder for the program's own state: the list of recent registers. No personal data. */
  readonly stateFolder: string;
  /** Where the page of a paper finds the shipped fonts, by file name: a URL prefix that ends in "/". */
  readonly fontsUrl: string;
  /** The folder of the shipped fonts, for papers that are drawn. */
  readonly fontsFolder: string;
  now(): Date;
  /**
   * Asks where a new register goes; null when the user cancels. The browser host, which has no dialog,
   * answers with a path in `registersFolder`.
   */
  chooseNewRegister(suggestedName: string): Promise<string | null>;
  /** Asks for an existing register; null when cancelled or when the host has no dialog. */
  chooseRegister(): Promise<string | null>;
  /** Whether `chooseRegister` can show a dialog. */
  readonly hasDialogs: boolean;
  /**
   * Prints a complete HTML page to PDF, honouring its @page rules. Throws Refusal NO_PRINTER when the machine has
   * nothing that can, and CANCELLED when the signal fires.
   */
  printPdf(html: string, signal?: AbortSignal): Promise<Uint8Array>;
  /** null where the page prints through its browser's own dialog, or nothing is printed. */
  readonly printers: Printers | null;
}
