import { services, type Service } from '@imprimatur/contracts';
import { mergedOpenApi } from '@imprimatur/standalone';
import type { OpenAPIObject } from '@nestjs/swagger';
import openapiTS, { astToString, UNKNOWN, type OpenAPI3 } from 'openapi-typescript';
import type { InProcessWorld } from '../e2e/in-process-world.ts';

/** Where the console keeps the types of the API. */
export const apiTypesFile = new URL('../../apps/console/src/api/schema.d.ts', import.meta.url);

/** The types of the whole API, as the console's client is made from them. */
export async function apiTypesOf(world: InProcessWorld): Promise<string> {
  const documents = Object.fromEntries(services.map((service) => [service, world.app(service).openapi()])) as Record<
    Service,
    OpenAPIObject
  >;
  const types = await openapiTS(mergedOpenApi(documents) as unknown as OpenAPI3, {
    alphabetize: true,
    // JSON refers to itself, which openapi-fetch's types answer with `any`.
    transform: (_, { path }) => (path === '#/components/schemas/Json' ? UNKNOWN : undefined),
  });
  return `// Written by \`npm run api-types\` from the OpenAPI documents of the services.\n${astToString(types)}`;
}
