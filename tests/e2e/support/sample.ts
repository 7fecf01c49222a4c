import { copyFileSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inject } from 'vitest';
import { FirstStartPage } from '../pages/first-start-page.ts';
import { FramePage } from '../pages/frame-page.ts';
import { GridPage } from '../pages/grid-page.ts';
import { launch, hostName, type Launched, type LaunchOptions } from './launch.ts';

/** The program with the sample register open, 户 on screen. A display without a window manager at times draws nothing of a window: then once more. */
export const launchSample = (options: LaunchOptions = {}): Promise<Launched> => launchOnce(options).catch(() => launchOnce(options));

/** The same with what most tests work it by. */
export async function openSample(options: LaunchOptions = {}): Promise<{ program: Launched; frame: FramePage; grid: GridPage }> {
  const program = await launchSample(options);
  return { program, frame: new FramePage(program.page), grid: new GridPage(program.page) };
}

async function launchOnce(options: LaunchOptions): Promise<Launched> {
  const program = await launch(hostName, options);
  try {
    const made = inject('sampleRegister');
    const own = join(program.folders.registers, basename(made));
    // Where the file is there already, the program opens it: the making of it is the journey's to prove.
    if (!existsSync(own)) copyFileSync(made, own);
    const first = new FirstStartPage(program.page);
    await first.shown();
    await first.choose('先用示例看看');
    await new FramePage(program.page).arrived('户');
    await new GridPage(program.page).shown();
    return program;
  } catch (error) {
    await program.close();
    throw error;
  }
}
