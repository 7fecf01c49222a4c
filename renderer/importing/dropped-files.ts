/** Temporary files that Excel and WPS leave beside an open workbook, and what systems hide. */
const notForUs = /^(~\$|\.)/;

interface Found {
  readonly file: File;
  /** Name of the folder that it lies in; '' for what was dropped itself. */
  readonly folder: string;
}

/** All files of a drop, those inside dropped folders included. No two bear the same name. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  // The list of items empties itself when the event is over, so the entries are taken first.
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? [item.webkitGetAsEntry()] : []));
  const plain = [...transfer.files];
  if (entries.some((entry) => entry === null)) return plain;
  const found = await Promise.all(entries.flatMap((entry) => (entry === null ? [] : [filesOf(entry, '')])));
  return distinct(found.flat().filter(({ file }) => !notForUs.test(file.name)));
}

/** Villages send files of the same name in folders of their own: those are told apart by the folder, then by a number. */
function distinct(found: readonly Found[]): readonly File[] {
  const names = new Map<string, number>();
  for (const { file } of found) names.set(file.name, (names.get(file.name) ?? 0) + 1);
  const taken = new Set<string>();
  return found.map(({ file, folder }) => {
    const wish = (names.get(file.name) ?? 0) > 1 && folder !== '' ? `${folder}_${file.name}` : file.name;
    let name = wish;
    for (let at = 2; taken.has(name); at++) name = wish.replace(/(\.[^.]*)?$/, (ending) => `（${at}）${ending}`);
    taken.add(name);
    return name === file.name ? file : new File([file], name, { type: file.type });
  });
}

async function filesOf(entry: FileSystemEntry, folder: string): Promise<readonly Found[]> {
  if (isFile(entry)) return [{ file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)), folder }];
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const files: Found[] = [];
  // A reader answers at most a hundred entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return files;
    for (const each of some) files.push(...(await filesOf(each, entry.name)));
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
