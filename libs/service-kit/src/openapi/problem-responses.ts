import { z } from 'zod';
import { Problem, titleOf } from '../problem.ts';

/** An OpenAPI response. */
export interface Response {
  description?: string;
  content?: Record<string, { schema: object }>;
}

/** The schema that all problem responses refer to by its name. */
export function problemSchema(): object {
  const schema = z.toJSONSchema(z.object(Problem.shape), { io: 'input' });
  delete schema.$schema;
  return schema;
}

/** A refusal as it is sent: problem+json, described by what the endpoint says of it or else by what the status means. */
export const problemResponse = (status: number, { description }: Response): Response => ({
  description: description || titleOf(status),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
