import { lexer, type Token } from 'marked';
import text from '../../docs/使用手册.md?raw';

/** One chapter of the user guide; `words` is all of it as plain text, for searching. */
export interface Chapter {
  readonly title: string;
  readonly tokens: readonly Token[];
  readonly words: string;
}

const pictures = import.meta.glob<string>('../../docs/images/*.png', { eager: true, query: '?url', import: 'default' });

/** Where a picture of the guide lies in the built page; undefined for one that is not there. */
export const pictureOf = (href: string): string | undefined => pictures[`../../docs/${href}`];

function split(): readonly Chapter[] {
  const found: { title: string; tokens: Token[] }[] = [];
  for (const token of lexer(text)) {
    if (token.type === 'heading' && token['depth'] <= 2) found.push({ title: String(token['text']), tokens: [] });
    else found.at(-1)?.tokens.push(token);
  }
  return found.map(({ title, tokens }) => ({ title, tokens, words: [title, ...tokens.map(({ raw }) => raw.replaceAll('**', ''))].join('\n') }));
}

export const chapters = split();
