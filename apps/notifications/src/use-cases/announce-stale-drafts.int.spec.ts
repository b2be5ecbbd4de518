import type { DataOf, PublicationApplied } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { eventually } from '@imprimatur/testing';
import { NotificationsHarness } from '../../test/notifications-harness.ts';
import { Acme } from '../../test/people.ts';
import { happened, modelItem, requestFacts } from '../../test/requests.ts';

let service: NotificationsHarness;
beforeAll(async () => {
  service = await NotificationsHarness.start();
  service.sender.start();
});
afterAll(() => service.close());

const acme = new Acme();
const dana = acme.member('Dana', 'workspace-draft-editor');
const carl = acme.member('Carl', 'sync-editor');
const erin = acme.member('Erin', 'workspace-editor');
const facts = requestFacts({ submittedBy: dana.id, participants: [carl.id, erin.id] });

const hotfix: DataOf<typeof PublicationApplied> = {
  publicationId: newId(),
  how: 'direct',
  requestId: null,
  attempt: null,
  publishedBy: [erin.id],
  publishedAt: '2026-03-02T09:00:00Z',
  items: [],
  madeStale: [{ ...modelItem(), contributors: [dana.id], requestId: facts.requestId }],
};

describe('a hotfix around a draft in review', () => {
  it('is mailed to those who take part in the request, as far as mail has heard, with a link to it', async () => {
    await service.know(acme);
    const vote = happened(acme.id, carl.id, facts, service.clock.now());
    const older = happened(
      acme.id,
      dana.id,
      { ...facts, participants: [dana.id] },
      new Date(vote.time.getTime() - 1_000),
    );
    await service.transaction((tx) => service.announceRequest.execute(tx, vote, null));
    await service.transaction((tx) => service.announceRequest.execute(tx, older, null));
    await service.transaction((tx) =>
      service.announceStaleDrafts.execute(tx, happened(acme.id, erin.id, hotfix, service.clock.now())),
    );
    await eventually(async () => {
      const rows = await service.rows(acme.id);
      expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent']);
    });
    const mails = service.sink.messages();
    expect(mails.flatMap(({ recipients }) => recipients).toSorted()).toEqual([carl.email, dana.email]);
    expect(mails[0]).toMatchObject({ subject: 'Re: [Acme] ideal_customers: approval requested (#12)' });
    const roots = mails.map(({ inReplyTo }) => inReplyTo);
    expect(roots.toSorted()).toEqual(
      [carl, dana].map(({ id }) => `<request.${facts.requestId}.${id}@mail.example>`).toSorted(),
    );
    expect(mails[0]?.text).toContain(`https://approvals.acme.example/approvals/${facts.requestId}`);
  });

  it('that is announced again under another id is told to nobody twice', async () => {
    const event = happened(acme.id, erin.id, hotfix, service.clock.now());
    await service.transaction((tx) => service.announceStaleDrafts.execute(tx, event));
    expect(await service.rows(acme.id)).toHaveLength(2);
  });

  it('that made no draft stale is told to nobody', async () => {
    const event = happened(acme.id, erin.id, { ...hotfix, madeStale: [] }, service.clock.now());
    await service.transaction((tx) => service.announceStaleDrafts.execute(tx, event));
    expect((await service.rows(acme.id)).filter(({ eventId }) => eventId === event.id)).toEqual([]);
  });
});
