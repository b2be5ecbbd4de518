import { ModelState, RoleState, WorkspaceState, type DataOf, type Service } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { newEvent } from '@imprimatur/messaging';
import { eventually } from '@imprimatur/testing';
import { inProcessWorld, type InProcessWorld } from '../e2e/in-process-world.ts';
import type { Place } from '../e2e/world.ts';
import { Forger } from './forger.ts';
import { reviewIn, type Review } from './review.ts';

let world: InProcessWorld;
let place: Place;
let forger: Forger;
let review: Review;

beforeAll(async () => {
  world = await inProcessWorld();
  place = await world.workspace(`stated-${Date.now()}`, 'business');
  forger = new Forger(world);
  review = await reviewIn(world, place);
}, 120_000);
afterAll(() => world.close());

const readers: Service[] = ['resources', 'approvals', 'notifications', 'scheduler'];

const rowsOf = <Row>(service: Service, sql: string, parameters: unknown[]): Promise<Row[]> =>
  world.app(service).dataSource.query<Row[]>(sql, parameters);

/** The newest state that a service ever sent of something. */
async function sent<State>(producer: Service, type: string, subject: string): Promise<State> {
  const [row] = await rowsOf<{ data: State }>(
    producer,
    'select data from outbox where type = $1 and subject = $2 order by id desc limit 1',
    [type, subject],
  );
  return row!.data;
}

/** Returns once all readers have what was sent before: a role that nobody holds, sent after it on the same partition, has arrived. */
async function allHeard(role: DataOf<typeof RoleState>): Promise<void> {
  const id = newId();
  const marker = newEvent(RoleState, place.workspaceId, id, { ...role, id, seq: 1, role: { ...role.role, id } });
  await forger.send('identity-roles', marker);
  for (const reader of readers)
    await eventually(async () => {
      expect(await rowsOf(reader, 'select from access_role where id = $1', [id])).toHaveLength(1);
    });
}

describe('a projection of identity', () => {
  it('does not go back to an older role, which would let a draft-only member publish', async () => {
    const [{ role_id: roleId }] = (await rowsOf<{ role_id: string }>(
      'resources',
      'select role_id from access_member where id = $1',
      [place.members.dana],
    )) as [{ role_id: string }];
    const role = await sent<DataOf<typeof RoleState>>('identity-roles', RoleState.type, roleId);
    const newer = { ...role, seq: role.seq + 5 };
    const generous = {
      ...role,
      seq: role.seq + 4,
      role: { ...role.role, sources: role.role.sources.map((grant) => ({ ...grant, models: 'publish' as const })) },
    };
    await forger.send(
      'identity-roles',
      newEvent(RoleState, place.workspaceId, roleId, newer),
      newEvent(RoleState, place.workspaceId, roleId, generous),
    );
    await allHeard(role);
    expect(await review.mayPublishDirectly()).toBe(false);
  });

  it('does not take a state of this workspace from a record of another', async () => {
    const elsewhere = await world.workspace(`other-${Date.now()}`, 'business');
    const workspace = await sent<DataOf<typeof WorkspaceState>>(
      'identity-roles',
      WorkspaceState.type,
      place.workspaceId,
    );
    const off = { ...workspace, seq: workspace.seq + 9, settings: { ...workspace.settings, requireApprovals: false } };
    const forged = newEvent(WorkspaceState, elsewhere.workspaceId, place.workspaceId, off);
    await forger.send('identity-roles', forged);
    for (const reader of readers) {
      // Each consumer group of a service buries it for itself.
      const letters = await eventually(async () => {
        const found = await forger.deadLetters(reader, elsewhere.workspaceId);
        expect(found).not.toEqual([]);
        return found;
      });
      for (const letter of letters)
        expect(letter).toMatchObject({ reason: 'malformed', error: expect.stringContaining(place.workspaceId) });
      const settings = await rowsOf(
        reader,
        `select settings->>'requireApprovals' as on from access_workspace where id = $1`,
        [place.workspaceId],
      );
      expect(settings).toEqual([{ on: 'true' }]);
    }
  });
});

describe('the scheduler', () => {
  it('does not go back to a time when the model had no draft', async () => {
    const { modelId, requestId } = await review.opened();
    await review.approve(requestId);
    await review.reaches(requestId, 'published');
    const clean = await sent<DataOf<typeof ModelState>>('resources', ModelState.type, modelId);
    expect(clean.draft).toBeNull();
    await review.draftOf(modelId);
    await eventually(() => expectDraft(modelId, true));
    await forger.send('resources', newEvent(ModelState, place.workspaceId, modelId, clean));
    const other = { ...clean, id: newId(), seq: 1 };
    await forger.send('resources', newEvent(ModelState, place.workspaceId, other.id, other));
    await eventually(() => expectDraft(other.id, false));
    await expectDraft(modelId, true);
  });
});

async function expectDraft(modelId: string, hasDraft: boolean): Promise<void> {
  const rows = await rowsOf('scheduler', 'select has_draft from model_state where id = $1', [modelId]);
  expect(rows).toEqual([{ has_draft: hasDraft }]);
}
