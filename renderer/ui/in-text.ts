/** Whether keys write into what they go to. A cell takes an input method's words, and is no text for all that. */
export const inText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && ((target.isContentEditable && !target.editContext) || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
