import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
const all = (text: string, pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))].toSorted();

describe('the user guide', () => {
  const guide = read('docs', '使用手册.md');

  it('shows every picture that is there, and each is drawn by `npm run guide`', () => {
    const shown = all(guide, /\]\(images\/([^)]+)\.png\)/g);
    expect(readdirSync(join(root, 'docs', 'images')).map((file) => file.replace(/\.png$/, '')).toSorted()).toEqual(shown);
    expect(all(read('tests', 'guide', 'pictures.guide.ts'), /await keep\('([^']+)'\)/g)).toEqual(shown);
  });

  it('has the chapter and the part to which F1 leads from each screen', () => {
    const frame = read('renderer', 'app', 'Frame.tsx');
    const chapters = all(/chapterOf[^=]*= \{([^}]*)\}/.exec(frame)?.[1] ?? '', /'([^']+)'/g);
    const beside = [read('renderer', 'card', 'HouseholdCard.tsx'), read('renderer', 'app', 'PastBand.tsx'), read('renderer', 'table', 'summary', 'SummarySide.tsx')].flatMap((source) => all(source, /data-guide="([^"]+)"/g));
    const parts = [...all(read('renderer', 'app', 'ChecksPlace.tsx'), /label: '([^']+)'/g).filter((label) => label !== '规则核对'), '填上级的空表', '月度'];
    expect([chapters.length, beside.length]).toEqual([9, 3]);
    expect([...chapters, ...beside].filter((title) => !guide.includes(`\n## ${title}\n`))).toEqual([]);
    expect(parts.filter((title) => !guide.includes(`## ${title}\n`))).toEqual([]);
  });

  /** What the program says: what is put together while it runs stands in its sources in pieces. */
  const program = globSync(['shared/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}'], { cwd: root }).map((file) => read(file)).join('\n');

  it('explains messages in the words that the program says them', () => {
    const table = /\n## 常见提示\n([\s\S]*?)\n## /.exec(guide)?.[1] ?? '';
    const messages = all(table, /^\| ([^|]+) \| [^|]+ \|$/gm).filter((message) => message !== '提示');
    expect(messages.length).toBeGreaterThan(8);
    const pieces = messages.flatMap((message) => message.split(/（…）|“…”/)).filter((piece) => piece !== '');
    expect(pieces.filter((piece) => !program.includes(piece))).toEqual([]);
  });

  it('tells to press what is there', () => {
    const pressed = all(guide, /(?:[点按]|右键|按钮)“([^”…]+(?:……)?)”/g);
    expect(pressed.length).toBeGreaterThan(30);
    expect(pressed.filter((words) => !program.includes(words.replace(/\d+ .$/, '')))).toEqual([]);
  });
});
