import { defineAbilityFor } from '@imprimatur/abilities';
import { newId } from '@imprimatur/kernel';
import { viewerOf, viewsAll } from '../../test/people.ts';
import { crm, happened, modelItem, requestFacts, syncItem, warehouse } from '../../test/requests.ts';
import { announceWithdrawn } from './announce-request.ts';
import { judge, type Recipient } from './judgement.ts';

const dana: Recipient = {
  id: newId(),
  kind: 'person',
  name: 'Dana',
  email: 'dana@acme.example',
  active: true,
  deleted: false,
  muted: [],
};
const secret = newId();
const announcement = announceWithdrawn(
  happened(newId(), null, {
    ...requestFacts({
      submittedBy: dana.id,
      items: [modelItem({ name: 'public' }), modelItem({ name: 'secret', sourceId: secret }), syncItem()],
    }),
    decidedBy: newId(),
    decidedAt: '2026-03-02T09:00:00Z',
    comment: null,
  }),
);

describe('a recipient', () => {
  it('is told about every item they may view', () => {
    expect(judge(announcement, dana, viewsAll)).toMatchObject({ told: true, hidden: 0, items: [{}, {}, {}] });
  });

  it('is told only that there are items they may not view', () => {
    const judgement = judge(announcement, dana, defineAbilityFor(viewerOf([warehouse])));
    expect(judgement).toMatchObject({ told: true, hidden: 2, items: [{ name: 'public' }] });
  });

  it('sees a sync only with view on its source and its destination', () => {
    const judgement = judge(announcement, dana, defineAbilityFor(viewerOf([warehouse], [crm])));
    expect(judgement).toMatchObject({ told: true, hidden: 1, items: [{ name: 'public' }, { kind: 'sync' }] });
  });

  it('who may view none of the items is told nothing', () => {
    expect(judge(announcement, dana, defineAbilityFor(viewerOf([])))).toEqual({
      told: false,
      code: 'recipient.may-view-nothing',
    });
  });

  it('is told only about what concerns them', () => {
    const items = announcement.items.map((item, index) => ({ ...item, concerns: index === 1 ? [dana.id] : [newId()] }));
    expect(judge({ ...announcement, items }, dana, viewsAll)).toMatchObject({ items: [{ name: 'secret' }], hidden: 0 });
  });

  it('who turned off other mails is told', () => {
    expect(judge(announcement, { ...dana, muted: ['comments', 'reviewRequested'] }, viewsAll).told).toBe(true);
  });

  it.each([
    [{ deleted: true, email: null, active: false }, 'recipient.deleted'],
    [{ active: false }, 'recipient.inactive'],
    [{ kind: 'service' as const }, 'recipient.service-account'],
    [{ email: null }, 'recipient.no-address'],
    [{ muted: ['decided' as const] }, 'recipient.opted-out'],
  ])('is not told when %p', (over, code) => {
    expect(judge(announcement, { ...dana, ...over }, viewsAll)).toEqual({ told: false, code });
  });
});
