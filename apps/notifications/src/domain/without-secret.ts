const TELLING = 6;

/**
 * A mail server that refuses a mail may quote it, in whatever encoding. Whatever it has in common with the secret part of a link, which is
 * its end, is left out of its words.
 */
export function withoutSecret(words: string, link: string | null): string {
  if (link === null) return words;
  const secret = link.slice(link.search(/[^#?/]*$/)).toLowerCase();
  const lower = words.toLowerCase();
  const hidden = new Set<number>();
  for (let at = 0; at + TELLING <= lower.length; at++)
    if (secret.includes(lower.slice(at, at + TELLING)))
      for (let each = at; each < at + TELLING; each++) hidden.add(each);
  return words
    .split('')
    .map((character, at) => (hidden.has(at) ? (hidden.has(at - 1) ? '' : '…') : character))
    .join('');
}
