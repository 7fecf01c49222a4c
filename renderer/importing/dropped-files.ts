/** Temporary files that Excel and WPS leave beside an open workbook, and what systems hide. */
const notForUs = /^(~\$|\.)/;

/** All files of a drop, those inside dropped folders included. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  // The list of items empties itself when the event is over, so the entries are taken first.
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? [item.webkitGetAsEntry()] : []));
  const plain = [...transfer.files];
  if (entries.some((entry) => entry === null)) return plain;
  const found = await Promise.all(entries.flatMap((entry) => (entry === null ? [] : [filesOf(entry)])));
  return found.flat().filter(({ name }) => !notForUs.test(name));
}

async function filesOf(entry: FileSystemEntry): Promise<readonly File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const files: File[] = [];
  // A reader answers at most a hundred entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return files;
    for (const each of some) files.push(...(await filesOf(each)));
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
