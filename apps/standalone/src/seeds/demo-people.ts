import { builtInRoles, type BuiltInRoleKey } from '@imprimatur/abilities';

export const DEMO_PASSWORD = 'let-it-be-published';

export interface DemoMember {
  name: string;
  email: string;
  roleKey: BuiltInRoleKey;
  roleName: string;
}

const people: [name: string, role: BuiltInRoleKey][] = [
  ['Ada', 'admin'],
  ['Erin', 'workspace-editor'],
  ['Dana', 'workspace-draft-editor'],
  ['Vera', 'workspace-viewer'],
  ['Mona', 'model-sync-editor'],
  ['Sven', 'sync-editor'],
  ['Sofia', 'source-admin'],
  ['Dario', 'destination-admin'],
  ['Aude', 'audience-editor'],
];

const roleName = (key: BuiltInRoleKey): string => {
  const role = builtInRoles.find((candidate) => candidate.key === key);
  if (role === undefined) throw new TypeError(`no built-in role ${key}`);
  return role.document.name;
};

/** One person for each built-in role; the same people in every workspace. */
export const demoMembers: readonly DemoMember[] = people.map(([name, roleKey]) => ({
  name,
  email: `${name.toLowerCase()}@acme.example`,
  roleKey,
  roleName: roleName(roleKey),
}));

export const demoWorkspaces = [
  {
    name: 'Acme',
    slug: 'acme',
    plan: 'business',
    requireApprovals: true,
    description: 'approvals on, a warehouse, two published models and syncs that have run, one request to look at',
  },
  {
    name: 'Story',
    slug: 'story',
    plan: 'business',
    requireApprovals: false,
    description: 'approvals off; npm run demo plays here',
  },
  { name: 'Solo', slug: 'solo', plan: 'free', requireApprovals: false, description: 'the free plan' },
] as const;
