import { createHash } from 'node:crypto';
import type { DocumentSizes } from '../../../shared/contract/documents.ts';
import type { RegisterFile } from '../storage/register-file.ts';

export const shaOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Contents of documents, each once. They are no rows of the register: a row names them by their SHA-256. */
export const contentStore = {
  /** Answers by how many bytes the register grows: none where it has the content already. */
  put(register: RegisterFile, sha: string, bytes: Uint8Array): number {
    const { changes } = register.sql('INSERT INTO documentContent (sha256, bytes, content) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING').run(sha, bytes.length, bytes);
    return changes > 0 ? bytes.length : 0;
  },
  get(register: RegisterFile, sha: string): Uint8Array | undefined {
    // A past day has the contents of today: they never change.
    const found = (register.original ?? register).sql('SELECT content FROM documentContent WHERE sha256 = ?').get(sha) as { content: Uint8Array } | undefined;
    return found?.content;
  },
  /** What contents that are looked at, all of them, and the whole file take. */
  sizes(register: RegisterFile, own: number): DocumentSizes {
    const { contents } = register.sql('SELECT coalesce(sum(bytes), 0) AS contents FROM documentContent').get() as { contents: number };
    const { size } = register.sql('SELECT page_count * page_size AS size FROM pragma_page_count(), pragma_page_size()').get() as { size: number };
    return { own, contents, register: size };
  },
};
