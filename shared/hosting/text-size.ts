/** Sizes of all text and what belongs to it, in percent of the usual. */
export const textSizes = [100, 125, 150, 175, 200] as const;
export type TextSize = (typeof textSizes)[number];

const mark = 'mingce:text-size:';

/** What the page asks of the preload script, which can make the whole window larger. */
export const textSizeWanted = (size: TextSize): string => `${mark}${size}`;

/** The size that a message of the page asks for, if it does. */
export function textSizeAsked(message: unknown): TextSize | undefined {
  if (typeof message !== 'string' || !message.startsWith(mark)) return undefined;
  return textSizes.find((size) => message === textSizeWanted(size));
}
