/** An editor that may be open when the window closes. */
interface OpenEditor {
  /** What was typed into it; null where nothing was. */
  readonly text: () => string | null;
  /** Closes it; what was typed is written. */
  readonly take: () => void;
}

const editors = new Set<OpenEditor>();

/** Tells of an editor. Answers how to take that back. */
export function mayBeOpen(editor: OpenEditor): () => void {
  editors.add(editor);
  return () => editors.delete(editor);
}

const typedInto = (): OpenEditor[] => [...editors].filter((editor) => editor.text() !== null);

/** What stands unwritten in open editors. */
export const openTexts = (): readonly string[] => typedInto().map((editor) => editor.text() ?? '');

/** Every open editor hands on what was typed into it. */
export function handOnAll(): void {
  for (const editor of typedInto()) editor.take();
}
