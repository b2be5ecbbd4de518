import { builtInRoles, type BuiltInRoleKey } from '@imprimatur/abilities';
import { newId } from '@imprimatur/kernel';
import { seedMember, type SeededWorkspace } from '@imprimatur/testing';
import type { Response } from 'supertest';
import { ApprovalsWorld, memberOf, type Caller } from './testing/approvals-world.fixture.ts';
import { draftedModel, draftedSync, rejected, submit, type Submitted } from './testing/submission.fixture.ts';

const commands = ['approve', 'publish-now', 'withdraw', 'delete-draft', 'retry', 'comments', 'reviewers'] as const;
type Command = (typeof commands)[number];

/** Who may do what to somebody else's request for a model and a sync, from `domain.md` §2 and §5; in the order of `commands`. */
const expected: Record<BuiltInRoleKey, string> = {
  //                         approve publish withdraw delete retry comment reviewers
  admin: '                   202     202     202      202    202   201     200',
  'workspace-editor': '      202     202     202      202    202   201     200',
  'workspace-draft-editor': '403     403     403      403    403   201     403',
  'workspace-viewer': '      403     403     403      403    403   201     403',
  'model-sync-editor': '     202     202     202      202    202   201     200',
  'sync-editor': '           202     403     202      202    202   201     200',
  'source-admin': '          202     403     202      202    202   201     200',
  'destination-admin': '     202     403     202      202    202   201     200',
  'audience-editor': '       202     403     202      202    202   201     200',
};

