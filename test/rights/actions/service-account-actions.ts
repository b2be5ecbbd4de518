import { action, type Action } from '../action.ts';
import type { Stage } from '../stage.ts';

interface Account {
  id: string;
  ifMatch: string;
}

const fields = (stage: Stage) => ({ name: stage.name('Robot'), roleId: [...stage.roleIds.values()].at(-1)! });

async function account(stage: Stage): Promise<Account> {
  const { id } = (await stage.boss.post('/service-accounts', fields(stage))).body as { id: string };
  return { id, ifMatch: (await stage.boss.get(`/service-accounts/${id}`)).etag! };
}

async function withToken(stage: Stage): Promise<Account & { tokenId: string }> {
  const made = await account(stage);
  const { body } = await stage.boss.post(`/service-accounts/${made.id}/tokens`, { name: 'One', expiresAt: null });
  return { ...made, tokenId: body.id as string };
}

export const serviceAccountActions: Action[] = [
  action('GET /service-accounts', 'the list'),
  action('GET /service-accounts/:id', 'one of them', { prepare: account }),
  action('POST /service-accounts', 'one without rights', { send: (stage) => ({ body: fields(stage) }) }),
  action('PATCH /service-accounts/:id', 'another name', {
    prepare: account,
    send: (stage, { ifMatch }) => ({ ifMatch, body: { name: stage.name('Robot') } }),
  }),
  action('DELETE /service-accounts/:id', 'one of them', { prepare: account, send: (_, { ifMatch }) => ({ ifMatch }) }),
  action('GET /service-accounts/:id/tokens', 'of one of them', { prepare: withToken }),
  action('POST /service-accounts/:id/tokens', 'for one of them', {
    prepare: account,
    send: () => ({ body: { name: 'Another', expiresAt: null } }),
  }),
  action('DELETE /service-accounts/:id/tokens/:tokenId', 'of one of them', { prepare: withToken }),
];
