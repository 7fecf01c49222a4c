/** What a row of a grid or of a sheet is about. */
export const subjects = ['households', 'people'] as const;
export type Subject = (typeof subjects)[number];
