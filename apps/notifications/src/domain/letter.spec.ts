import type { DataOf, PublicationApplied, StaleDraft } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { dana, erin, letter, submitted } from '../../test/letters.ts';
import { happened, modelItem, requestFacts } from '../../test/requests.ts';
import {
  announceCommented,
  announcePublished,
  announcePublishFailed,
  announceReviewersAdded,
  announceUnattended,
  announceWithdrawn,
} from './announce-request.ts';
import { announceStaleDrafts } from './announce-stale-drafts.ts';

const item = modelItem();
const facts = requestFacts({ submittedBy: dana, items: [item] });
const at = '2026-03-02T09:00:00Z';

const hotfix = (madeStale: StaleDraft[]): DataOf<typeof PublicationApplied> => ({
  ...{ publicationId: newId(), how: 'direct', requestId: null, attempt: null, publishedBy: [erin] },
  ...{ publishedAt: at, items: [], madeStale },
});

describe('the subject', () => {
  it('is the same for all mails about a request, as mail clients group by it', () => {
    const comment = announceCommented(
      happened(newId(), erin, { ...facts, commentId: newId(), commentedBy: erin, commentedAt: at, text: 'why?' }),
    );
    expect(letter(submitted()).subject).toBe('[Acme] ideal_customers: approval requested (#12)');
    expect(letter(comment).subject).toBe('Re: [Acme] ideal_customers: approval requested (#12)');
  });

  it('is one line whatever the names are', () => {
    const tricky = submitted({ items: [modelItem({ name: 'a\r\nBcc: everybody@acme.example' })] });
    const { subject } = letter(tricky, { workspace: { name: 'Ac\nme', timeZone: 'UTC' } });
    expect(subject).toBe('[Ac me] a Bcc: everybody@acme.example: approval requested (#12)');
  });
});

describe('the letter', () => {
  it('to somebody who was asked later says whose words the request came with', () => {
    const added = announceReviewersAdded(
      happened(newId(), erin, { ...facts, changedBy: erin, added: [newId()], removed: [], comment: 'Please hurry.' }),
    );
    expect(letter(added)).toMatchObject({
      headline: 'Erin asks you to join the review of ideal_customers',
      comment: { by: 'Dana', lines: ['Please hurry.'] },
    });
  });

  it('about a publication names the approvers and the version', () => {
    const published = announcePublished(
      happened(newId(), erin, {
        ...facts,
        how: 'approved',
        approvedBy: [newId(), erin],
        publishedAt: at,
        comment: 'Nice.',
        versions: [{ ...item, version: 4 }],
      }),
    );
    expect(letter(published, { reason: 'submitter' })).toMatchObject({
      headline: 'ideal_customers is live',
      lead: 'Approved by a former member and Erin and published.',
      comment: { by: 'Erin', lines: ['Nice.'] },
      items: [{ note: 'now version 4', changes: null }],
      why: 'You get this mail because you submitted request #12 in Acme. Opening a link changes nothing.',
    });
  });

  it('about a failed publication gives the reason', () => {
    const failed = announcePublishFailed(
      happened(newId(), erin, {
        ...facts,
        approvedBy: [erin],
        attempt: 1,
        reasons: [
          { resourceId: item.resourceId, kind: 'model', code: 'draft.stale', message: 'Version 5 came first.' },
        ],
      }),
    );
    expect(letter(failed)).toMatchObject({
      headline: 'ideal_customers could not be published',
      items: [{ note: null, refusal: 'Version 5 came first.' }],
    });
  });

  it('about a withdrawal says that the draft is kept', () => {
    const withdrawn = announceWithdrawn(
      happened(newId(), erin, { ...facts, decidedBy: erin, decidedAt: at, comment: null }),
    );
    expect(letter(withdrawn)).toMatchObject({
      headline: 'Erin withdrew the request for ideal_customers',
      lead: 'The draft is kept and can be edited and submitted again.',
      comment: null,
    });
  });

  it('about a request without a reviewer names who was chosen and asks for another', () => {
    const unattended = announceUnattended(happened(newId(), null, { ...facts, reviewers: [erin, newId()] }));
    expect(letter(unattended, { reason: 'submitter' })).toMatchObject({
      subject: 'Re: [Acme] ideal_customers: approval requested (#12)',
      headline: 'No reviewer is left for ideal_customers',
      lead: 'Erin and a former member can no longer approve it. Choose somebody else, or it will wait.',
    });
  });

  it('about a stale draft in review is in the thread of its request', () => {
    const requestId = newId();
    const draft = { ...modelItem({ name: 'reviewed' }), requestId, contributors: [dana] };
    const event = happened(newId(), erin, hotfix([draft]));
    const items = [modelItem({ name: 'first' }), draft];
    const stale = announceStaleDrafts(event, [{ requestId, number: 7, participants: [dana], items }])!;
    expect(letter(stale, { reason: 'contributor' })).toMatchObject({
      subject: 'Re: [Acme] first and 1 more: approval requested (#7)',
      url: `https://approvals.acme.example/approvals/${requestId}`,
      actionLabel: 'Open request',
      facts: [{ label: 'Request', value: '#7' }, {}],
    });
  });

  it('about stale drafts links to each draft, or to the request it is in', () => {
    const requestId = newId();
    const [mine, reviewed] = [
      { ...modelItem({ name: 'mine' }), requestId: null },
      { ...modelItem({ name: 'reviewed' }), requestId },
    ];
    const event = happened(
      newId(),
      erin,
      hotfix([mine, reviewed].map((draft) => ({ ...draft, contributors: [dana] }))),
    );
    const stale = announceStaleDrafts(event, [{ requestId, number: 7, participants: [dana], items: [reviewed] }])!;
    expect(letter(stale, { reason: 'contributor' })).toMatchObject({
      subject: '[Acme] mine and 1 more: draft out of date',
      items: [
        { url: `https://approvals.acme.example/models/${mine.resourceId}` },
        { url: `https://approvals.acme.example/approvals/${requestId}` },
      ],
    });
  });
});
