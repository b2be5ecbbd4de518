import { html, type Html } from './html.ts';

/** Plain pages load nothing from anywhere and run no script. */
export const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const style = html`<style>
  :root {
    color-scheme: light dark;
    font:
      16px/1.5 system-ui,
      sans-serif;
  }
  body {
    max-width: 60rem;
    margin: 2rem auto;
    padding: 0 1rem;
  }
  h1 {
    font-size: 1.8rem;
    line-height: 1.2;
  }
  h2 {
    font-size: 1.2rem;
    margin-top: 2rem;
  }
  nav {
    margin-bottom: 1.5rem;
  }
  nav a {
    margin-right: 1rem;
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  th,
  td {
    text-align: left;
    padding: 0.35rem 0.8rem 0.35rem 0;
    border-bottom: 1px solid #8884;
    vertical-align: top;
  }
  pre {
    white-space: pre-wrap;
    background: #8881;
    padding: 1rem;
    border-radius: 0.4rem;
  }
  iframe {
    width: 100%;
    height: 60rem;
    border: 1px solid #8884;
    border-radius: 0.4rem;
    background: #fff;
  }
  small,
  .quiet {
    opacity: 0.7;
  }
</style>`;

/** A whole page of the standalone, with the links every one of them has. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Imprimatur</title>
        ${style}
      </head>
      <body>
        <nav><a href="/">Imprimatur</a><a href="/mailbox">Mailbox</a><a href="/api/docs">API</a></nav>
        <h1>${title}</h1>
        ${body}
      </body>
    </html>`.text;
}
