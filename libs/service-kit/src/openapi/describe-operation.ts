import type { DocumentedEndpoint } from './documented-endpoint.ts';
import { problemResponse, type Response } from './problem-responses.ts';

interface Parameter {
  in: string;
  name: string;
  required?: boolean;
  description?: string;
  schema?: object;
}

/** As much of an OpenAPI operation as is added to. */
export interface Operation {
  operationId?: string;
  parameters?: Parameter[];
  requestBody?: unknown;
  responses: Record<string, Response>;
  security?: Record<string, string[]>[];
}

/** Either proves who calls. */
export const signedIn: Record<string, string[]>[] = [{ bearer: [] }, { cookie: [] }];

const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'the ETag of what was seen, so that nothing is overwritten or decided unseen',
  schema: { type: 'string', pattern: '^"[^"]*"$' },
};

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'a repeat with the same key is answered as the first time, and changes nothing again',
  schema: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[\\x21-\\x7e]+$' },
};

/** Says of an operation what holds for every endpoint of its kind. What the endpoint says itself stays. */
export function describeOperation(operation: Operation, endpoint: DocumentedEndpoint): Operation {
  const { isPublic, isCommand, takesIfMatch } = endpoint;
  const headers = [...(takesIfMatch ? [ifMatch] : []), ...(isCommand ? [idempotencyKey] : [])];
  const parameters = withHeaders(operation.parameters ?? [], headers);
  const responses = { ...operation.responses };
  for (const status of statusesOf({ ...operation, parameters }, endpoint)) responses[status] ??= { description: '' };
  return {
    ...operation,
    parameters,
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => [
        status,
        Number(status) < 400 ? response : problemResponse(Number(status), response),
      ]),
    ),
    security: isPublic ? [] : signedIn,
  };
}

/** What an endpoint says of a header itself goes before what is said of it everywhere. */
function withHeaders(given: Parameter[], headers: Parameter[]): Parameter[] {
  const isOf =
    ({ name }: Parameter) =>
    (other: Parameter): boolean =>
      other.in === 'header' && other.name.toLowerCase() === name.toLowerCase();
  return [
    ...given.filter((parameter) => !headers.some(isOf(parameter))),
    ...headers.map((header) => ({ ...header, ...given.find(isOf(header)), schema: header.schema! })),
  ];
}

function statusesOf(
  { parameters = [], requestBody }: Operation,
  { isPublic, isCommand, takesIfMatch }: DocumentedEndpoint,
): number[] {
  const takesPath = parameters.some((parameter) => parameter.in === 'path');
  return [
    ...(isPublic ? [] : [401, 403]),
    ...(takesPath ? [404] : []),
    ...(requestBody === undefined ? [] : [400, 413]),
    ...(parameters.length > 0 || requestBody !== undefined ? [422] : []),
    ...(isCommand ? [409] : []),
    ...(takesIfMatch ? [412, 428] : []),
    503,
  ];
}
