/** Where to go after signing in: a page of ours, whatever the address says. Browsers drop tabs and line breaks before they read it. */
export function safeReturnTo(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value.replace(/[\t\n\r]/g, '')) ? value : '/';
}