describe('what a command on a request takes', () => {
  let world: ApprovalsWorld;
  let acme: SeededWorkspace;
  let other: SeededWorkspace;
  let dora: Caller;
  let erin: Caller;

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    acme = await world.workspace();
    other = await world.workspace();
    dora = await seedMember(world.service.dataSource.manager, acme.id, {
      roleId: acme.roles['workspace-draft-editor'].id,
    });
    await world.signIn(dora);
    erin = memberOf(acme, 'workspace-editor');
  });
  afterAll(() => world.close());

  const bodies: Record<Command, object> = {
    ...{ approve: {}, 'publish-now': {}, withdraw: {}, retry: {} },
    'delete-draft': { comment: 'no' },
    comments: { text: 'hello' },
    reviewers: { add: [], remove: [] },
  };
  const send = (by: Caller, command: Command, id: string, etag: string): Promise<Response> => {
    const call = world.call(by, command === 'reviewers' ? 'put' : 'post', `/${id}/${command}`);
    return Promise.resolve(call.set('if-match', etag).send(bodies[command]));
  };
  const approveByErin = ({ id, etag }: Submitted) => send(erin, 'approve', id, etag);
  const submitted = (): Promise<Submitted> => {
    const sourceId = newId();
    return submit(world, dora, [erin], { items: [draftedModel({ sourceId }), draftedSync({ sourceId })] });
  };
  const forCommand = async (command: Command): Promise<Submitted> => {
    const request = await submitted();
    if (command === 'retry') await rejected(world, [request], approveByErin);
    return request;
  };

  it.each(builtInRoles.map(({ key }) => key))('as %s', async (key) => {
    const answers = await Promise.all(
      commands.map(async (command) => {
        const { id, etag } = await forCommand(command);
        return send(memberOf(acme, key), command, id, etag);
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(expected[key].trim().split(/\s+/).map(Number));
    for (const { status, body } of answers)
      if (status === 403) expect(body.code).toMatch(/^(rights\.missing|approver\.)/);
  });

  it('of the submitter: withdraw, delete draft and choose reviewers, and never approve', async () => {
    const answers = await Promise.all(
      commands.map(async (command) => {
        const { id, etag } = await forCommand(command);
        return send(dora, command, id, etag);
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 202, 202, 403, 201, 200]);
  });

  it('of a service account: never an approval, whatever its role; publish now as anywhere else', async () => {
    const robot = await seedMember(world.service.dataSource.manager, acme.id, {
      roleId: acme.roles.admin.id,
      kind: 'service',
    });
    await world.signIn(robot);
    const { id, etag } = await submitted();
    const refused = await send(robot, 'approve', id, etag);
    expect([refused.status, refused.body.code]).toEqual([403, 'approver.service-account']);
    expect((await send(robot, 'publish-now', id, etag)).status).toBe(202);
  });

  it.each(['approve', 'publish-now'] as const)('%s names the items that were rendered', async (command) => {
    const { id, etag } = await submitted();
    const missing = await world.call(erin, 'post', `/${id}/${command}`);
    expect([missing.status, missing.body.code]).toEqual([428, 'precondition.required']);
    const others = await send(erin, command, id, `"${'f'.repeat(64)}"`);
    expect([others.status, others.body.code]).toEqual([412, 'request.items-changed']);
    expect((await send(erin, command, id, etag)).status).toBe(202);
  });

  it.each(commands)('%s of an unknown request, or one of another workspace, is 404', async (command) => {
    const { id, etag } = await submitted();
    const foreign = await send(memberOf(other, 'admin'), command, id, etag);
    const unknown = await send(erin, command, newId(), etag);
    expect([foreign.status, foreign.body.code]).toEqual([404, 'request.not-found']);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'request.not-found']);
  });

  it('reading one of another workspace is 404, and lists do not mix', async () => {
    const { id } = await submitted();
    expect((await world.call(memberOf(other, 'admin'), 'get', `/${id}`)).status).toBe(404);
    expect((await world.call(memberOf(other, 'admin'), 'get', '?tab=open')).body.items).toEqual([]);
  });

  it.each([
    ['delete-draft', {}, '/comment'],
    ['delete-draft', { comment: '  ' }, '/comment'],
    ['comments', { text: '' }, '/text'],
    ['comments', { text: 'x'.repeat(4_001) }, '/text'],
    ['reviewers', { add: ['erin'] }, '/add/0'],
    ['approve', { comment: 7 }, '/comment'],
    ['withdraw', { reason: 'x' }, ''],
    ['retry', { force: true }, ''],
  ] as const)('%s with a body that does not fit (%#) is refused field by field', async (command, body, path) => {
    const { id, etag } = await submitted();
    const call = world.call(erin, command === 'reviewers' ? 'put' : 'post', `/${id}/${command}`);
    const answer = await call.set('if-match', etag).send(body);
    expect([answer.status, answer.body.code]).toEqual([422, 'input.invalid']);
    expect(answer.body.fields.map((field: { path: string }) => field.path)).toContain(path);
  });

  it('is written down: every decision with its answer, and what it names in If-Match', () => {
    const { paths } = world.service.openapi();
    for (const command of ['approve', 'publish-now', 'withdraw', 'delete-draft', 'retry']) {
      const operation = paths[`/api/v1/approval-requests/{id}/${command}`]?.post;
      expect(JSON.stringify(operation?.responses['202'])).toContain('RequestDecided');
      expect(JSON.stringify(operation?.parameters).includes('If-Match')).toBe(
        ['approve', 'publish-now'].includes(command),
      );
    }
  });

  it('an id that is none is refused before anything is looked up', async () => {
    expect((await world.call(erin, 'get', '/12')).status).toBe(422);
  });

  it('a repeat with the same Idempotency-Key is answered as the first time', async () => {
    const { id, etag } = await submitted();
    const once = () => world.call(erin, 'post', `/${id}/approve`).set('if-match', etag).set('idempotency-key', id);
    const first = await once();
    const second = await once();
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body).toEqual(first.body);
    expect((await world.events(id)).map(({ type }) => type.split('.').at(-2))).toEqual(['submitted', 'approved']);
  });
});

describe('while rights cannot be confirmed', () => {
  let world: ApprovalsWorld;
  beforeAll(async () => {
    world = await ApprovalsWorld.start();
  });
  afterAll(() => world.close());

  it('nothing is approved, published, retried or deleted; everything else goes on', async () => {
    const acme = await world.workspace();
    const [dana, erin] = [memberOf(acme, 'workspace-draft-editor'), memberOf(acme, 'workspace-editor')];
    const { id, etag } = await submit(world, dana, [erin]);
    await world.identity.stop();
    await world.service.dataSource.query(`update projection_beat set at = at - interval '6 s'`);

    const calls = [
      world.call(erin, 'post', `/${id}/approve`).set('if-match', etag),
      world.call(erin, 'post', `/${id}/publish-now`).set('if-match', etag),
      world.call(erin, 'post', `/${id}/retry`),
      world.call(erin, 'post', `/${id}/delete-draft`).send({ comment: 'no' }),
    ];
    for (const call of calls) {
      const { status, body, headers } = await call;
      expect([status, body.code, Number(headers['retry-after'])]).toEqual([503, 'rights.unconfirmed', 2]);
    }
    await world.call(erin, 'get', `/${id}`).expect(200);
    await world.call(erin, 'post', `/${id}/comments`).send({ text: 'hm' }).expect(201);
    await world.call(dana, 'post', `/${id}/withdraw`).expect(202);
  });
});
