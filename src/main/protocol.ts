/** Serves the console's own files under app://; there is no file:// page and no network. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

const scheme = 'app';
export const origin = `${scheme}://console`;
export const pageUrl = `${origin}/index.html`;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before Electron is ready. Code caching makes the second start faster than the first. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Styles that Fluent UI inserts carry the nonce; everything else comes from our own files. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/**
 * Loads what the first answer will need. Node.js brings its Response up at the first use, which is
 * better done while the page's process starts than when it asks.
 */
export function prepareAnswers(): void {
  void new Response(null);
}

/**
 * Answers app:// requests from the folder `root`; anything outside it does not exist. Pages learn the language that they
 * are to speak, a tag of BCP 47.
 */
export function servePage(root: string, language: string): void {
  protocol.handle(scheme, async (request) => {
    try {
      const { host, pathname } = new URL(request.url);
      const file = normalize(join(root, decodeURIComponent(pathname)));
      const type = types[extname(file)];
      if (`${scheme}://${host}` !== origin || !file.startsWith(root + sep) || type === undefined) {
        return new Response('Not found', { status: 404 });
      }
      const content = await readFile(file);
      const headers: Record<string, string> = { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' };
      if (extname(file) !== '.html') return new Response(content, { headers });
      const nonce = randomBytes(16).toString('base64');
      headers['Content-Security-Policy'] = policy(nonce);
      const page = content.toString('utf8').replaceAll('__CSP_NONCE__', nonce);
      return new Response(page.replace('__LANGUAGE__', language), { headers });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}
