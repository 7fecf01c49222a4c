/** A key that an input method works with. */
export const isComposing = ({ isComposing: composing, keyCode }: KeyboardEvent): boolean => composing || keyCode === 229;

/** What takes the words of an input method while it has the keys. */
export interface TakesWords {
  /** A word is begun: what takes it comes into view. */
  readonly begun?: () => void;
  /** Whether a word that is chosen still goes where it was begun. */
  readonly stands?: () => boolean;
  readonly written: (word: string) => void;
}

/**
 * Words of an input method for what has the keys and is no text. Without a place for text the browser gives the first letter of a word to the
 * page as it is, and 王 becomes wang. So the cell itself takes the text of the method; what is being written is shown over it, and
 * handed on when the word is chosen. The keys stay with the cell.
 */
class MethodWords {
  readonly #context: EditContext;
  readonly #shown = document.createElement('div');
  #cell: HTMLElement | null = null;
  #takes: TakesWords | null = null;
  #writing = false;

  constructor(context: EditContext) {
    this.#context = context;
    this.#shown.className = 'method-words';
    this.#shown.setAttribute('aria-hidden', 'true');
    this.#shown.hidden = true;
    document.body.append(this.#shown);
    document.addEventListener('focusout', ({ target }) => { if (target === this.#cell) this.#clear(); }, true);
    context.addEventListener('compositionstart', () => this.#begin());
    context.addEventListener('textupdate', () => this.#update());
    context.addEventListener('compositionend', () => this.#end());
    context.addEventListener('characterboundsupdate', () => this.#place());
  }

  take(cell: HTMLElement, takes: TakesWords): void {
    this.#takes = takes;
    if (this.#cell !== cell) {
      // Not when the keys leave it: taken from it then, the browser would go on writing into the context.
      if (this.#cell) this.#cell.editContext = null;
      this.#cell = cell;
      cell.editContext = this.#context;
    }
    this.#place();
  }

  #clear(): void {
    this.#writing = false;
    this.#shown.hidden = true;
    const { text } = this.#context;
    if (text === '') return;
    this.#context.updateText(0, text.length, '');
    // The browser would set the next word where this one ended.
    this.#context.updateSelection(0, 0);
  }

  #begin(): void {
    this.#writing = true;
    this.#takes?.begun?.();
    this.#place();
  }

  #update(): void {
    const { text } = this.#context;
    // A sign that needs no choosing.
    if (!this.#writing) return this.#hand(text);
    this.#place();
    this.#shown.textContent = text;
    this.#shown.hidden = text === '';
  }

  #end(): void {
    this.#hand(this.#writing && this.#takes?.stands?.() !== false ? this.#context.text : '');
  }

  #hand(word: string): void {
    this.#clear();
    if (word !== '') this.#takes?.written(word);
  }

  /** Where the word stands, for the window of the method, and for what is shown of it. */
  #place(): void {
    const [cell, context] = [this.#cell, this.#context];
    if (!cell) return;
    const bounds = cell.getBoundingClientRect();
    context.updateControlBounds(bounds);
    context.updateSelectionBounds(bounds);
    context.updateCharacterBounds(0, [...context.text].map(() => bounds));
    const { left, top, width, height } = bounds;
    Object.assign(this.#shown.style, { left: `${left}px`, top: `${top}px`, minWidth: `${width}px`, height: `${height}px`, lineHeight: `${height - 4}px` });
  }
}

let words: MethodWords | null = null;

/** A cell has the keys: what an input method writes goes to it, until another has them. Where the browser cannot do it, letters go their old way. */
export function takeWords(cell: HTMLElement, takes: TakesWords): void {
  if (!window.EditContext) return;
  words ??= new MethodWords(new window.EditContext());
  words.take(cell, takes);
}
