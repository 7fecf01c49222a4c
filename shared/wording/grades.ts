/** How grave a finding is: a sign and a word each, the same on screens, in workbooks and on papers; colour only repeats them. */
export type Grade = 'E' | 'W' | 'I';

export const grades: Readonly<Record<Grade, { readonly sign: string; readonly word: string }>> = {
  E: { sign: '✕', word: '必须改' },
  W: { sign: '△', word: '要核实' },
  I: { sign: '·', word: '提示' },
};
