import { describe, expect, it } from 'vitest';
import { areMine, noteMade } from '../../../renderer/app/saving.ts';

describe('revisions of this window', () => {
  it('are all that lie between two, in the register in which they were made, and none that is not known', () => {
    for (const revision of [4, 5, 7]) noteMade('一.mingce', revision);
    expect(areMine('一.mingce', 3, 5)).toBe(true);
    expect(areMine('一.mingce', 5, 5)).toBe(true);
    expect(areMine('一.mingce', 4, 7)).toBe(false);
    expect(areMine('一.mingce', 2, 4)).toBe(false);
    expect(areMine('二.mingce', 3, 5)).toBe(false);
  });
});
