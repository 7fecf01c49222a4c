import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { paperChoices, sideChoices, type PrintChoice } from '../../../shared/hosting/print-order.ts';
import type { Host } from '../host.ts';

const choices = z.record(z.string(), z.object({ printer: z.string(), paper: z.enum(paperChoices), sides: z.enum(sideChoices) }));

const fileOf = ({ stateFolder }: Pick<Host, 'stateFolder'>): string => join(stateFolder, 'printing.json');

function read(host: Pick<Host, 'stateFolder'>): Record<string, PrintChoice> {
  try {
    return choices.parse(JSON.parse(readFileSync(fileOf(host), 'utf8')));
  } catch {
    // Nothing chosen yet, or a file that cannot be read: it is asked again.
    return {};
  }
}

/** Printers belong to the machine, not to the register: what was chosen for each kind of paper lies beside the list of recent registers. */
export const rememberedChoices = {
  of: (host: Pick<Host, 'stateFolder'>, kind: string): PrintChoice | null => read(host)[kind] ?? null,
  keep(host: Pick<Host, 'stateFolder'>, kind: string, choice: PrintChoice): void {
    mkdirSync(host.stateFolder, { recursive: true });
    writeFileSync(fileOf(host), JSON.stringify({ ...read(host), [kind]: choice }, null, 1));
  },
};
