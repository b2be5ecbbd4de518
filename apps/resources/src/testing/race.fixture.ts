import { modelContent, raceRounds, type SeededWorkspace } from '@imprimatur/testing';
import type { Response, Test } from 'supertest';
import type { ResourcesWorld, Saved } from './resources-world.fixture.ts';

export const RACE_TIMEOUT_MS = raceRounds * 2_000 + 60_000;

/** Runs a race as often as `TEST_RACE_ROUNDS` says; every round is on resources of its own. */
export async function inRounds(round: () => Promise<void>): Promise<void> {
  for (let done = 0; done < raceRounds; done++) await round();
}

export const winners = (answers: Response[]): Response[] => answers.filter(({ status }) => status < 300);

/** Why the others were refused. */
export const codes = (answers: Response[]): string[] =>
  answers.filter(({ status }) => status >= 300).map(({ body }) => (body as { code: string }).code);

let changes = 0;
/** A content that nothing had before. */
export const changed = () =>
  modelContent({ query: `select id, email, city from customers where ${(changes += 1)} = 1` });

type By = 'admin' | 'workspace-editor' | 'workspace-draft-editor';

/** What racers do to models, all of them members of one workspace. */
export class Racers {
  constructor(
    private readonly world: ResourcesWorld,
    private readonly workspace: SeededWorkspace,
    readonly sourceId: string,
  ) {}

  static async start(world: ResourcesWorld, workspace: SeededWorkspace): Promise<Racers> {
    return new Racers(world, workspace, await world.connection(workspace.members.admin, 'sources'));
  }

  change(by: By, id: string, body: object): Test {
    const change = { content: changed(), reviewers: [this.workspace.members.admin.id], ...body };
    return this.world.call(this.workspace.members[by], 'post', `/models/${id}/changes`, change);
  }

  set(
    action: 'submit' | 'publish_now',
    { id: resourceId, revision }: Pick<Saved, 'id' | 'revision'>,
    by: By = 'admin',
  ): Test {
    const body = { action, items: [{ resourceId, revision }], reviewers: [this.workspace.members.admin.id] };
    return this.world.call(this.workspace.members[by], 'post', '/change-sets', body);
  }

  published(): Promise<Saved> {
    return this.world.model(this.workspace.members.admin, this.sourceId);
  }

  drafted(): Promise<Saved> {
    return this.world.model(this.workspace.members.admin, this.sourceId, { action: 'save_draft' });
  }

  /** A draft of revision 2 on version 1, while version 2 is published. Both changed the query: every rebase says what it takes. */
  async stale(): Promise<string> {
    const { id } = await this.published();
    await this.change('workspace-editor', id, { basedOn: { version: 1 }, action: 'save_draft' }).expect(200);
    await this.change('admin', id, { basedOn: { version: 1 }, action: 'publish_now' }).expect(200);
    return id;
  }

  rebase(id: string, by: By = 'workspace-editor'): Test {
    const resolutions = [{ path: '/query', take: 'mine' }];
    const body = { basedOn: { revision: 2 }, onto: { version: 2 }, resolutions };
    return this.world.call(this.workspace.members[by], 'post', `/models/${id}/rebase`, body);
  }

  async read(id: string): Promise<object> {
    return (await this.world.call(this.workspace.members.admin, 'get', `/models/${id}`).expect(200)).body as object;
  }
}
