import type { Session } from 'electron';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageOrigin, paperHost } from '../../shared/hosting/desktop-messages.ts';
import { fontHeaders, pageHeaders, paperHeaders } from '../../shared/hosting/page-headers.ts';
import { type ServedFile, servedFile } from '../../shared/hosting/served-file.ts';
import { programFolders } from './program-folders.ts';

/** Answers app:// for the application's page. */
export function answerPages(session: Session): void {
  session.protocol.handle('app', async (request) => {
    const file = fileOf(request);
    return file === null ? nothing() : answerFile(file, file.folder === 'fonts' ? fontHeaders : pageHeaders);
  });
}

/** Answers app:// for papers: the shipped fonts and the papers that main holds at this moment, nothing else. */
export function answerPapers(session: Session, paperAt: (id: string) => string | undefined): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host === paperHost) {
      const html = paperAt(url.pathname.slice(1));
      if (html === undefined) return nothing();
      return new Response(html, { headers: { ...paperHeaders, 'Content-Type': 'text/html; charset=utf-8' } });
    }
    const file = fileOf(request);
    return file?.folder === 'fonts' ? answerFile(file, fontHeaders) : nothing();
  });
}

function fileOf(request: Request): ServedFile | null {
  const url = new URL(request.url);
  if (request.method !== 'GET' || `${url.protocol}//${url.host}` !== pageOrigin) return null;
  return servedFile(url.pathname);
}

async function answerFile(file: ServedFile, headers: Readonly<Record<string, string>>): Promise<Response> {
  try {
    const bytes = await readFile(join(programFolders[file.folder], ...file.names));
    return new Response(new Uint8Array(bytes), { headers: { ...headers, 'Content-Type': file.type } });
  } catch {
    return nothing();
  }
}

function nothing(): Response {
  return new Response(null, { status: 404, headers: { ...pageHeaders } });
}
