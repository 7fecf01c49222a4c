import { readdirSync, readFileSync } from 'node:fs';
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
});
