import { strings } from '../../../strings/en.ts';

const { rights: words } = strings.people;

export interface RightsOfScope {
  scope: string;
  rights: string[];
}

type Kind = 'workspace' | 'sources' | 'destinations';

/** Rights as the API names them, such as `sources.all.approve`, gathered by what they are rights on, and in words. */
export function rightWords(rights: readonly string[], nameOf: (id: string) => string | undefined): RightsOfScope[] {
  const scopes = new Map<string, string[]>();
  for (const right of rights) {
    const [kind, ...rest] = right.split('.') as [Kind, ...string[]];
    const scope = kind === 'workspace' ? words.workspace : scopeWords(kind, rest[0] ?? '', nameOf);
    const name = rest.at(-1) ?? '';
    const known: Record<string, string> = words.names;
    scopes.set(scope, [...(scopes.get(scope) ?? []), known[name] ?? name]);
  }
  return [...scopes].map(([scope, names]) => ({ scope, rights: names }));
}

function scopeWords(kind: 'sources' | 'destinations', id: string, nameOf: (id: string) => string | undefined): string {
  return id === 'all' ? words.all[kind] : (nameOf(id) ?? words.hidden[kind]);
}
