import type { INestApplication } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { readCommand } from '../command-request.ts';
import { readIfMatch } from '../etag.ts';

/** What `@Public` of libs/access leaves, which builds on this library. */
const PUBLIC = 'access:public';

/** What an endpoint's decorators say that its OpenAPI operation does not. */
export interface DocumentedEndpoint {
  isPublic: boolean;
  /** Takes an Idempotency-Key. */
  isCommand: boolean;
  takesIfMatch: boolean;
}

/** `SyncRecordsController.list` → `syncRecords.list`: unique within a service and across them. */
export function operationId(controller: string, method: string): string {
  const name = controller.replace(/Controller$/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}.${method}`;
}

/** The endpoints of an application by their operation id. */
export function documentedEndpoints(app: INestApplication): Map<string, DocumentedEndpoint> {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return new Map(
    controllers.flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const methods = new MetadataScanner().getAllMethodNames(metatype.prototype as object);
      return methods.map((method) => [operationId(metatype.name, method), endpointOf(metatype, method)] as const);
    }),
  );
}

function endpointOf(controller: Function, method: string): DocumentedEndpoint {
  const handler = (controller.prototype as Record<string, object>)[method]!;
  const isPublic = [handler, controller].some((target) => Reflect.getMetadata(PUBLIC, target) === true);
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { factory?: unknown }
  >;
  const readers = new Set(Object.values(parameters).map(({ factory }) => factory));
  return { isPublic, isCommand: !isPublic && readers.has(readCommand), takesIfMatch: readers.has(readIfMatch) };
}
