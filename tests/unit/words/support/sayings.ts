import { parseSync } from 'vite';

/** What a source says in Chinese: a string, a template with ◇ for what is put in, a text between tags. */
export interface Saying {
  readonly line: number;
  readonly text: string;
}

const chinese = /[\u3400-\u9fff]/;

/** Every saying of a source. Under `also` stand wordings of others, read and never said. */
export function sayingsOf(path: string, source: string): Saying[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const found: Saying[] = [];
  const take = (text: string, start: number): void => {
    if (chinese.test(text)) found.push({ line: source.slice(0, start).split('\n').length, text: text.trim() });
  };
  visit(program, (node) => {
    const start = Number(node['start']);
    if (node['type'] === 'Property' && nameOf(node['key']) === 'also') return false;
    if ((node['type'] === 'Literal' || node['type'] === 'JSXText') && typeof node['value'] === 'string') take(node['value'], start);
    if (node['type'] === 'TemplateLiteral' && Array.isArray(node['quasis'])) take(node['quasis'].map(cooked).join('◇'), start);
    return true;
  });
  return found;
}

/** Every saying of a declaration that is data. */
export const sayingsOfData = (source: string): Saying[] =>
  source.split('\n').flatMap((text, at) => [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, said = '']) => ({ line: at + 1, text: said })).filter((saying) => chinese.test(saying.text)));

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nameOf = (key: unknown): unknown => (isNode(key) ? (key['name'] ?? key['value']) : null);
const cooked = (quasi: unknown): string => (isNode(quasi) && isNode(quasi['value']) ? String(quasi['value']['cooked']) : '');

/** Goes into a node as long as `look` says so. */
function visit(value: unknown, look: (node: Node) => boolean): void {
  if (Array.isArray(value)) for (const each of value) visit(each, look);
  else if (isNode(value) && (typeof value['type'] !== 'string' || look(value))) for (const each of Object.values(value)) visit(each, look);
}
