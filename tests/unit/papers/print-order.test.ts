import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cupsCommands, sumatraCommands } from '../../../electron/core/printing/print-commands.ts';
import { runsOf, type PrintOrder } from '../../../shared/hosting/print-order.ts';

const a4 = { width: 595, height: 842 };
const a4Wide = { width: 842, height: 595 };
const a3 = { width: 842, height: 1191 };

test('pages go to the printer in runs of one size of paper, upright or across, every page once and in its order', () => {
  expect(runsOf([a4, a3, a3, a4Wide])).toEqual([{ from: 1, to: 1, paper: 'A4' }, { from: 2, to: 3, paper: 'A3' }, { from: 4, to: 4, paper: 'A4' }]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(a4, a4Wide, a3), { minLength: 1, maxLength: 60 }), (sizes) => {
      const runs = runsOf(sizes);
      expect(runs.flatMap(({ from, to, paper }) => Array.from({ length: to - from + 1 }, (_, at) => [from + at, paper]))).toEqual(sizes.map((size, at) => [at + 1, size === a3 ? 'A3' : 'A4']));
      runs.forEach(({ paper }, at) => expect(runs[at + 1]?.paper).not.toBe(paper));
    }),
  );
});

const order = (change: Partial<PrintOrder> = {}): PrintOrder => ({ choice: { printer: '办公室 二楼', paper: 'asMade', sides: 'long' }, copies: 2, title: '上墙表', runs: runsOf([a4, a4]), ...change });

test('one size of paper is one job with all its copies', () => {
  expect(sumatraCommands('S.exe', 'C:\\纸.pdf', order())).toEqual([{ program: 'S.exe', words: ['-print-to', '办公室 二楼', '-print-settings', '2x,duplexlong,paper=A4,noscale', '-silent', 'C:\\纸.pdf'] }]);
  expect(cupsCommands('/纸.pdf', order())).toEqual([{ program: 'lp', words: ['-d', '办公室 二楼', '-n', '2', '-t', '上墙表', '-o', 'media=A4', '-o', 'sides=two-sided-long-edge', '-o', 'print-scaling=none', '--', '/纸.pdf'] }]);
});

test('several sizes are a job each, set by set, so that each set lies in its order', () => {
  const settings = sumatraCommands('S.exe', 'x.pdf', order({ runs: runsOf([a4, a3, a3, a4]) })).map(({ words }) => words[3]);
  const one = ['1,1x,duplexlong,paper=A4,noscale', '2-3,1x,duplexlong,paper=A3,noscale', '4,1x,duplexlong,paper=A4,noscale'];
  expect(settings).toEqual([...one, ...one]);
  expect(cupsCommands('x.pdf', order({ copies: 1, runs: runsOf([a4, a3]) })).map(({ words }) => words.slice(6, 10))).toEqual([['-P', '1', '-o', 'media=A4'], ['-P', '2', '-o', 'media=A3']]);
});

test('made to fit one paper it is one job again, whatever sizes there are', () => {
  const choice = { printer: 'p', paper: 'A4', sides: 'short' } as const;
  expect(sumatraCommands('S.exe', 'x.pdf', order({ choice, copies: 3, runs: runsOf([a4, a3]) })).map(({ words }) => words[3])).toEqual(['3x,duplexshort,paper=A4,fit']);
  expect(cupsCommands('x.pdf', order({ choice: { ...choice, sides: 'one' }, runs: runsOf([a3]) }))[0]?.words).toEqual(expect.arrayContaining(['media=A4', 'sides=one-sided', 'print-scaling=fit']));
});
