import { action, type Action } from '../action.ts';
import type { Stage } from '../stage.ts';

interface Failed {
  id: string;
  memberId: string;
}

/** Whoever is invited is mailed. */
async function invited(stage: Stage): Promise<Failed> {
  const email = `${stage.name('invited').replace(' ', '-')}@${stage.slug}.example`;
  const body = { name: 'Invited', email, roleId: [...stage.roleIds.values()].at(-1)! };
  return { id: '', memberId: (await stage.boss.post('/members', body)).body.id as string };
}

/** As if the mail server had refused it for good. */
async function failed({ world, workspaceId }: Stage, thing: Failed): Promise<void> {
  const { dataSource } = world.app('notifications');
  const mine = [workspaceId, thing.memberId];
  await dataSource.query(`update mail set state = 'failed' where workspace_id = $1 and member_id = $2`, mine);
  const [mail]: { id: string }[] = await dataSource.query(
    'select id from mail where workspace_id = $1 and member_id = $2',
    mine,
  );
  thing.id = mail!.id;
}

export const mailActions: Action[] = [
  action('GET /deliveries', 'what was mailed'),
  action('POST /deliveries/:id/retry', 'a mail that failed', {
    prepare: invited,
    ripen: failed,
  }),
  action('GET /notification-preferences', 'one’s own'),
  action('PUT /notification-preferences', 'one’s own', {
    send: async (_, __, by) => {
      const { body, etag } = await by.get('/notification-preferences');
      return { body: body as object, ifMatch: etag! };
    },
  }),
];

/** Whoever holds a mail can stop its like. */
export const unsubscribeActions: Action[] = ['GET', 'POST'].map((method) =>
  action(`${method} /notification-preferences/unsubscribe`, 'a link that never was', {
    send: () => ({ path: '?token=never-was-a-link-of-ours' }),
  }),
);
