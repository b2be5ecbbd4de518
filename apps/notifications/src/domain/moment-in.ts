/** `3 Jun 2026, 14:05 (Europe/Berlin)`. */
export function momentIn(timeZone: string, moment: Date): string {
  const text = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(moment);
  return `${text} (${timeZone})`;
}
