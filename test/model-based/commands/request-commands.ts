import fc from 'fast-check';
import type { Governed, Request } from '../model/governed.ts';
import { planLookAtRequest } from '../model/look-plans.ts';
import { pick, type Plan } from '../model/plan.ts';
import { planDecision, planHastyDecision, planReviewers, whyNotDecide, type Decision } from '../model/request-plans.ts';
import { outdated } from './draft-commands.ts';
import { hotfix, saveChoice, some, someone } from './save-commands.ts';
import { Step } from './step.ts';

const choice = fc.record({ by: someone, which: some, outdated, closed: fc.nat({ max: 9 }), entitled: fc.boolean() });
type Choice = typeof choice extends fc.Arbitrary<infer T> ? T : never;

const isOpen = ({ status }: Request): boolean => status === 'pending' || status === 'publish_failed';

/** Mostly an open one. */
function chosen({ requests }: Governed, { which, closed }: Choice): Request | undefined {
  const open = requests.filter(isOpen);
  return pick(closed === 0 ? requests : open, which);
}

const seen = (governed: Governed, { name }: Request, picked: Choice) => ({
  hash: picked.outdated ? 'what I saw before' : governed.tags.get(name)!,
  outdated: picked.outdated,
});

/** Else most decisions would be refused, and quorums hardly ever met. */
function somebodyEntitled(governed: Governed, request: Request, decision: Decision, { by, which }: Choice): string {
  const entitled = governed.members
    .filter(({ active, name }) => active && whyNotDecide(governed, request, { by: name, decision }).length === 0)
    .map(({ name }) => name);
  const fresh = entitled.filter((name) => !request.votes.includes(name));
  return pick(fresh.length > 0 ? fresh : entitled, which) ?? by;
}

const decide =
  (decision: Decision) =>
  (governed: Governed, picked: Choice): Plan | null => {
    const request = chosen(governed, picked);
    if (request === undefined) return null;
    const by = picked.entitled ? somebodyEntitled(governed, request, decision, picked) : picked.by;
    return planDecision(governed, request, { by, decision, seen: seen(governed, request, picked) });
  };

const retry = (governed: Governed, picked: Choice): Plan | null => {
  const failed = governed.requests.filter(({ status }) => status === 'publish_failed');
  const request = pick(picked.closed === 0 ? governed.requests : failed, picked.which);
  if (request === undefined) return null;
  return planDecision(governed, request, { by: picked.by, decision: 'retry', seen: seen(governed, request, picked) });
};

const haste = fc.record({
  hotfix: saveChoice,
  decision: choice,
  publishNow: fc.boolean(),
});
type Haste = typeof haste extends fc.Arbitrary<infer T> ? T : never;

/** Of something that is in review, so that what follows is about an item that has just become stale. */
function hotfixOfAnItem(governed: Governed, picked: Haste): Plan | null {
  const inReview = governed.living().filter(({ draft, versions }) => draft?.request != null && versions.length > 0);
  const resource = pick(inReview, picked.hotfix.resource);
  const index = governed.living().filter(({ draft, versions }) => draft !== null && versions.length > 0);
  return resource === undefined ? null : hotfix(governed, { ...picked.hotfix, resource: index.indexOf(resource) });
}

function decideAtOnce(governed: Governed, { hotfix: { resource: which }, decision, publishNow }: Haste): Plan | null {
  const inReview = governed.living().filter(({ draft, versions }) => draft?.request != null && versions.length > 0);
  const request = governed.request(pick(inReview, which)!.draft!.request!);
  const act = {
    by: decision.by,
    decision: publishNow ? 'publish-now' : 'approve',
    seen: seen(governed, request, decision),
  };
  return planHastyDecision(governed, request, act as Parameters<typeof planHastyDecision>[2]);
}

const others = fc.record({ by: someone, which: some, add: someone, remove: someone, closed: fc.nat({ max: 9 }) });
type Others = typeof others extends fc.Arbitrary<infer T> ? T : never;

function reviewers(governed: Governed, picked: Others): Plan | null {
  const request = chosen(governed, { ...picked, outdated: false, entitled: false });
  return request === undefined ? null : planReviewers(governed, request, picked);
}

function look(governed: Governed, picked: Choice): Plan | null {
  const request = pick(governed.requests, picked.which);
  return request === undefined ? null : planLookAtRequest(governed, picked.by, request);
}

export const requestCommands = {
  look: choice.map((picked) => new Step('look at request', picked, [look])),
  approve: choice.map((picked) => new Step('approve', picked, [decide('approve')])),
  publishNow: choice.map((picked) => new Step('publish now on request', picked, [decide('publish-now')])),
  withdraw: choice.map((picked) => new Step('withdraw', picked, [decide('withdraw')])),
  deleteDrafts: choice.map((picked) => new Step('delete request drafts', picked, [decide('delete-draft')])),
  retry: choice.map((picked) => new Step('retry', picked, [retry])),
  decideHastily: haste.map((picked) => new Step('decide right after a hotfix', picked, [hotfixOfAnItem, decideAtOnce])),
  reviewers: others.map((picked) => new Step('change reviewers', picked, [reviewers])),
};
