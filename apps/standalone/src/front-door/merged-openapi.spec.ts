import type { Service } from '@imprimatur/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';
import { mergedOpenApi } from './merged-openapi.ts';

const documentWith = (path: string, thing: object): OpenAPIObject =>
  ({
    openapi: '3.1.0',
    info: { title: 'A service', version: '1', description: 'What it does.' },
    paths: {
      [path]: {
        get: {
          tags: ['things'],
          responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } },
        },
      },
    },
    components: { schemas: { Thing: thing, Plan: { type: 'string' } } },
  }) as unknown as OpenAPIObject;

describe('the merged OpenAPI document', () => {
  const merged = mergedOpenApi({
    resources: documentWith('/models', { type: 'object' }),
    approvals: documentWith('/requests', { type: 'string' }),
  } as Record<Service, OpenAPIObject>);
  const refOf = (path: string): unknown =>
    JSON.stringify(merged.paths[path]).match(/#\/components\/schemas\/([\w.-]+)/)?.[1];

  it('keeps apart what services call the same and is not, and shares what is', () => {
    expect(merged.components?.schemas).toEqual({
      Thing: { type: 'object' },
      'Thing.approvals': { type: 'string' },
      Plan: { type: 'string' },
    });
    expect([refOf('/models'), refOf('/requests')]).toEqual(['Thing', 'Thing.approvals']);
  });

  it('puts every operation under the tag of its service', () => {
    const operations = ['/models', '/requests'].map((path) => merged.paths[path]!.get!);
    expect(operations.map(({ tags }) => tags)).toEqual([['resources'], ['approvals']]);
  });
});
