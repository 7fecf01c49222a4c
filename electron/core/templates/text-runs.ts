import type { XmlElement } from './xml-tree.ts';

export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Writes into a text that is torn into runs — a mark may begin in one and end in another, each in its own format. What is written has the
 * format of the run in which it begins; every other run stays as it is.
 */
export function editRuns(texts: readonly XmlElement[], edits: readonly TextEdit[], written: (text: string) => string = (text) => text): void {
  const before = texts.map((element) => element.text);
  const starts: number[] = [];
  before.reduce((sum, text) => {
    starts.push(sum);
    return sum + text.length;
  }, 0);
  const after = [...before];
  // From the end, so that the places of what comes before stay true.
  for (const { start, end, text } of edits.toSorted((a, b) => b.start - a.start)) {
    let put = false;
    for (let at = 0; at < texts.length; at++) {
      const from = starts[at] ?? 0;
      const length = (before[at] ?? '').length;
      const last = at === texts.length - 1;
      const begins: boolean = !put && start >= from && (start < from + length || (last && start === from + length));
      if (!begins && (end <= from || start >= from + length)) continue;
      const cutFrom = Math.max(0, start - from);
      const cutTo = Math.min(length, end - from);
      if (cutTo < cutFrom) continue;
      const now = after[at] ?? '';
      after[at] = now.slice(0, cutFrom) + (begins ? written(text) : '') + now.slice(cutTo);
      put ||= begins;
    }
  }
  texts.forEach((element, at) => {
    if (after[at] === before[at]) return;
    element.text = after[at] ?? '';
    if (/^\s|\s$|\s{2}/.test(element.text)) element.set('xml:space', 'preserve');
  });
}
