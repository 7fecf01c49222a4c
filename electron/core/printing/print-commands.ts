import type { PageRun, PrintOrder } from '../../../shared/hosting/print-order.ts';

export interface PrintCommand {
  readonly program: string;
  readonly words: readonly string[];
}

/** How many copies of which pages make one job: several runs are printed set by set, so that each set lies in its order. */
function jobsOf({ runs, copies, choice }: PrintOrder): { readonly run: PageRun | null; readonly paper: 'A4' | 'A3'; readonly copies: number }[] {
  const [first, ...others] = runs;
  if (!first) return [];
  if (choice.paper !== 'asMade') return [{ run: null, paper: choice.paper, copies }];
  if (others.length === 0) return [{ run: null, paper: first.paper, copies }];
  return Array.from({ length: copies }, () => runs.map((run) => ({ run, paper: run.paper, copies: 1 }))).flat();
}

const pagesOf = ({ from, to }: PageRun): string => (from === to ? String(from) : `${from}-${to}`);

const sumatraSides = { one: 'simplex', long: 'duplexlong', short: 'duplexshort' } as const;
const cupsSides = { one: 'one-sided', long: 'two-sided-long-edge', short: 'two-sided-short-edge' } as const;

/** Windows has no command that prints a PDF; SumatraPDF, which comes with the program, is one. */
export function sumatraCommands(program: string, file: string, order: PrintOrder): PrintCommand[] {
  const { choice } = order;
  return jobsOf(order).map(({ run, paper, copies }) => {
    const settings = [run ? pagesOf(run) : '', `${copies}x`, sumatraSides[choice.sides], `paper=${paper}`, choice.paper === 'asMade' ? 'noscale' : 'fit'];
    return { program, words: ['-print-to', choice.printer, '-print-settings', settings.filter((part) => part !== '').join(','), '-silent', file] };
  });
}

/** Linux and macOS print through CUPS. */
export function cupsCommands(file: string, order: PrintOrder): PrintCommand[] {
  const { choice, title } = order;
  return jobsOf(order).map(({ run, paper, copies }) => ({
    program: 'lp',
    words: ['-d', choice.printer, '-n', String(copies), '-t', title, ...(run ? ['-P', pagesOf(run)] : []), '-o', `media=${paper}`, '-o', `sides=${cupsSides[choice.sides]}`, '-o', `print-scaling=${choice.paper === 'asMade' ? 'none' : 'fit'}`, '--', file],
  }));
}
