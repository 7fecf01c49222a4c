export interface TagHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** Walks through a page leniently: comments, scripts and styles are passed over, a stray < is text. */
export function readTags(page: string, handler: TagHandler): void {
  let at = 0;
  while (at < page.length) {
    const start = page.indexOf('<', at);
    if (start < 0) {
      handler.text(page.slice(at));
      return;
    }
    if (start > at) handler.text(page.slice(at, start));
    if (page.startsWith('<!--', start)) {
      const end = page.indexOf('-->', start + 4);
      at = end < 0 ? page.length : end + 3;
    } else if (/[a-z/!?]/i.test(page[start + 1] ?? '')) at = readTag(page, start, handler);
    else {
      handler.text('<');
      at = start + 1;
    }
  }
}

function readTag(page: string, start: number, handler: TagHandler): number {
  const end = tagEnd(page, start + 1);
  const inside = page.slice(start + 1, end);
  const name = /^\/?([a-z][\w:-]*)/i.exec(inside)?.[1]?.toLowerCase();
  if (name === undefined) return end + 1;
  if (inside.startsWith('/')) handler.close(name);
  else if (name === 'script' || name === 'style') {
    const close = new RegExp(`</${name}`, 'gi');
    close.lastIndex = end;
    return close.test(page) ? close.lastIndex : page.length;
  } else handler.open(name, inside.slice(name.length));
  return end + 1;
}

/** Position of the tag's >, which may also stand inside of quotes; tags do not grow beyond a few thousand characters. */
function tagEnd(page: string, from: number): number {
  let quote = '';
  for (let at = from; at < page.length && at < from + 8192; at += 1) {
    const character = page[at] as string;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at;
    else if (character === '"' || character === "'") quote = character;
  }
  // A quote that nobody closed.
  const end = page.indexOf('>', from);
  return end < 0 ? page.length : end;
}
