import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { describeOperation, type Operation } from './describe-operation.ts';
import { documentedEndpoints, operationId, type DocumentedEndpoint } from './documented-endpoint.ts';
import { problemSchema } from './problem-responses.ts';

export interface OpenApiDescription {
  title: string;
  description: string;
}

/** The service's OpenAPI 3.1 document, made from the same schemas that check what comes in. */
export function openApiOf(app: NestFastifyApplication, { title, description }: OpenApiDescription): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setDescription(description)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addCookieAuth('imprimatur_access')
    .addSecurityRequirements('bearer')
    .addSecurityRequirements('cookie')
    .build();
  return withRules(
    SwaggerModule.createDocument(app, config, { operationIdFactory: operationId }),
    documentedEndpoints(app),
  );
}

function withRules(document: OpenAPIObject, endpoints: Map<string, DocumentedEndpoint>): OpenAPIObject {
  const described = (operation: Operation): Operation =>
    describeOperation(operation, endpoints.get(operation.operationId!)!);
  const paths = Object.entries(document.paths).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations as Record<string, Operation>).map(([method, each]) => [method, described(each)]),
    ),
  ]);
  return {
    ...document,
    paths: Object.fromEntries(paths) as OpenAPIObject['paths'],
    components: { ...document.components, schemas: { ...document.components?.schemas, Problem: problemSchema() } },
  };
}
