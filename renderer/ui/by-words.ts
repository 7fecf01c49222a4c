/** Whether a choice of a list is meant by what was typed: by any of the words that mean it, not by its label alone. */
export const byWords = (text: string, option: unknown): boolean =>
  typeof option === 'object' && option !== null && 'words' in option && typeof option.words === 'string' && option.words.includes(text.trim());
