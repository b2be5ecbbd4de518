import { serviceFor, services } from '@imprimatur/contracts';
import { operationalPaths } from '@imprimatur/service-kit';
import supertest from 'supertest';
import { inProcessWorld, type InProcessWorld } from '../e2e/in-process-world.ts';
import { endpointsOf, nameOf, type Endpoint } from './endpoints.ts';
import { operationsOf } from './openapi-operations.ts';

/** Whoever adds a line here lets strangers in: say so in review. */
const publicEndpoints = [
  'POST /api/v1/session',
  // Signing out must work when the access token has just expired; it takes the refresh token.
  'DELETE /api/v1/session',
  'POST /api/v1/session/password',
  // For whoever has forgotten theirs; the answer is the same for every mail address.
  'POST /api/v1/session/password-reset',
  // Takes the secret of a service account.
  'POST /api/v1/session/service-account',
  'POST /api/v1/session/refresh',
  'GET /api/v1/session/jwks',
  // The link in a mail, for whoever holds the mail: it shows a page, and stops mails of its kind.
  'GET /api/v1/notification-preferences/unsubscribe',
  'POST /api/v1/notification-preferences/unsubscribe',
];

describe('every endpoint of every service', () => {
  let world: InProcessWorld;
  let endpoints: Endpoint[];

  beforeAll(async () => {
    world = await inProcessWorld();
    endpoints = services.flatMap((service) => endpointsOf(world.app(service)));
  }, 120_000);

  afterAll(() => world.close());

  it('declares the right it takes, or that it is public', () => {
    expect(endpoints.length).toBeGreaterThan(40);
    expect(endpoints.filter(({ declares, isPublic }) => declares === isPublic).map(nameOf)).toEqual([]);
  });

  it('is public only where the list above says so', () => {
    const found = endpoints.filter(({ isPublic }) => isPublic).map(nameOf);
    expect(found.sort()).toEqual([...publicEndpoints].sort());
  });

  it('refuses whoever is not signed in, with a problem and nothing else', async () => {
    const open: string[] = [];
    for (const endpoint of endpoints.filter(({ isPublic }) => !isPublic)) {
      const path = endpoint.path.replaceAll(/:\w+/g, '00000000-0000-7000-8000-000000000001');
      const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'patch' | 'put' | 'delete';
      const { status, body } = await supertest(world.url(endpoint.service))[method](path);
      if (status !== 401 || body.code !== 'session.missing') open.push(`${nameOf(endpoint)} answers ${status}`);
    }
    expect(open).toEqual([]);
  });

  it('lies under a path that its service owns, so that the gateway finds it', () => {
    expect(endpoints.filter(({ service, path }) => serviceFor(path) !== service).map(nameOf)).toEqual([]);
  });

  it('is in the OpenAPI document of its service, which has no others', () => {
    for (const service of services) {
      const documented = operationsOf(world.app(service).openapi()).map(({ name }) => name);
      const served = endpoints.filter((endpoint) => endpoint.service === service).map(nameOf);
      expect(documented.sort()).toEqual(served.sort());
    }
  });

  it('is documented with a summary, who may call it and how it refuses', () => {
    for (const endpoint of endpoints) {
      const operation = operationsOf(world.app(endpoint.service).openapi()).find(
        ({ name }) => name === nameOf(endpoint),
      );
      expect(operation).toMatchObject({
        summary: expect.stringMatching(/^[A-Z].{5,}/),
        security: endpoint.isPublic ? [] : [{ bearer: [] }, { cookie: [] }],
        refusals: expect.arrayContaining(endpoint.isPublic ? ['503'] : ['401', '403', '503']),
      });
    }
  });

  it.each(operationalPaths)('%s answers without a sign-in and says nothing about anybody', async (path) => {
    for (const service of services) {
      const { status, text } = await supertest(world.url(service)).get(path);
      expect([200, 503]).toContain(status);
      expect(text).not.toMatch(/@|postgres:/);
    }
  });
});
