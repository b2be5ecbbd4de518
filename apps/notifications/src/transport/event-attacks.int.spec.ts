import {
  MemberInvited,
  PublicationApplied,
  RequestCommented,
  RequestPublished,
  RequestSubmitted,
  RequestWithdrawn,
  type DataOf,
} from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { newEvent } from '@imprimatur/messaging';
import {
  describeOnBuses,
  eventually,
  FixedClock,
  seedIdentity,
  seedMember,
  seedRole,
  Sender,
} from '@imprimatur/testing';
import { secretLink } from '../../test/notices.ts';
import { viewerOf } from '../../test/people.ts';
import { modelItem, warehouse } from '../../test/requests.ts';
import { ServiceWorld } from '../../test/service-world.ts';

interface Told {
  address: string;
  state: string;
  error: string | null;
}

/** Whatever arrives: one mail a person and piece of news at most, and none about what its reader may not view. */
describeOnBuses('mail under forged, repeated, reordered and late events', (bus) => {
  const clock = new FixedClock(new Date());
  let world: ServiceWorld;
  let approvals: Sender;
  let resources: Sender;
  let identity: Sender;

  beforeAll(async () => {
    world = await ServiceWorld.start(bus.config(), clock);
    approvals = await Sender.start('approvals', bus.config());
    resources = await Sender.start('resources', bus.config());
    identity = await Sender.start('identity-roles', bus.config());
  });
  afterAll(async () => {
    for (const sender of [approvals, resources, identity]) await sender.close();
    await world.close();
  });

  const members = () => world.acme.members;

  /** What became of all mails of a workspace, once a last event has gone through behind the others. */
  async function told(workspaceId: string): Promise<Told[]> {
    const fence = newId();
    const { id: requestId, ...rest } = { id: newId(), ...world.submission({ reviewers: [fence] }) };
    await approvals.send(RequestSubmitted, workspaceId, requestId, { ...rest, requestId });
    return eventually(async () => {
      const rows: (Told & { memberId: string })[] = await world.own.dataSource.query(
        `select member_id as "memberId", coalesce(address, '') as address, state, last_error as error
           from mail where workspace_id = $1 order by created_at, id`,
        [workspaceId],
      );
      expect(rows.map(({ memberId }) => memberId)).toContain(fence);
      const others = rows.filter(({ memberId }) => memberId !== fence && !fences.includes(memberId));
      expect(
        others.filter(({ state, error }) => state === 'sending' || (state === 'pending' && error === null)),
      ).toEqual([]);
      fences.push(fence);
      return others.map(({ address, state, error }) => ({ address, state, error }));
    });
  }
  const fences: string[] = [];

  const mailsAbout = (text: string) =>
    world.sink.messages().filter((mail) => `${mail.subject}${mail.text}`.includes(text));

  it('tells everything once that comes twice, also under another id', async () => {
    const items = [modelItem({ name: 'twice' })];
    const facts = world.submission({ items });
    const { 'sync-editor': carl, 'workspace-draft-editor': dana, admin } = members();
    const submitted = newEvent(RequestSubmitted, world.acme.id, facts.requestId, facts);
    const decision = { ...facts, participants: [dana.id, carl.id], decidedBy: admin.id, decidedAt: facts.submittedAt };
    const comment = {
      ...decision,
      commentId: newId(),
      commentedBy: admin.id,
      commentedAt: facts.submittedAt,
      text: 'ok',
    };
    const published: DataOf<typeof RequestPublished> = {
      ...decision,
      ...{ how: 'approved', approvedBy: [admin.id], publishedAt: facts.submittedAt },
      versions: [{ ...items[0]!, version: 4 }],
    };
    await approvals.sendAgain(submitted);
    for (let time = 0; time < 2; time++) {
      await approvals.sendAgain(submitted);
      await approvals.sendAgain({ ...submitted, id: newId() });
      await approvals.send(RequestCommented, world.acme.id, facts.requestId, comment, admin.id);
      await approvals.send(RequestPublished, world.acme.id, facts.requestId, published, admin.id);
      await approvals.send(RequestWithdrawn, world.acme.id, facts.requestId, decision, admin.id);
    }
    expect((await told(world.acme.id)).map(({ state }) => state)).toEqual(Array(7).fill('sent'));
    const of = (email: string) => mailsAbout('twice').filter(({ recipients }) => recipients.includes(email));
    expect([of(carl.email).length, of(dana.email).length]).toEqual([4, 3]);
  });

  it('tells of a stale draft once, however often the answer that made it stale is repeated', async () => {
    const dana = members()['workspace-draft-editor'];
    const publication = (name: string): DataOf<typeof PublicationApplied> => ({
      ...{ publicationId: newId(), how: 'request', requestId: newId(), attempt: 1, publishedBy: [members().admin.id] },
      ...{ publishedAt: new Date().toISOString(), items: [{ ...modelItem(), version: 2 }] },
      madeStale: [{ ...modelItem({ name }), contributors: [dana.id], requestId: null }],
    });
    const repeated = publication('overtaken');
    for (const data of [repeated, repeated, repeated, publication('the last')])
      await resources.send(PublicationApplied, world.acme.id, data.publicationId, data);
    await world.sink.next(({ subject }) => subject?.includes('the last') === true);
    expect(mailsAbout('overtaken')).toHaveLength(1);
  });

  it('keeps one thread a reader when news come in the wrong order', async () => {
    const facts = world.submission({ items: [modelItem({ name: 'reordered' })] });
    const { 'sync-editor': carl, admin } = members();
    const participants = [facts.submittedBy, carl.id];
    const decision = { ...facts, participants, decidedBy: admin.id, decidedAt: facts.submittedAt, comment: null };
    await approvals.send(RequestWithdrawn, world.acme.id, facts.requestId, decision, admin.id);
    await approvals.send(RequestSubmitted, world.acme.id, facts.requestId, facts, facts.submittedBy);
    await told(world.acme.id);
    const mails = mailsAbout('reordered').filter(({ recipients }) => recipients.includes(carl.email));
    const root = `<request.${facts.requestId}.${carl.id}@mail.example>`;
    expect(mails.map(({ messageId, references }) => references ?? messageId)).toEqual([root, root]);
  });

  it('sends nothing that is more than a day old when it arrives', async () => {
    const facts = world.submission({ items: [modelItem({ name: 'late' })] });
    clock.advance(24 * 3_600_000 + 60_000);
    await approvals.send(RequestSubmitted, world.acme.id, facts.requestId, facts);
    expect((await told(world.acme.id)).at(-1)).toEqual({ address: '', state: 'skipped', error: 'event.too-old' });
    clock.advance(-24 * 3_600_000 - 60_000);
    expect(mailsAbout('late')).toEqual([]);
  });

  it('tells nobody of another workspace, whichever of the two an event claims to be of', async () => {
    const other = await seedIdentity(world.own.dataSource, {});
    const stranger = other.members['sync-editor'];
    const facts = world.submission({ items: [modelItem({ name: 'foreign' })], reviewers: [stranger.id] });
    await approvals.send(RequestSubmitted, world.acme.id, facts.requestId, facts);
    const reviewers = Object.values(members())
      .map(({ id }) => id)
      .filter((id) => id !== facts.submittedBy);
    await approvals.send(RequestSubmitted, other.id, facts.requestId, { ...facts, reviewers });
    const unknown = { address: '', state: 'pending', error: 'recipient.not-known-yet' };
    expect((await told(world.acme.id)).at(-1)).toEqual(unknown);
    expect(await told(other.id)).toEqual(reviewers.map(() => unknown));
    expect(mailsAbout('foreign')).toEqual([]);
  });

  it('tells nothing of what its reader may not view, whoever says they take part', async () => {
    const role = viewerOf([newId()]);
    await seedRole(world.own.dataSource, world.acme.id, role);
    const vera = await seedMember(world.own.dataSource, world.acme.id, { roleId: role.id });
    const facts = world.submission({
      items: [modelItem({ name: 'hidden', sourceId: warehouse })],
      reviewers: [vera.id],
    });
    await approvals.send(RequestSubmitted, world.acme.id, facts.requestId, facts);
    const publication: DataOf<typeof PublicationApplied> = {
      ...{ publicationId: newId(), how: 'direct', requestId: null, attempt: null, publishedBy: [members().admin.id] },
      ...{ publishedAt: facts.submittedAt, items: [{ ...modelItem(), version: 2 }] },
      madeStale: [{ ...modelItem({ name: 'hidden' }), contributors: [vera.id], requestId: facts.requestId }],
    };
    await resources.send(PublicationApplied, world.acme.id, publication.publicationId, publication);
    await eventually(async () => {
      const rows = (await told(world.acme.id)).filter(({ error }) => error === 'recipient.may-view-nothing');
      expect(rows.map(({ state }) => state)).toEqual(['skipped', 'skipped']);
    });
    expect(mailsAbout('hidden').flatMap(({ recipients }) => recipients)).not.toContain(vera.email);
  });

  it('sends a link to nobody but the member it was made for, also when its event is copied', async () => {
    const nora = members()['source-admin'];
    const linkId = newId();
    const genuine: DataOf<typeof MemberInvited> = {
      ...{ memberId: nora.id, name: nora.name, email: nora.email, workspaceName: 'Acme', linkId },
      link: world.links.seal(['password-link', linkId], secretLink),
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      invitedBy: { memberId: newId(), name: 'Ada' },
    };
    const thief = 'thief@evil.example';
    const send = (data: typeof genuine) => identity.send(MemberInvited, world.acme.id, data.memberId, data);
    await send({ ...genuine, email: thief, linkId: newId() });
    await send({ ...genuine, memberId: newId(), email: thief });
    await send({ ...genuine, memberId: members()['audience-editor'].id, email: thief });
    await send(genuine);
    const mail = await world.sink.next(({ text }) => text?.includes(secretLink) === true);
    expect(mail.recipients).toEqual([nora.email]);
    await told(world.acme.id);
    expect(world.sink.messages().flatMap(({ recipients }) => recipients)).not.toContain(thief);
  });
});
