import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

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
    .build();
  return SwaggerModule.createDocument(app, config, { operationIdFactory: operationId });
}

/** `SyncRecordsController.list` → `syncRecords.list`: unique within a service and across them. */
function operationId(controller: string, method: string): string {
  const name = controller.replace(/Controller$/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}.${method}`;
}
