import { action, type Action } from '../action.ts';
import { PASSWORD } from '../../e2e/world.ts';
import type { Stage } from '../stage.ts';

interface Versioned {
  id: string;
  ifMatch: string;
}

const viewerRole = async (stage: Stage): Promise<string> => {
  const { items } = (await stage.boss.get('/roles')).body as { items: { id: string; name: string }[] };
  return items.find(({ name }) => name === 'Workspace viewer')!.id;
};

let added = 0;
const newMember = async (stage: Stage): Promise<{ name: string; email: string; roleId: string }> => ({
  ...{ name: 'Newcomer', email: `newcomer-${++added}@${stage.slug}.example` },
  roleId: await viewerRole(stage),
});

async function member(stage: Stage): Promise<Versioned> {
  const { id } = (await stage.boss.post('/members', await newMember(stage))).body as { id: string };
  return { id, ifMatch: (await stage.boss.get(`/members/${id}`)).etag! };
}

const withTag = ({ ifMatch }: Versioned) => ({ ifMatch });

export const workspaceActions: Action[] = [
  action('GET /session', 'who am I'),
  action('GET /workspace', 'name, plan, settings'),
  action('PATCH /workspace/settings', 'another time zone', {
    send: async (stage) => ({
      body: { timeZone: 'Europe/Berlin' },
      ifMatch: (await stage.boss.get('/workspace')).etag!,
    }),
  }),
  action('POST /approval-requests/settings-effect', 'what approving one’s own work never would mean', {
    send: () => ({ body: { selfApproval: 'never' } }),
  }),
  action('GET /members', 'the list'),
  action('GET /members', 'mail addresses of others', {
    send: () => ({ path: '?limit=200' }),
    shows: ({ body }, _, by) =>
      body.items.some(({ id, email }: { id: string; email: string | null }) => id !== by.memberId && email !== null)
        ? 'seen'
        : 'hidden',
  }),
  action('GET /members/:id', 'another member', { prepare: member }),
  action('GET /members/:id', 'the mail address of another', {
    prepare: member,
    shows: ({ body }) => (body.email === null ? 'hidden' : 'seen'),
  }),
  action('GET /members/:id', 'one’s own mail address', {
    send: (_, __, { memberId }) => ({ params: { id: memberId } }),
    shows: ({ body }) => (body.email === null ? 'hidden' : 'seen'),
  }),
  action('POST /members', 'a viewer', { send: async (stage) => ({ body: await newMember(stage) }) }),
  action('PATCH /members/:id', 'another name', {
    prepare: member,
    send: (_, thing) => ({ ...withTag(thing), body: { name: 'Renamed' } }),
  }),
  action('PATCH /members/:id', 'one’s own role: Admin', {
    own: true,
    send: async (stage, _, { memberId }) => ({
      params: { id: memberId },
      body: { roleId: [...stage.roleIds.values()][0] },
      ifMatch: (await stage.boss.get(`/members/${memberId}`)).etag!,
    }),
  }),
  action('POST /members/:id/invitation', 'one who has not come yet', { prepare: member }),
  action('POST /members/:id/effect', 'another role for another member', {
    prepare: member,
    send: (stage) => ({ body: { roleId: [...stage.roleIds.values()][0] } }),
  }),
  action('DELETE /members/:id', 'another member', { prepare: member, send: (_, thing) => withTag(thing) }),
];

/** What takes no sign-in: what comes of it when nobody has signed in. */
export const publicActions: Action[] = [
  action('POST /session', 'the right password', {
    send: (stage) => ({ body: { email: `boss@${stage.slug}.example`, password: PASSWORD, workspace: stage.slug } }),
  }),
  action('POST /session', 'a wrong password', {
    send: (stage) => ({ body: { email: `boss@${stage.slug}.example`, password: 'not the right one at all' } }),
  }),
  action('POST /session/refresh', 'no token'),
  action('DELETE /session', 'nobody signed in'),
  action('POST /session/password', 'a link that never was', {
    send: () => ({ body: { token: 'never-was-a-token-of-ours', password: PASSWORD } }),
  }),
  action('POST /session/password-reset', 'a mail address that nobody has', {
    send: () => ({ body: { email: 'nobody@nowhere.example' } }),
  }),
  action('POST /session/service-account', 'a secret that never was', {
    send: () => ({ body: { secret: 'never-was-a-secret-of-ours-at-all' } }),
  }),
  action('GET /session/jwks', 'the public keys'),
];
