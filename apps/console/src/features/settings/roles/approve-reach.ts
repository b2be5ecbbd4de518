import { ALL, type Grant } from './role-content.ts';

/** On how much a role approves, by its own rows: everywhere but on some, or on some only. */
export type Reach = { everywhere: boolean; named: number };

export function approveReach(grants: readonly Grant[]): Reach {
  const everywhere = grants.some(({ scope, approve }) => scope === ALL && approve);
  return { everywhere, named: grants.filter(({ scope, approve }) => scope !== ALL && approve !== everywhere).length };
}
