import type { Draw } from '../../electron/core/samples/draw.ts';
import { decodeText } from '../../electron/core/importing/read-text.ts';
import { gb18030 } from '../../electron/core/samples/gb18030.ts';
import { repeated, type Mutation } from './mutation.ts';

const signs = ['"', '""', '="', ',', '\t', ';', '\r', '\n', '\0', '\x1A', '\uFEFF', '<', '>', '<td>', '</table>', '<table>', '<tr>', '<td rowspan=99999 colspan=99999>', '<!--', '<script>', '&#x41;', '&#99999999;', "<a title='", 'sep=,', '\uD83D', '\u2028'];

const onText =
  (change: (text: string, draw: Draw) => string | Uint8Array | null): Mutation['apply'] =>
  ({ bytes }, draw) => {
    const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
    if (head.startsWith('PK') || head.startsWith('\xD0\xCF')) return null;
    const text = decodeText(bytes);
    if (text === undefined) return null;
    const out = change(text, draw);
    return typeof out === 'string' ? Buffer.from(out) : out;
  };

/** Mutations of files that are text: csv, html, Excel's XML of 2003. */
export const textMutations: readonly Mutation[] = [
  {
    name: 'text: signs',
    weight: 6,
    apply: onText((text, draw) => {
      let out = text;
      for (let left = draw.whole(1, 8); left > 0; left--) {
        const at = draw.whole(0, out.length);
        out = out.slice(0, at) + draw.pick(signs) + out.slice(at + (draw.chance(0.3) ? 1 : 0));
      }
      return out;
    }),
  },
  {
    name: 'text: a line many times',
    weight: 2,
    apply: onText((text, draw) => {
      const lines = text.split('\n');
      const at = draw.whole(0, lines.length - 1);
      return lines.toSpliced(at, 0, repeated(`${lines[at] ?? ''}\n`, draw.pick([1, 10, 3000]))).join('\n');
    }),
  },
  {
    name: 'text: another encoding',
    weight: 3,
    apply: onText((text, draw) => {
      const clean = text.toWellFormed();
      return draw.pick([() => gb18030(clean), () => Buffer.from(clean, 'utf16le'), () => Buffer.from(`\uFEFF${clean}`, 'utf16le'), () => Buffer.from(`\uFEFF${clean}`, 'utf16le').swap16(), () => Buffer.concat([gb18030(clean), Buffer.from(clean)])])();
    }),
  },
  { name: 'text: no line ends', weight: 1, apply: onText((text, draw) => text.replace(/\r?\n/g, draw.pick(['', '\r', '\n\n', '\u2028']))) },
  { name: 'text: nested tables', weight: 1, apply: onText((text, draw) => (text.includes('<table') ? text.replace(/<td/g, () => (draw.chance(0.1) ? '<table><tr><td' : '<td')) : null)) },
  { name: 'text: very wide', weight: 0.5, apply: onText((text, draw) => text.replace(/,/, ','.repeat(draw.pick([100, 1999, 2001, 100_000])))) },
];
