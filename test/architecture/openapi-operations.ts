import type { OpenAPIObject } from '@nestjs/swagger';

interface Parameter {
  in: string;
  name: string;
  required?: boolean;
}

interface Response {
  description: string;
  content?: Record<string, { schema: unknown }>;
}

interface Operation {
  operationId: string;
  summary?: string;
  security?: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: unknown;
  responses: Record<string, Response>;
}

export interface NamedOperation extends Operation {
  /** `GET /api/v1/models/:id` */
  name: string;
  path: string;
  /** The statuses that are answered with a problem. */
  refusals: string[];
}

const PROBLEM = JSON.stringify({ 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } });

/** All operations of an OpenAPI document. */
export function operationsOf(document: OpenAPIObject): NamedOperation[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations as unknown as Record<string, Operation>).map(([method, operation]) => ({
      ...operation,
      name: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      path,
      refusals: Object.keys(operation.responses).filter(
        (status) => JSON.stringify(operation.responses[status]?.content) === PROBLEM,
      ),
    })),
  );
}
