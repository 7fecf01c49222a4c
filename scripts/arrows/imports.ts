import { parseSync } from 'vite';

/** Every module that a source names: import, export … from, import(), types included, and new URL(…, import.meta.url). */
export function importsOf(path: string, source: string): string[] {
  const { module, program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const named = [
    ...module.staticImports.map((each) => each.moduleRequest.value),
    ...module.staticExports.flatMap((each) => each.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
  ];
  visit(program, (node) => {
    const value = literal(node['source']) ?? literal(node['argument']);
    if ((node['type'] === 'ImportExpression' || node['type'] === 'TSImportType') && value !== null) named.push(value);
    const words = node['arguments'];
    const callee = node['callee'];
    if (!Array.isArray(words) || !isNode(callee)) return;
    const first = literal(words[0]);
    if (first === null) return;
    if (callee['name'] === 'require') named.push(first);
    if (node['type'] === 'NewExpression' && callee['name'] === 'URL' && isMetaUrl(words[1])) named.push(first);
  });
  return [...new Set(named)];
}

type Node = Record<string, unknown>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function literal(value: unknown): string | null {
  return isNode(value) && value['type'] === 'Literal' && typeof value['value'] === 'string' ? value['value'] : null;
}

function isMetaUrl(value: unknown): boolean {
  return isNode(value) && isNode(value['object']) && value['object']['type'] === 'MetaProperty';
}

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, look);
  else if (isNode(value)) {
    look(value);
    for (const each of Object.values(value)) if (typeof each === 'object') visit(each, look);
  }
}
