import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWebHost, type WebHost } from '../../electron/web/start-web-host.ts';

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let host: WebHost;
let port: number;
let token: string;
const folder = mkdtempSync(join(tmpdir(), 'mingce-safety-'));

beforeAll(async () => {
  process.env['MINGCE_STATE'] = folder;
  process.env['MINGCE_REGISTERS'] = folder;
  host = await startWebHost();
  const url = new URL(host.url);
  port = Number(url.port);
  token = url.hash.slice(1);
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

/** A raw request: fetch would tidy the path and refuse to set Host and Origin. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

const call = (headers: Record<string, string>) => ask('/rpc/app/info', headers, 'POST');

describe('the router', () => {
  it('answers who bears the token', async () => {
    const reply = await call({ authorization: `Bearer ${token}` });
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('browser');
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  it('has a token of 192 bits', () => {
    expect(Buffer.from(token, 'base64url')).toHaveLength(24);
  });

  it.each([
    ['no token', () => ({})],
    ['an empty one', () => ({ authorization: 'Bearer ' })],
    ['another one', () => ({ authorization: `Bearer ${'A'.repeat(token.length)}` })],
    ['a longer one', () => ({ authorization: `Bearer ${token}x` })],
    ['a bare one', () => ({ authorization: token })],
  ])('answers nothing to %s', async (_name, headers) => {
    const reply = await call(headers());
    expect(reply.status).toBe(401);
    expect(reply.body).toBe('');
  });

  it.each([
    ['another host name', () => ({ host: `evil.example:${port}` })],
    ['another port', () => ({ host: '127.0.0.1:1' })],
    ['a host without its port', () => ({ host: '127.0.0.1' })],
    ['another origin', () => ({ origin: 'https://evil.example' })],
    ['no origin of its own', () => ({ origin: 'null' })],
    ['another port of this machine', () => ({ origin: 'http://127.0.0.1:1' })],
    ['the other name of this machine', () => ({ origin: `http://localhost:${port}` })],
  ])('answers nothing to %s, whatever the token', async (_name, headers) => {
    const reply = await call({ authorization: `Bearer ${token}`, ...headers() });
    expect(reply.status).toBe(403);
    expect(reply.body).toBe('');
  });

  it('answers its own origin under both names', async () => {
    for (const name of ['127.0.0.1', 'localhost']) {
      const reply = await call({ authorization: `Bearer ${token}`, host: `${name}:${port}`, origin: `http://${name}:${port}` });
      expect(reply.status).toBe(200);
    }
  });

  it('lets no other site in by a preflight', async () => {
    const reply = await ask('/rpc/app/info', { origin: 'https://evil.example', 'access-control-request-method': 'POST' }, 'OPTIONS');
    expect(reply.status).toBe(403);
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('files', () => {
  it('serves the page under a strict policy', async () => {
    const reply = await ask('/');
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('<div id="root">');
    const policy = String(reply.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
    expect(reply.headers['referrer-policy']).toBe('no-referrer');
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each(['/../package.json', '/..%2f..%2fpackage.json', '/fonts/../../../package.json', '/%2e%2e/%2e%2e/package.json', '/built.json'])(
    'has nothing at %s',
    async (path) => {
      const reply = await ask(path);
      expect(reply.status).toBe(404);
      expect(reply.body).toBe('');
    },
  );

  it('takes no writing', async () => {
    expect((await ask('/index.html', {}, 'PUT')).status).toBe(405);
  });
});
