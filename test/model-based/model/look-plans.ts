import { documentOf } from './contents.ts';
import {
  allEnds,
  draftEnds,
  isStale,
  publishedOf,
  type Draft,
  type Governed,
  type Request,
  type Resource,
} from './governed.ts';
import type { Plan } from './plan.ts';
import { counting, whyNotDecide, type Decision } from './request-plans.ts';
import { levelOn, views } from './rights.ts';
import { seesRequest, unseen, Verdict, whyNotApprover } from './verdicts.ts';

// What a member is shown, and told they may do.

/** The same as text, whatever order keys and lists are in. */
const asText = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const otherThan = (is: unknown, mustBe: unknown): string | null =>
  asText(is) === asText(mustBe) ? null : `shown is ${asText(is)} instead of ${asText(mustBe)}`;

function offered(governed: Governed, by: string, resource: Resource): string[] {
  const level = levelOn(governed.roleOf(by), resource.kind, allEnds(resource));
  if (level === 'none') return [];
  if (!governed.settings.requireApprovals) return level === 'publish' ? ['publish'] : [];
  return level === 'publish' ? ['publish_now', 'submit', 'save_draft'] : ['submit', 'save_draft'];
}

const shownDraft = (governed: Governed, resource: Resource, draft: Draft): object => ({
  ...{ revision: draft.revision, baseVersion: draft.base, contentHash: draft.hash },
  state: draft.request === null ? 'editing' : 'in_review',
  requestId: draft.request && governed.idOf(draft.request),
  contributors: draft.contributors.map(governed.idOf).sort(),
  stale: isStale(resource, draft),
  content: documentOf(draft.content, governed.idOf),
});

export function planLook(governed: Governed, by: string, resource: Resource): Plan {
  const { name, kind, draft } = resource;
  const role = governed.roleOf(by);
  const version = publishedOf(resource);
  const hidden = draft !== null && !views(role, draftEnds(resource, draft));
  const mustBe = {
    saveOptions: offered(governed, by, resource),
    hiddenDraft: hidden,
    published: version && {
      ...{ version: version.version, revision: version.revision, contentHash: version.hash },
      content: documentOf(version.content, governed.idOf),
    },
    draft: draft === null || hidden ? null : shownDraft(governed, resource, draft),
  };
  return {
    by,
    says: `${by} looks at ${name}`,
    request: { method: 'GET', path: `/${kind}s/${governed.idOf(name)}` },
    refusals: new Verdict().hide(unseen(resource, role)).refusals,
    wrongAnswer: ({ status, body }) => {
      if (status !== 200) return null;
      const shown = {
        saveOptions: body.saveOptions.actions,
        hiddenDraft: body.hiddenDraft,
        published: body.published && only(body.published, mustBe.published ?? {}),
        draft: body.draft && {
          ...only(body.draft, mustBe.draft ?? {}),
          contributors: (body.draft.contributors as string[]).toSorted(),
        },
      };
      return otherThan(shown, mustBe);
    },
    accepted: () => undefined,
  };
}

/** What is asked about, of all that is there. */
const only = (shown: Record<string, unknown>, asked: object): object =>
  Object.fromEntries(Object.keys(asked).map((key) => [key, shown[key]]));

export function planLookAtRequest(governed: Governed, by: string, request: Request): Plan {
  const role = governed.roleOf(by);
  const may = (decision: Decision): boolean => whyNotDecide(governed, request, { by, decision }).length === 0;
  const open = request.status === 'pending' || request.status === 'publish_failed';
  const mustBe = {
    number: Number(request.name.slice(1)),
    status: request.status,
    ...{ mayApprove: may('approve'), mayPublishNow: may('publish-now'), mayWithdraw: may('withdraw') },
    ...{ mayDeleteDraft: may('delete-draft'), mayRetry: may('retry') },
    hidden: request.items.filter(({ ends }) => !views(role, ends)).length,
    approvals: request.how === null ? counting(governed, request, request.votes).length : null,
    reviewersWhoCannotAct: open
      ? request.reviewers
          .filter((name) => whyNotApprover(governed, name, request).length > 0)
          .map(governed.idOf)
          .sort()
      : null,
  };
  return {
    by,
    says: `${by} looks at ${request.name}`,
    request: { method: 'GET', path: `/approval-requests/${governed.idOf(request.name)}` },
    refusals: new Verdict().hide(!seesRequest(role, request)).refusals,
    wrongAnswer: ({ status, body }) => {
      if (status !== 200) return null;
      const { number, status: shown, decision } = body;
      const { mayApprove, mayPublishNow, mayWithdraw, mayDeleteDraft, mayRetry } = decision;
      const items = body.items as { visible: boolean }[];
      const reviewers = body.reviewers as { memberId: string; canAct: boolean }[];
      return otherThan(
        {
          ...{ number, status: shown, mayApprove, mayPublishNow, mayWithdraw, mayDeleteDraft, mayRetry },
          hidden: items.filter(({ visible }) => !visible).length,
          approvals: request.how === null ? (body.approvals as number) : null,
          reviewersWhoCannotAct: open
            ? reviewers
                .filter(({ canAct }) => !canAct)
                .map(({ memberId }) => memberId)
                .sort()
            : null,
        },
        mustBe,
      );
    },
    accepted: () => undefined,
  };
}
