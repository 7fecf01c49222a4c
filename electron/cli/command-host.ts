import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostFacts, programFolder } from '../core/host-facts.ts';
import type { Host } from '../core/host.ts';
import { printWithBrowser } from '../core/printing/print-with-browser.ts';

/** The terminal asks nothing: a new register goes where the command says. */
export function commandHost(newRegister: () => string | null): Host {
  return {
    kind: 'command',
    ...hostFacts(),
    fontsFolder: join(programFolder(), 'dist', 'fonts'),
    fontsUrl: `${pathToFileURL(join(programFolder(), 'dist', 'fonts')).href}/`,
    hasDialogs: false,
    now: () => new Date(),
    chooseNewRegister: async () => newRegister(),
    chooseRegister: async () => null,
    printPdf: printWithBrowser,
    printers: null,
  };
}
