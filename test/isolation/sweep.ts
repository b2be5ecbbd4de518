import { operationsOf, type NamedOperation } from '../architecture/openapi-operations.ts';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Sent } from '../rights/client.ts';
import { kindOf, Sampler, type IdAt, type Place, type Schema } from './sample.ts';
import type { Kind } from './twin.ts';

const kindOfSegment: Record<string, Kind> = {
  sources: 'source',
  destinations: 'destination',
  models: 'model',
  syncs: 'sync',
  audiences: 'audience',
  journeys: 'journey',
  'approval-requests': 'request',
  members: 'member',
  roles: 'role',
  runs: 'run',
  'service-accounts': 'serviceAccount',
  tokens: 'token',
  schedules: 'sync',
  deliveries: 'delivery',
};

/** Parameters that are no ids, as something that there is. */
const numbers: Record<string, string> = { version: '1' };

/** One way to call an operation: which alternative it takes of what its body lets one choose. */
export interface Route {
  operation: NamedOperation;
  /** The `action` of the body, where there is one. */
  choice: string | null;
  /** Where ids stand in it. */
  places: Place[];
  takesIfMatch: boolean;
}

interface Parameter {
  in: string;
  name: string;
  schema?: Schema;
}

/** Builds requests for the operations of a document. */
export class Sweep {
  constructor(private readonly document: OpenAPIObject) {}

  /** Everything that takes a sign-in; what does not knows nobody to keep from anything. */
  routes(): { routes: Route[]; unbuildable: string[] } {
    const routes: Route[] = [];
    const unbuildable: string[] = [];
    for (const operation of operationsOf(this.document).filter(({ security }) => security?.length !== 0)) {
      try {
        routes.push(...this.choicesOf(operation).map((choice) => this.route(operation, choice)));
      } catch (error) {
        unbuildable.push(`${operation.name}: ${(error as Error).message}`);
      }
    }
    return { routes, unbuildable };
  }

  request({ operation, choice }: Pick<Route, 'operation' | 'choice'>, idAt: IdAt, ifMatch?: string): Sent {
    const [method] = operation.name.split(' ') as [string];
    const path = operation.path.replace('/api/v1', '').replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const number = numbers[name];
      return number ?? idAt({ at: `path ${name}`, kind: kindInPath(operation.path, name) });
    });
    const query = parametersOf(operation, 'query').flatMap(({ name, schema = {} }) => {
      const id = hasUuid(schema);
      const needed = operation.parameters.some((each) => each.name === name && each.required === true);
      if (!id && !needed) return [];
      const value = id ? idAt({ at: `query ${name}`, kind: kindOf(name) }) : this.simple(schema, name);
      return [`${name}=${encodeURIComponent(value)}`];
    });
    const body = this.body(operation, choice, idAt);
    const sent = { method, path: query.length === 0 ? path : `${path}?${query.join('&')}`, body };
    return ifMatch === undefined ? sent : { ...sent, ifMatch };
  }

  private route(operation: NamedOperation, choice: string | null): Route {
    const places: Place[] = [];
    this.request({ operation, choice }, (place) => {
      places.push(place);
      return '00000000-0000-7000-8000-000000000000';
    });
    const takesIfMatch = parametersOf(operation, 'header').some(({ name }) => name.toLowerCase() === 'if-match');
    return { operation, choice, places: unique(places), takesIfMatch };
  }

  private choicesOf(operation: NamedOperation): (string | null)[] {
    const actions = this.bodySchema(operation)?.properties?.['action']?.enum as string[] | undefined;
    return actions ?? [null];
  }

  private body(operation: NamedOperation, choice: string | null, idAt: IdAt): object | undefined {
    const schema = this.bodySchema(operation);
    if (schema === undefined) return undefined;
    const built = new Sampler(this.document, idAt).of(schema, 'body', '') as Record<string, unknown>;
    return choice === null ? built : { ...built, action: choice };
  }

  private bodySchema({ requestBody }: NamedOperation): Schema | undefined {
    const content = (requestBody as { content?: Record<string, { schema: Schema }> } | undefined)?.content;
    const schema = content?.['application/json']?.schema;
    if (schema?.$ref === undefined) return schema;
    const name = schema.$ref.split('/').at(-1)!;
    return this.document.components?.schemas?.[name];
  }

  private simple(schema: Schema, name: string): string {
    return String(new Sampler(this.document, () => '').of(schema, `query ${name}`, name));
  }
}

const parametersOf = ({ parameters }: NamedOperation, place: string): Parameter[] =>
  (parameters as Parameter[]).filter((parameter) => parameter.in === place);

const hasUuid = ({ format, anyOf = [] }: Schema): boolean => format === 'uuid' || anyOf.some(hasUuid);

function kindInPath(path: string, parameter: string): Kind {
  const segment = path.split(`/{${parameter}}`)[0]!.split('/').at(-1)!;
  const kind = kindOfSegment[segment];
  if (kind === undefined) throw new Error(`nobody knows what {${parameter}} of ${path} is the id of`);
  return kind;
}

const unique = (places: Place[]): Place[] =>
  places.filter(({ at }, index) => places.findIndex((other) => other.at === at) === index);
