import type { ServerResponse } from 'node:http';
import { pagePolicy } from './page.ts';

const always = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' };

/** Answers with a page; `policy` is its Content-Security-Policy. */
export function sendPage(response: ServerResponse, text: string, policy = pagePolicy, status = 200): void {
  const headers = { ...always, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
  response.writeHead(status, headers).end(text);
}

export function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...always, 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** Answers with problem+json, as the services do. */
export function sendProblem(response: ServerResponse, status: number, code: string, title: string): void {
  response
    .writeHead(status, { ...always, 'content-type': 'application/problem+json' })
    .end(JSON.stringify({ type: `urn:imprimatur:problem:${code}`, title, status, code }));
}

export function sendFile(response: ServerResponse, type: string, content: Buffer | string): void {
  response.writeHead(200, { ...always, 'content-type': type, 'cache-control': 'max-age=3600' }).end(content);
}
