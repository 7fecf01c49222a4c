/**
 * What a page may load. Styles may be inline because antd writes its styles at run time; scripts may not.
 * blob: frames show papers and PDFs that the page holds in memory.
 */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  'frame-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A paper is text, tables and fonts: no script, no request. */
const paperPolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src app:; img-src data:";

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

export const pageHeaders: Readonly<Record<string, string>> = {
  ...always,
  'Content-Security-Policy': pagePolicy,
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
  'Cache-Control': 'no-cache',
};

export const paperHeaders: Readonly<Record<string, string>> = {
  ...always,
  'Content-Security-Policy': paperPolicy,
  'Cache-Control': 'no-store',
};

/** Fonts are no secret, and the page of a paper has another origin than the application's page. */
export const fontHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'max-age=86400',
};
