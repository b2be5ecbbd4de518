import { RequestApproved, RequestDraftDeleted, RequestWithdrawn } from '@imprimatur/contracts';
import { raceRounds, type SeededWorkspace } from '@imprimatur/testing';
import type { Response, Test } from 'supertest';
import { memberOf, type ApprovalsWorld, type Caller } from './approvals-world.fixture.ts';
import { submit, type Submitted } from './submission.fixture.ts';

const cast = {
  dana: 'workspace-draft-editor',
  erin: 'workspace-editor',
  adam: 'admin',
  mona: 'model-sync-editor',
} as const;
export type Name = keyof typeof cast;

export const rounds = Array.from({ length: raceRounds }, (_, round) => round);

/** They wait for what they expect, for as long as a busy machine takes. */
export const raceTimeout = 60_000 + raceRounds * 1_000;

/** A command of somebody, and how the request is decided when it wins. */
export interface Contender {
  by: Name;
  how: string;
  send: (of: Submitted) => PromiseLike<Response>;
}

const AT_ONCE = 10;

/** Who races whom for the requests of a workspace. */
export class Race {
  constructor(
    readonly world: ApprovalsWorld,
    private readonly workspace: SeededWorkspace,
  ) {}

  member = (name: Name): Caller => memberOf(this.workspace, cast[name]);

  /** One for every round, by Dana. A few at a time: each asks for its request until it is there, and hundreds would keep it away. */
  async requests(requiredApprovals = 1, reviewers: Caller[] = [this.member('erin')]): Promise<Submitted[]> {
    const open: Submitted[] = [];
    const submitted = () => submit(this.world, this.member('dana'), reviewers, { requiredApprovals });
    for (let first = 0; first < rounds.length; first += AT_ONCE)
      open.push(...(await Promise.all(rounds.slice(first, first + AT_ONCE).map(submitted))));
    return open;
  }

  post = (by: Caller, { id }: Submitted, command: string): Test => this.world.call(by, 'post', `/${id}/${command}`);

  approveAs = (by: Caller, request: Submitted): Test => this.post(by, request, 'approve').set('if-match', request.etag);

  approve = (by: Name): Contender => ({
    ...{ by, how: 'approved' },
    send: (request) => this.approveAs(this.member(by), request),
  });
  publishNow = (by: Name): Contender => ({
    ...{ by, how: 'direct' },
    send: (request) => this.post(this.member(by), request, 'publish-now').set('if-match', request.etag),
  });
  withdraw = (by: Name): Contender => ({
    ...{ by, how: 'withdrawn' },
    send: (request) => this.post(this.member(by), request, 'withdraw'),
  });
  deleteDraft = (by: Name): Contender => ({
    ...{ by, how: 'draft_deleted' },
    send: (request) => this.post(this.member(by), request, 'delete-draft').send({ comment: 'no' }),
  });
  retry = (by: Name): Contender => ({
    ...{ by, how: 'approved' },
    send: (request) => this.post(this.member(by), request, 'retry'),
  });

  /** The events that decide, as `how by whom`. */
  async decisionsOf({ id }: Submitted): Promise<string[]> {
    const [approved, withdrawn, deleted] = [
      await this.world.eventsOf(RequestApproved, id),
      await this.world.eventsOf(RequestWithdrawn, id),
      await this.world.eventsOf(RequestDraftDeleted, id),
    ];
    return [
      ...approved.map(({ data, actor }) => `${data.how} by ${actor}`),
      ...withdrawn.map(({ data }) => `withdrawn by ${data.decidedBy}`),
      ...deleted.map(({ data }) => `draft_deleted by ${data.decidedBy}`),
    ];
  }

  async read({ id }: Submitted): Promise<Response['body']> {
    return (await this.world.call(this.member('adam'), 'get', `/${id}`).expect(200)).body;
  }
}

/** Alternates what is begun first, so that both get to win. */
export async function atOnce<One, Other>(
  round: number,
  one: () => PromiseLike<One>,
  other: () => PromiseLike<Other>,
): Promise<[One, Other]> {
  const begin = <T>(work: () => PromiseLike<T>): Promise<T> => Promise.resolve(work());
  if (round % 2 === 0) return Promise.all([begin(one), begin(other)]);
  const [second, first] = await Promise.all([begin(other), begin(one)]);
  return [first, second];
}
