import { PUBLIC, REQUIRED_RIGHT } from '@imprimatur/access';
import { serviceFor, services, type Service } from '@imprimatur/contracts';
import { operationalPaths } from '@imprimatur/service-kit';
import { RequestMethod } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import supertest from 'supertest';
import { inProcessWorld, type InProcessWorld } from '../e2e/in-process-world.ts';

/** Whoever adds a line here lets strangers in: say so in review. */
const publicEndpoints = [
  'POST /api/v1/session',
  // Signing out must work when the access token has just expired; it takes the refresh token.
  'DELETE /api/v1/session',
  'POST /api/v1/session/password',
  'POST /api/v1/session/refresh',
  'GET /api/v1/session/jwks',
];

interface Endpoint {
  service: Service;
  method: string;
  path: string;
  isPublic: boolean;
  declares: boolean;
}

const joined = (...parts: string[]): string => `/${parts.join('/').split('/').filter(Boolean).join('/')}`;
const name = ({ method, path }: Endpoint): string => `${method} ${path}`;

describe('every endpoint of every service', () => {
  let world: InProcessWorld;
  let endpoints: Endpoint[];

  beforeAll(async () => {
    world = await inProcessWorld();
    endpoints = services.flatMap(endpointsOf);
  }, 120_000);

  afterAll(() => world.close());

  it('declares the right it takes, or that it is public', () => {
    expect(endpoints.length).toBeGreaterThan(40);
    expect(endpoints.filter(({ declares, isPublic }) => declares === isPublic).map(name)).toEqual([]);
  });

  it('is public only where the list above says so', () => {
    const found = endpoints.filter(({ isPublic }) => isPublic).map(name);
    expect(found.sort()).toEqual([...publicEndpoints].sort());
  });

  it('refuses whoever is not signed in, with a problem and nothing else', async () => {
    const open: string[] = [];
    for (const endpoint of endpoints.filter(({ isPublic }) => !isPublic)) {
      const path = endpoint.path.replaceAll(/:\w+/g, '00000000-0000-7000-8000-000000000001');
      const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'patch' | 'put' | 'delete';
      const { status, body } = await supertest(world.url(endpoint.service))[method](path);
      if (status !== 401 || body.code !== 'session.missing') open.push(`${name(endpoint)} answers ${status}`);
    }
    expect(open).toEqual([]);
  });

  it('lies under a path that its service owns, so that the gateway finds it', () => {
    expect(endpoints.filter(({ service, path }) => serviceFor(path) !== service).map(name)).toEqual([]);
  });

  it('is in the OpenAPI document of its service, which has no others', () => {
    for (const service of services) {
      const { paths } = world.app(service).openapi();
      const documented = Object.entries(paths).flatMap(([path, operations]) =>
        Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
      );
      const served = endpoints.filter((endpoint) => endpoint.service === service).map(name);
      expect(documented.sort()).toEqual(served.sort());
    }
  });

  it('has an operation id that no other has, in any service', () => {
    const ids = services.flatMap((service) =>
      Object.values(world.app(service).openapi().paths).flatMap((operations) =>
        Object.values(operations as Record<string, { operationId?: string }>).map(({ operationId }) => operationId),
      ),
    );
    expect(ids).toHaveLength(endpoints.length);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(operationalPaths)('%s answers without a sign-in and says nothing about anybody', async (path) => {
    for (const service of services) {
      const { status, text } = await supertest(world.url(service)).get(path);
      expect([200, 503]).toContain(status);
      expect(text).not.toMatch(/@|postgres:/);
    }
  });

  function endpointsOf(service: Service): Endpoint[] {
    const { app } = world.app(service);
    const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
    return controllers.flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const base = Reflect.getMetadata('path', metatype) as string | undefined;
      return new MetadataScanner().getAllMethodNames(metatype.prototype as object).flatMap((key) => {
        const handler = (metatype.prototype as Record<string, unknown>)[key];
        const method =
          typeof handler === 'function' ? (Reflect.getMetadata('method', handler) as number | undefined) : undefined;
        if (method === undefined || typeof handler !== 'function') return [];
        const declared = (metadata: string): unknown =>
          Reflect.getMetadata(metadata, handler) ?? Reflect.getMetadata(metadata, metatype);
        return {
          service,
          method: RequestMethod[method]!,
          path: joined(base ?? '', Reflect.getMetadata('path', handler) as string),
          isPublic: declared(PUBLIC) === true,
          declares: declared(REQUIRED_RIGHT) !== undefined,
        };
      });
    });
  }
});
