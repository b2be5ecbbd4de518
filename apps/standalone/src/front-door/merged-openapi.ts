import type { Service } from '@imprimatur/contracts';
import { canonicalJson } from '@imprimatur/kernel';
import type { OpenAPIObject } from '@nestjs/swagger';

const REF = '#/components/schemas/';
const methods = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace']);

/** One OpenAPI 3.1 document for all services: paths side by side, a tag for each service, schemas shared where they are the same. */
export function mergedOpenApi(documents: Record<Service, OpenAPIObject>): OpenAPIObject {
  const schemas: Record<string, unknown> = {};
  const paths: OpenAPIObject['paths'] = {};
  const tags: { name: string; description: string }[] = [];
  let securitySchemes = {};
  for (const [service, original] of Object.entries(documents)) {
    const document = withoutClashes(service, original, schemas);
    Object.assign(schemas, document.components?.schemas);
    securitySchemes = { ...securitySchemes, ...document.components?.securitySchemes };
    for (const [path, item] of Object.entries(document.paths))
      paths[path] = { ...paths[path], ...tagged(service, item) };
    tags.push({ name: service, description: document.info.description ?? '' });
  }
  const title = 'Imprimatur';
  const description = 'Approval flows for reverse ETL. Errors are problem+json (RFC 9457) with a stable `code`.';
  return {
    openapi: '3.1.0',
    info: { title, description, version: '1' },
    tags,
    paths,
    components: { schemas, securitySchemes } as NonNullable<OpenAPIObject['components']>,
  };
}

/** A schema whose name another service uses for something else gets the service's name behind its own. */
function withoutClashes(service: string, document: OpenAPIObject, taken: Record<string, unknown>): OpenAPIObject {
  const clashes = Object.entries(document.components?.schemas ?? {}).filter(
    ([name, schema]) => name in taken && canonicalJson(taken[name]) !== canonicalJson(schema),
  );
  if (clashes.length === 0) return document;
  let text = JSON.stringify(document);
  for (const [name] of clashes) text = text.replaceAll(`"${REF}${name}"`, `"${REF}${name}.${service}"`);
  const renamed = JSON.parse(text) as OpenAPIObject;
  const schemas = renamed.components?.schemas ?? {};
  for (const [name] of clashes) {
    schemas[`${name}.${service}`] = schemas[name]!;
    delete schemas[name];
  }
  return renamed;
}

const tagged = (service: string, item: object): object =>
  Object.fromEntries(
    Object.entries(item).map(([key, operation]: [string, object]) => [
      key,
      methods.has(key) ? { ...operation, tags: [service] } : operation,
    ]),
  );
