/** Excel reads _x0041_ as A; a text that looks so is told apart by escaping its underscore. */
export const literal = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
