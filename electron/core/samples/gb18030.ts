let codes: Map<string, readonly number[]> | undefined;

/** Two-byte codes (GBK) and, for characters of the first plane outside it, four-byte ones: the decoder's table turned round once. */
function turnedRound(): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const note = (bytes: readonly number[]): void => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if (!table.has(character)) table.set(character, bytes);
    } catch {
      // Nothing is assigned to the code.
    }
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) note([lead, trail]);
  }
  for (let first = 0x81; first <= 0x84; first++) {
    for (let rest = 0; rest < 10 * 126 * 10; rest++) note([first, 0x30 + Math.floor(rest / 1260), 0x81 + (Math.floor(rest / 10) % 126), 0x30 + (rest % 10)]);
  }
  return table;
}

/** Above the first plane the code follows from the character's number. */
function highCode(code: number): readonly number[] {
  const pointer = 189_000 + code - 0x1_0000;
  return [0x81 + Math.floor(pointer / 12_600), 0x30 + (Math.floor(pointer / 1260) % 10), 0x81 + (Math.floor(pointer / 10) % 126), 0x30 + (pointer % 10)];
}

/** Text as GB18030 bytes, which are GBK wherever GBK has the character. Node decodes the encoding but does not write it. */
export function gb18030(text: string): Uint8Array {
  codes ??= turnedRound();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const found = code < 0x80 ? [code] : code > 0xffff ? highCode(code) : codes.get(character);
    if (!found) throw new Error('A character has no GB18030 code');
    for (const byte of found) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}
