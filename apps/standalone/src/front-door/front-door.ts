import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { serviceFor, type Service } from '@imprimatur/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PRODUCT } from '../assert-port-free.ts';
import { mailDocument, mailPage, mailPolicy, mailboxPage } from '../mailbox/mailbox-pages.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { sendFile, sendJson, sendPage, sendProblem } from './answer.ts';
import { demoMembers, DEMO_PASSWORD } from '../seeds/demo-people.ts';
import { docsAsset, docsPage, docsPolicy } from './api-docs.ts';
import type { ConsoleFiles } from './console-files.ts';
import { html } from './html.ts';
import { page, pagePolicy } from './page.ts';

/** What answers the requests of a service: its Fastify instance, without a port of its own. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface FrontDoorParts {
  services: Record<Service, Handler>;
  openapi: OpenAPIObject;
  mailbox: Mailbox;
  console: ConsoleFiles;
  /** Whether every service is ready, and what each says about itself. */
  readiness: () => Promise<{ ready: boolean }>;
}

/** The one port of the standalone: hands API calls to the service that owns the path and serves the console and the few pages beside it. */
export class FrontDoor {
  readonly #server: Server;
  readonly #parts: FrontDoorParts;
  readonly #unanswered = new Set<ServerResponse>();

  constructor(parts: FrontDoorParts) {
    this.#parts = parts;
    this.#server = createServer((request, response) => {
      this.#unanswered.add(response);
      response.once('close', () => this.#unanswered.delete(response));
      void this.#answer(request, response).catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        if (response.headersSent) response.destroy();
        else sendProblem(response, 500, 'internal', 'Something went wrong.');
      });
    });
  }

  async listen(port: number, host: string): Promise<void> {
    this.#server.listen(port, host);
    await once(this.#server, 'listening');
  }

  /** Stops accepting; resolves when the requests at hand are answered, or after the grace period. Event streams never are: they are cut. */
  async close(graceMs = 5_000): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeIdleConnections();
    for (const response of this.#unanswered) if (isEventStream(response)) response.destroy();
    const cut = setTimeout(() => this.#server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(cut);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://standalone.invalid');
    const service = serviceFor(pathname);
    if (service !== undefined) return this.#parts.services[service](request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return sendProblem(response, 404, 'route.not-found', 'There is nothing here.');
    }
    if (pathname === '/api/openapi.json') return sendJson(response, this.#parts.openapi);
    if (pathname === '/standalone.json') return sendJson(response, aboutStandalone);
    if (pathname === '/health/live') return sendJson(response, { live: true, product: PRODUCT });
    if (pathname === '/health/ready') return await this.#ready(response);
    if (pathname === '/api/docs') return sendPage(response, docsPage, docsPolicy);
    if (pathname.startsWith('/api/docs/')) return await sendDocsAsset(response, pathname.slice('/api/docs/'.length));
    if (/^\/mailbox([./]|$)/.test(pathname)) return this.#mailbox(request, response, pathname, searchParams);
    const document = /^\/api\/openapi\/([a-z-]+)\.json$/.exec(pathname)?.[1];
    if (document !== undefined && Object.hasOwn(this.#parts.services, document)) {
      return this.#parts.services[document as Service](request, response);
    }
    this.#console(request, response, pathname);
  }

  /** Files by their names; every other address that is none of the API is a page of the console, for browsers. */
  #console(request: IncomingMessage, response: ServerResponse, pathname: string): void {
    if (this.#parts.console.send(request, response, pathname)) return;
    if (/^\/(api|health|assets)(\/|$)/.test(pathname) || !wantsPage(request))
      return nothingHere(request, response, 'route.not-found', 'There is nothing here.');
    this.#parts.console.sendPage(request, response);
  }

  #mailbox(request: IncomingMessage, response: ServerResponse, pathname: string, query: URLSearchParams): void {
    const { mailbox } = this.#parts;
    const to = query.get('to') ?? undefined;
    const filter = { ...(to !== undefined && { to }), after: Number(query.get('after')) || 0 };
    if (pathname === '/mailbox') return sendPage(response, mailboxPage(mailbox.mails(filter), to));
    if (pathname === '/mailbox.json') return sendJson(response, { mails: mailbox.mails(filter) });
    const [, id, part] = /^\/mailbox\/(\d+)(\/html)?$/.exec(pathname) ?? [];
    const mail = mailbox.mail(Number(id));
    if (mail === undefined) return nothingHere(request, response, 'mail.not-found', 'There is no such mail.');
    if (part === undefined) return sendPage(response, mailPage(mail));
    sendPage(response, mailDocument(mail), mailPolicy);
  }

  async #ready(response: ServerResponse): Promise<void> {
    const readiness = await this.#parts.readiness();
    if (!readiness.ready) response.statusCode = 503;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(readiness));
  }
}

/** What tells the console that people try it out here, and as whom they can. */
const aboutStandalone = {
  demo: {
    password: DEMO_PASSWORD,
    members: demoMembers.map(({ name, email, roleName }) => ({ name, email, roleName })),
  },
};

const isEventStream = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type')).startsWith('text/event-stream');

const wantsPage = (request: IncomingMessage): boolean => request.headers.accept?.includes('text/html') === true;

/** People get a page, programs a problem. */
function nothingHere(request: IncomingMessage, response: ServerResponse, code: string, title: string): void {
  const text = html`<p>Perhaps <a href="/">the console</a> has what you look for.</p>`;
  if (wantsPage(request)) sendPage(response, page(title, text), pagePolicy, 404);
  else sendProblem(response, 404, code, title);
}

async function sendDocsAsset(response: ServerResponse, name: string): Promise<void> {
  const asset = await docsAsset(name);
  if (asset === undefined) return sendProblem(response, 404, 'route.not-found', 'There is nothing here.');
  sendFile(response, asset.type, asset.content);
}
