import { modelContent, syncContent } from '@imprimatur/testing';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Ids, Kind } from './twin.ts';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
  minItems?: number;
  minimum?: number;
  default?: unknown;
  pattern?: string;
}

/** An id in a request that was built: where it stands, and what it is of. */
export interface Place {
  at: string;
  kind: Kind;
}

/** Which id stands at a place. */
export type IdAt = (place: Place) => string;

/** What a property that holds an id holds the id of; of a list, its own name counts. */
const kindOfProperty: Record<string, Kind> = {
  sourceId: 'source',
  destinationId: 'destination',
  modelId: 'model',
  syncId: 'sync',
  audienceId: 'audience',
  resourceId: 'model',
  requestId: 'request',
  memberId: 'member',
  roleId: 'role',
  reviewers: 'member',
  add: 'member',
  remove: 'member',
  scopeOfSource: 'source',
  scopeOfDestination: 'destination',
};

/** Texts that have to be something in particular. */
const texts: Record<string, string> = {
  email: 'somebody@new.example',
  query: 'select 1 as one',
  timeZone: 'UTC',
  password: 'correct horse battery staple',
  expression: '0 6 * * *',
  path: '/query',
  column: 'id',
};

/** Schemas with rules that a schema cannot say. */
const known: Record<string, (id: (kind: Kind) => string) => unknown> = {
  ModelContent: () => modelContent({ query: 'select id, email, city from customers where id > 7' }),
  SyncContent: (id) => {
    const [modelId, destinationId] = [id('model'), id('destination')];
    return syncContent({ configuration: { modelId, destinationId, object: 'contacts_2' } });
  },
  Schedule: () => ({ kind: 'interval', every: 4, unit: 'weeks', timeZone: 'UTC' }),
};

export function kindOf(property: string): Kind {
  const kind = kindOfProperty[property];
  if (kind === undefined) throw new Error(`nobody knows what "${property}" holds the id of`);
  return kind;
}

/** No two names alike: some must not be. */
let samples = 0;

/** Builds a value that fits a schema of the document, with every optional property, and the ids that it is told. */
export class Sampler {
  constructor(
    private readonly document: OpenAPIObject,
    private readonly idAt: IdAt,
  ) {}

  /** `name` is the property that it is the value of. */
  of(schema: Schema, at: string, name: string): unknown {
    if (schema.$ref !== undefined) return this.ofReference(schema.$ref, at, name);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum !== undefined) return schema.enum[0];
    const either = schema.anyOf ?? schema.oneOf;
    if (either !== undefined) return this.of(this.choose(either), at, name);
    if (schema.allOf !== undefined)
      return Object.assign({}, ...schema.allOf.map((each) => this.of(each, at, name))) as object;
    const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
    switch (type) {
      case 'object':
        return this.object(schema, at, name);
      case 'array':
        return [this.of(schema.items ?? {}, `${at}/0`, name)];
      case 'integer':
      case 'number':
        return Math.max(schema.minimum ?? 1, 1);
      case 'boolean':
        return false;
      case 'string':
        return this.text(schema, at, name);
      default:
        throw new Error(`cannot build ${at}: ${JSON.stringify(schema).slice(0, 200)}`);
    }
  }

  /** Of alternatives the one with an id in it, if there is one: ids are what this is about. */
  private choose(alternatives: Schema[]): Schema {
    return alternatives.find((each) => this.holdsId(each)) ?? alternatives[0]!;
  }

  private holdsId(schema: Schema, above: readonly Schema[] = []): boolean {
    if (schema.format === 'uuid') return true;
    if (above.includes(schema)) return false;
    const { $ref, anyOf = [], oneOf = [], allOf = [], properties = {}, items } = schema;
    const referred = [...($ref === undefined ? [] : [this.named($ref)]), ...(items === undefined ? [] : [items])];
    const inside = [...referred, ...anyOf, ...oneOf, ...allOf, ...Object.values(properties)];
    return inside.some((each) => this.holdsId(each, [...above, schema]));
  }

  private named(reference: string): Schema {
    const schema = this.document.components?.schemas?.[reference.split('/').at(-1)!];
    if (schema === undefined) throw new Error(`there is no schema ${reference}`);
    return schema;
  }

  private ofReference(reference: string, at: string, name: string): unknown {
    const schemaName = reference.split('/').at(-1)!;
    const build = known[schemaName.split('.')[0]!];
    if (build !== undefined) return build((kind) => this.idAt({ at: `${at} (${kind})`, kind }));
    return this.of(
      this.named(reference),
      at,
      /^(Source|Destination)Grant/.test(schemaName) ? schemaName.split('Grant')[0]! : name,
    );
  }

  private object(schema: Schema, at: string, name: string): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, value]) => {
        const asked = key === 'scope' ? `scopeOf${/dest/i.test(at + name) ? 'Destination' : 'Source'}` : key;
        return [key, this.of(value, `${at}/${key}`, asked)];
      }),
    );
  }

  private text(schema: Schema, at: string, name: string): string {
    if (schema.format === 'uuid') return this.idAt({ at, kind: kindOf(name) });
    if (schema.format === 'date-time') return '2030-01-01T00:00:00Z';
    return texts[name] ?? `Sample ${++samples}`;
  }
}

export const idsOf =
  (ids: Ids): IdAt =>
  ({ kind }) =>
    ids[kind];
