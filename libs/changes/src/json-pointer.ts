/** One step of a JSON pointer (RFC 6901): names may hold anything. */
export const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

export const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');
