import { eventually } from '@imprimatur/testing';
import type { Route } from 'playwright-core';
import { Session } from '../e2e/session.ts';
import { changedModel } from './changed-model.ts';
import { crossed, expectAccessible, useConsole } from './use-console.ts';
import type { Visitor } from './visitor.ts';

/** What is deleted: how it comes to be, where it is shown, what is clicked, and the page that is left for. */
interface Thing {
  what: string;
  at: string;
  made: () => Promise<string>;
  asks: string[];
  /** The name to type, where nothing brings it back. */
  types?: string;
  leadsTo: string;
}

const thing = (
  what: string,
  at: string,
  made: Thing['made'],
  asks: string[],
  leadsTo: string,
  types?: string,
): Thing => ({
  ...{ what, at, made, asks, leadsTo },
  ...(types !== undefined && { types }),
});

describe('deleting, while the live stream is faster than the answer', () => {
  const stage = useConsole();
  let ada: Session;
  let dana: Session;
  let ids: Record<'sources' | 'destinations' | 'models', string>;
  let toReview = 1;

  beforeAll(async () => {
    const { world, acme } = stage;
    await changedModel(world, acme);
    [ada, dana] = [await Session.of(world, acme, 'ada'), await Session.of(world, acme, 'dana')];
    ids = {
      sources: await first('/sources'),
      destinations: await first('/destinations'),
      models: await first('/models'),
    };
  }, 60_000);

  const made = async (by: Session, path: string, body: object): Promise<string> =>
    (await eventually(() => by.post(path, body).expect(201))).body.id as string;
  const first = async (path: string): Promise<string> => (await ada.get(path).expect(200)).body.items[0].id as string;
  const connection = (collection: 'sources' | 'destinations') => () =>
    made(ada, `/${collection}`, { name: 'Spare', type: 'postgres', ...stage.world.warehouse.connection });
  const model = (by: () => Session, action: object) => async () => {
    const content = {
      query: 'select 1 as id',
      configuration: { primaryKey: 'id' },
      columns: [{ name: 'id', type: 'integer' }],
    };
    return await made(by(), '/models', { name: 'Ones', sourceId: ids.sources, content, ...action });
  };
  const sync = (action: string) => async () => {
    const configuration = {
      ...{ modelId: ids.models, destinationId: ids.destinations },
      ...{ mode: 'upsert', object: 'contacts', keys: ['external_id'] },
      mapping: [{ column: 'id', field: 'external_id' }],
    };
    return await made(ada, '/syncs', {
      name: 'Twos',
      content: { configuration, schedule: { kind: 'manual' } },
      action,
    });
  };
  const audience = async (): Promise<string> =>
    await made(ada, '/audiences', {
      name: 'All',
      content: { modelId: ids.models, conditions: [] },
    });
  const journey = async (): Promise<string> => {
    const steps = [{ kind: 'wait', amount: 2, unit: 'days' }];
    return await made(ada, '/journeys', { name: 'Welcome', content: { audienceId: await audience(), steps } });
  };
  const roleId = async (): Promise<string> => {
    const { body } = await ada.get('/roles').expect(200);
    return (body.items as { id: string; name: string }[]).find(({ name }) => name === 'Workspace viewer')!.id;
  };

  const live = async ({ page }: Visitor): Promise<void> =>
    await page.locator('[data-live="live"]').waitFor({ state: 'attached' });
  /** Hears from now on, as every page does, that something is no longer as it was. */
  const hears = async ({ page }: Visitor, id: string): Promise<() => Promise<void>> => {
    await page.evaluate(async (sought) => {
      const source = new EventSource('/api/v1/stream');
      source.addEventListener('message', ({ data }: MessageEvent<string>) => {
        if ((JSON.parse(data) as { id: string }).id === sought) document.documentElement.dataset['heard'] = sought;
      });
      await new Promise((resolve) => source.addEventListener('ready', resolve));
    }, id);
    return async () => await page.locator(`html[data-heard="${id}"]`).waitFor({ state: 'attached' });
  };
  /** What came before it on the stream has been dealt with once the page shows this. */
  const showsWhatCameLater = async ({ page }: Visitor): Promise<void> => {
    toReview += 1;
    await model(() => dana, { name: `Model ${toReview}`, action: 'submit', reviewers: [stage.acme.members.ada] })();
    await page
      .getByRole('link', { name: /^Approvals/ })
      .getByText(`${toReview} to review`)
      .waitFor();
  };
  /** Lets no answer to the deletion through before this is over. */
  const holdsAnswer = async ({ page }: Visitor, id: string, until: () => Promise<void>): Promise<string[]> => {
    const asked: string[] = [];
    await page.route(
      ({ pathname }) => pathname.includes(id),
      async (route: Route) => {
        const request = route.request();
        if (request.method() !== 'DELETE') {
          asked.push(`${request.method()} ${request.url()}`);
          return await route.continue();
        }
        asked.length = 0;
        const response = await route.fetch();
        await until();
        await route.fulfill({ response });
      },
    );
    return asked;
  };

  it.each([
    thing('a journey', '/journeys', journey, ['Delete journey', 'Delete'], 'Journeys'),
    thing('an audience', '/audiences', audience, ['Delete audience', 'Delete'], 'Audiences'),
    thing('a source', '/sources', connection('sources'), ['Delete source', 'Delete'], 'Sources'),
    thing(
      'a destination',
      '/destinations',
      connection('destinations'),
      ['Delete destination', 'Delete'],
      'Destinations',
    ),
    thing(
      'a model',
      '/models',
      model(() => ada, { action: 'publish_now' }),
      ['More to do', 'Delete model', 'Delete model'],
      'Models',
    ),
    thing(
      'the draft of a new model',
      '/models',
      model(() => dana, { action: 'save_draft' }),
      ['Delete draft', 'Delete draft'],
      'Models',
      'Ones',
    ),
    thing('a sync', '/syncs', sync('publish_now'), ['More about this sync', 'Delete sync', 'Delete sync'], 'Syncs'),
    thing(
      'the draft of a new sync',
      '/syncs',
      sync('save_draft'),
      ['More about this sync', 'Delete draft', 'Delete draft'],
      'Syncs',
      'Twos',
    ),
    thing(
      'a role',
      '/settings/roles',
      async () => await made(ada, `/roles/${await roleId()}/duplicate`, { name: 'Copy' }),
      ['Delete', 'Delete role'],
      'Roles',
    ),
    thing(
      'a service account',
      '/settings/service-accounts',
      async () => await made(ada, '/service-accounts', { name: 'Robot', roleId: await roleId() }),
      ['Remove for good', 'Remove for good'],
      'Service accounts',
      'Robot',
    ),
    thing(
      'a member',
      '/settings/members',
      () => Promise.resolve(stage.acme.members.vic),
      ['Remove for good', 'Remove for good'],
      'Members',
      'Vic',
    ),
  ])(
    'asks no more for $what',
    async ({ at, made: make, asks, types, leadsTo }) => {
      const id = await make();
      const visitor = await stage.arrive('ada', `${at}/${id}`);
      const { page } = visitor;
      const named = (name: string) =>
        page.getByRole('button', { name, exact: true }).or(page.getByRole('menuitem', { name }));
      for (const name of asks.slice(0, -1)) await named(name).click();
      await live(visitor);
      const announced = await hears(visitor, id);
      const asked = await holdsAnswer(visitor, id, async () => {
        await announced();
        await showsWhatCameLater(visitor);
      });
      const dialog = page.getByRole('dialog');
      if (types !== undefined) await dialog.getByRole('textbox').fill(types);
      await dialog.getByRole('button', { name: asks.at(-1)!, exact: true }).click();
      await visitor.heading(leadsTo).waitFor();
      await dialog.waitFor({ state: 'detached' });
      expect(asked).toEqual([]);
      expect(await visitor.page.getByRole('alert').count()).toBe(0);
    },
    60_000,
  );

  it('goes on as before when it is refused', async () => {
    const id = ids.sources;
    const visitor = (await stage.arrive('ada', `/sources/${id}`)).expects(/^409 DELETE /);
    await visitor.button('Delete source').click();
    await live(visitor);
    let askedMeanwhile: string[] | undefined;
    const asked = await holdsAnswer(visitor, id, async () => {
      const { headers } = await ada.get(`/sources/${id}`).expect(200);
      await ada
        .patch(`/sources/${id}`, { name: 'Lake' })
        .set('if-match', headers.etag as string)
        .expect(200);
      await showsWhatCameLater(visitor);
      askedMeanwhile = [...asked];
    });
    await visitor.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await visitor.page.getByText('These refer to it.').waitFor();
    await visitor.page.keyboard.press('Escape');
    await visitor.heading('Lake').waitFor();
    expect(askedMeanwhile).toEqual([]);
  }, 60_000);

  it('is seen when somebody else does it', async () => {
    const id = await journey();
    const visitor = (await stage.arrive('ada', `/journeys/${id}`)).expects(/^404 GET .*journeys/);
    await visitor.heading('Welcome').waitFor();
    await live(visitor);
    const gone = visitor.page.getByRole('status').filter({ hasText: 'This is not there any more' });
    expect(await gone.count()).toBe(0);
    await ada.delete(`/journeys/${id}`).set('if-match', '"1"').expect(204);
    await gone.waitFor();
    await expectAccessible(visitor, 'gone', crossed);
    await visitor.page.getByRole('link', { name: 'Journeys' }).first().click();
    await gone.waitFor({ state: 'detached' });
  }, 60_000);
});
