import { PUBLIC, REQUIRED_RIGHT } from '@imprimatur/access';
import type { Service } from '@imprimatur/contracts';
import type { ServiceApp } from '@imprimatur/service-kit';
import { RequestMethod } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';

export interface Endpoint {
  service: Service;
  method: string;
  path: string;
  isPublic: boolean;
  declares: boolean;
}

const joined = (...parts: string[]): string => `/${parts.join('/').split('/').filter(Boolean).join('/')}`;

/** `GET /api/v1/models/:id` */
export const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`;

/** What a service serves, as its controllers' decorators say. */
export function endpointsOf({ service, app }: ServiceApp): Endpoint[] {
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
