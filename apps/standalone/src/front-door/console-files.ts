import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Nothing from elsewhere and no inline script; styles are also set by the components that need them. */
export const consolePolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

interface File {
  type: string;
  plain: Buffer;
  zipped: Buffer;
  /** Named after its content, so that it may be kept for ever. */
  hashed: boolean;
}

/** The built console, as it is sent to browsers. */
export class ConsoleFiles {
  readonly #files: ReadonlyMap<string, File>;

  private constructor(files: ReadonlyMap<string, File>) {
    this.#files = files;
  }

  static async read(): Promise<ConsoleFiles> {
    const home = dirname(createRequire(import.meta.url).resolve('@imprimatur/console/package.json'));
    const folder = join(home, 'dist');
    if (!existsSync(join(folder, 'index.html'))) throw new Error(`The console is not built: run npm run build first.`);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = await Promise.all(
      entries
        .filter((entry) => entry.isFile())
        .map(async (entry): Promise<[string, File]> => {
          const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
          const plain = await readFile(join(folder, path));
          const type = types[extname(path)] ?? 'application/octet-stream';
          return [`/${path}`, { type, plain, zipped: gzipSync(plain), hashed: path.startsWith('assets/') }];
        }),
    );
    return new ConsoleFiles(new Map(files));
  }

  /** Answers with the file of that name; false when there is none. */
  send(request: IncomingMessage, response: ServerResponse, pathname: string): boolean {
    const file = this.#files.get(pathname);
    if (file === undefined) return false;
    const zips = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    const body = zips ? file.zipped : file.plain;
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': body.length,
      ...(zips && { 'content-encoding': 'gzip' }),
      vary: 'accept-encoding',
      'cache-control': file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': consolePolicy,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  }

  /** Answers with the page that finds out by itself what stands at the address. */
  sendPage(request: IncomingMessage, response: ServerResponse): void {
    this.send(request, response, '/index.html');
  }
}
