import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../core/host-facts.ts';

/** The papers' fonts are made once, from the packages that carry them. */
export function buildFonts(): void {
  const program = programFolder();
  if (existsSync(join(program, 'dist', 'fonts', 'NotoSerifSC-Regular.ttf'))) return;
  spawnSync(process.execPath, [join(program, 'scripts', 'build.mjs'), 'fonts'], { stdio: ['ignore', 2, 2] });
}
