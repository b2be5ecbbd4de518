import { readFileSync } from 'node:fs';
import { services, type Service } from '@imprimatur/contracts';
import { mergedOpenApi } from '@imprimatur/standalone';
import type { OpenAPIObject } from '@nestjs/swagger';

import { inProcessWorld, type InProcessWorld } from '../e2e/in-process-world.ts';
import { apiTypesFile, apiTypesOf } from './api-types.ts';
import { operationsOf, type NamedOperation } from './openapi-operations.ts';

describe('the OpenAPI document', () => {
  let world: InProcessWorld;
  let documents: Record<Service, OpenAPIObject>;
  let merged: OpenAPIObject;
  let operations: NamedOperation[];

  beforeAll(async () => {
    world = await inProcessWorld();
    documents = Object.fromEntries(
      services.map((service) => [service, world.app(service).openapi()]),
    ) as typeof documents;
    merged = mergedOpenApi(documents);
    operations = operationsOf(merged);
  }, 120_000);

  afterAll(() => world.close());

  const all = (): OpenAPIObject[] => [...Object.values(documents), merged];
  const namesWhere = (is: (operation: NamedOperation) => boolean): string[] =>
    operations.filter(is).map(({ name }) => name);

  it('is what the types of the console were written from', async () => {
    const message = 'The API has changed: npm run api-types writes its types anew.';
    expect((await apiTypesOf(world)) === readFileSync(apiTypesFile, 'utf8') ? '' : message).toBe('');
  });

  it('of all services holds the operations of each', () => {
    const each = Object.values(documents).flatMap(operationsOf);
    expect(operations.map(({ name }) => name).sort()).toEqual(each.map(({ name }) => name).sort());
  });

  it('has an operation id for each operation, and no two alike in any service', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(ids).toEqual(ids.map(() => expect.stringMatching(/^\w+\.\w+$/)));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('refers to nothing that is not in it', () => {
    for (const document of all()) {
      const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(
        ([, reference]) => reference!,
      );
      expect(references.length).toBeGreaterThan(0);
      expect([...new Set(references)].filter((reference) => at(document, reference) === undefined)).toEqual([]);
    }
  });

  it('gives every schema a name that says something', () => {
    for (const document of all())
      expect(Object.keys(document.components!.schemas!).filter((name) => !/^[A-Z][\w.-]*$/.test(name))).toEqual([]);
  });

  it('declares all parameters of every path, and no others', () => {
    for (const { path, parameters } of operations) {
      const declared = parameters.filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => `{${name}}`).sort()).toEqual((path.match(/\{\w+\}/g) ?? []).sort());
      expect(declared.every(({ required }) => required)).toBe(true);
    }
  });

  it('declares no parameter twice', () => {
    for (const { parameters } of operations) {
      const places = parameters.map((parameter) => `${parameter.in} ${parameter.name.toLowerCase()}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it('has the security schemes that operations name', () => {
    const named = operations.flatMap(({ security = [] }) => security.flatMap(Object.keys));
    expect(Object.keys(merged.components!.securitySchemes!)).toEqual(expect.arrayContaining([...new Set(named)]));
  });

  it('says what every operation answers when it succeeds, and only problems else', () => {
    const isWhole = ({ responses, refusals }: NamedOperation): boolean =>
      Object.keys(responses).some((status) => status.startsWith('2')) &&
      Object.keys(responses).filter((status) => Number(status) >= 400).length === refusals.length &&
      Object.values(responses).every(({ description }) => typeof description === 'string');
    expect(namesWhere((operation) => !isWhole(operation))).toEqual([]);
  });

  it('names the refusals that follow from what an operation takes', () => {
    const refuses = ({ refusals }: NamedOperation, ...statuses: string[]): boolean =>
      statuses.every((status) => refusals.includes(status));
    const takes = ({ parameters }: NamedOperation, place: string, name?: string): boolean =>
      parameters.some((parameter) => parameter.in === place && (name === undefined || parameter.name === name));
    expect(namesWhere((each) => takes(each, 'path') && !refuses(each, '404', '422'))).toEqual([]);
    expect(namesWhere((each) => each.requestBody !== undefined && !refuses(each, '400', '413', '422'))).toEqual([]);
    expect(namesWhere((each) => takes(each, 'header', 'Idempotency-Key') && !refuses(each, '409'))).toEqual([]);
    expect(namesWhere((each) => takes(each, 'header', 'If-Match') !== refuses(each, '412', '428'))).toEqual([]);
  });

  it('takes If-Match where something seen is changed, and an Idempotency-Key where something is created or decided', () => {
    const taking = (header: string): string[] =>
      namesWhere(({ parameters }) => parameters.some(({ name }) => name === header));
    expect(taking('If-Match')).toEqual(
      expect.arrayContaining(['PATCH /api/v1/models/:id', 'POST /api/v1/approval-requests/:id/approve']),
    );
    expect(taking('If-Match')).not.toContain('POST /api/v1/models');
    expect(taking('Idempotency-Key')).toEqual(
      expect.arrayContaining([
        'POST /api/v1/models',
        'POST /api/v1/approval-requests/:id/approve',
        'POST /api/v1/runs',
      ]),
    );
    expect(taking('Idempotency-Key').filter((name) => name.startsWith('GET '))).toEqual([]);
    expect(taking('Idempotency-Key')).not.toContain('POST /api/v1/session');
  });
});

/** What a reference such as `#/components/schemas/Problem` points to. */
const at = (document: object, reference: string): unknown =>
  reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);
