const types: Readonly<Record<string, string>> = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', pdf: 'application/pdf', zip: 'application/zip' };

/** Bytes as a file that is handed over, typed by the end of its name. */
export const fileOf = (bytes: Uint8Array, name: string): File => new File([Uint8Array.from(bytes)], name, { type: types[name.slice(name.lastIndexOf('.') + 1)] ?? '' });

/** Files that were handed in. */
export const filesOf = (files: readonly File[]): Promise<{ name: string; bytes: Uint8Array }[]> =>
  Promise.all(files.map(async (each) => ({ name: each.name, bytes: new Uint8Array(await each.arrayBuffer()) })));
