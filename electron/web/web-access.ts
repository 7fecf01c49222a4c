import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** 192 bits, new at every start. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** Whether the request comes from our own address, not from another site or through another host name. */
export function comesFromHere(headers: IncomingHttpHeaders, port: number): boolean {
  const here = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!here.includes(headers.host ?? '')) return false;
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}

export function bearsToken(headers: IncomingHttpHeaders, token: string): boolean {
  const given = Buffer.from(headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
