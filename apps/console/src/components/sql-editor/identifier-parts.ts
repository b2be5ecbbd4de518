const part = /"((?:[^"]|"")*)"|([^".]+)/g;

/** The names in an identifier as SQL writes it: `sales."Big ""deals"""` is `sales` and `Big "deals"`. */
export const identifierParts = (identifier: string): string[] =>
  [...identifier.matchAll(part)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
