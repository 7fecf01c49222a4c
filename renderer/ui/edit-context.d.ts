/** The browser's EditContext as far as it is used here: TypeScript's library does not know it yet. https://w3c.github.io/edit-context/ */
interface EditContext extends EventTarget {
  readonly text: string;
  updateText(rangeStart: number, rangeEnd: number, text: string): void;
  updateSelection(start: number, end: number): void;
  updateControlBounds(bounds: DOMRect): void;
  updateSelectionBounds(bounds: DOMRect): void;
  updateCharacterBounds(rangeStart: number, bounds: readonly DOMRect[]): void;
}

interface HTMLElement {
  /** Absent where the browser has none. */
  editContext?: EditContext | null;
}

interface Window {
  readonly EditContext?: new () => EditContext;
}
