/** Signs of the boxes and lists, in place of drawn ones whose names are English: a screen reader tells them. */
export const openSign = <span aria-hidden className="open-sign">▾</span>;
export const clearSign = <span role="img" aria-label="清空">×</span>;
export const findSign = <span>找</span>;

/** A box that can be emptied by one press. */
export const clearable = { clearIcon: clearSign };
