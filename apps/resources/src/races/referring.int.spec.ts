import { AudienceState, JourneyState } from '@imprimatur/contracts';
import type { SeededWorkspace } from '@imprimatur/testing';
import type { Response, Test } from 'supertest';
import { codes, inRounds, RACE_TIMEOUT_MS, winners } from '../testing/race.fixture.ts';
import { ResourcesWorld, type Caller } from '../testing/resources-world.fixture.ts';

describe('a reference to an audience, model or destination, and its end', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let admin: Caller;
  let sourceId: string;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    admin = workspace.members.admin;
    sourceId = await world.connection(admin, 'sources');
  });
  afterAll(() => world.close());

  const audienceOn = (modelId: string) => ({ name: 'everybody', content: { modelId, conditions: [] } });
  const journeyFrom = (audienceId: string, ...destinations: string[]) => ({
    name: 'welcome',
    content: {
      audienceId,
      steps: [
        { kind: 'wait', amount: 1, unit: 'hours' },
        ...destinations.map((destinationId) => ({ kind: 'enter_destination', destinationId, object: 'contacts' })),
      ],
    },
  });
  const post = (path: string, body: object): Test => world.call(admin, 'post', path, { ...body });
  const remove = (path: string, tag: string | number): Test => world.call(admin, 'delete', path, undefined, tag);
  const idOf = ({ body }: Response): string => (body as { id: string }).id;
  const audience = async (): Promise<{ id: string; modelId: string }> => {
    const { id: modelId } = await world.model(admin, sourceId);
    return { id: idOf(await post('/audiences', audienceOn(modelId)).expect(201)), modelId };
  };

  /** Either what is referred to stays because of the reference, or it is gone and there was nothing to refer to. */
  const refusal = ([referring]: [Response, Response], inUse: string, missing: string): string[] => [
    referring.status === 201 ? inUse : missing,
  ];

  it(
    'create an audience × delete its model',
    () =>
      inRounds(async () => {
        const { id } = await world.model(admin, sourceId);
        const tag = await world.etagOf(admin, `/models/${id}`);
        const answers = await Promise.all([post('/audiences', audienceOn(id)), remove(`/models/${id}`, tag)]);
        expect(codes(answers)).toEqual(refusal(answers, 'model.has-audiences', 'model.not-found'));
      }),
    RACE_TIMEOUT_MS,
  );

  it(
    'create a journey × delete its audience',
    () =>
      inRounds(async () => {
        const { id } = await audience();
        const answers = await Promise.all([post('/journeys', journeyFrom(id)), remove(`/audiences/${id}`, 1)]);
        expect(codes(answers)).toEqual(refusal(answers, 'audience.has-journeys', 'audience.not-found'));
      }),
    RACE_TIMEOUT_MS,
  );

  it(
    'create a journey × delete a destination it names',
    () =>
      inRounds(async () => {
        const { id } = await audience();
        const destinations = [
          await world.connection(admin, 'destinations'),
          await world.connection(admin, 'destinations'),
        ];
        const answers = await Promise.all([
          post('/journeys', journeyFrom(id, ...destinations.toReversed())),
          remove(`/destinations/${destinations[1]}`, 1),
        ]);
        expect(codes(answers)).toEqual(refusal(answers, 'destination.in-use', 'destination.not-found'));
      }),
    RACE_TIMEOUT_MS,
  );

  it(
    'change an audience × change it',
    () =>
      inRounds(async () => {
        const { id, modelId } = await audience();
        const change = (): Test => world.call(admin, 'put', `/audiences/${id}`, audienceOn(modelId), 1);
        const answers = await Promise.all([change(), change(), change()]);
        expect(winners(answers)).toHaveLength(1);
        expect(codes(answers)).toEqual(['audience.stale', 'audience.stale']);
        const states = await world.eventsOf(AudienceState, workspace.id, id);
        expect(states.map(({ data }) => [data.version, data.seq])).toEqual([
          [1, 1],
          [2, 2],
        ]);
      }),
    RACE_TIMEOUT_MS,
  );

  it(
    'move an audience to another source × change a journey of it × begin one: the last state of each says where it is',
    () =>
      inRounds(async () => {
        const { id } = await audience();
        const journeyId = idOf(await post('/journeys', journeyFrom(id)).expect(201));
        const elsewhere = await world.connection(admin, 'sources', 'elsewhere');
        const { id: modelId } = await world.model(admin, elsewhere);
        const [moved, changed, begun] = await Promise.all([
          world.call(admin, 'put', `/audiences/${id}`, audienceOn(modelId), 1),
          world.call(admin, 'put', `/journeys/${journeyId}`, journeyFrom(id), 1),
          post('/journeys', journeyFrom(id)),
        ]);
        expect([moved.status, changed.status, begun.status]).toEqual([200, 200, 201]);
        for (const each of [journeyId, idOf(begun)]) {
          const states = await world.eventsOf(JourneyState, workspace.id, each);
          expect(states.at(-1)?.data).toMatchObject({ sourceId: elsewhere, seq: states.length });
        }
      }),
    RACE_TIMEOUT_MS,
  );
});
